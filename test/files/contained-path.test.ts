import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { innermostFolder } from '../../files/src/contained-path.js';

describe('innermost folder that contains a path', () => {
    test.each([
        ['/a/plan.sup', ['/a'], '/a'],
        ['/a', ['/a'], '/a'],
        ['/a/b/plan.sup', ['/a', '/a/b', '/'], '/a/b'],
        ['/a/..b/plan.sup', ['/a'], '/a'],
        ['/a/../etc/passwd', ['/a'], undefined],
        ['/ab/plan.sup', ['/a'], undefined],
        ['/plan.sup', [], undefined],
        ['/a/plan.sup', ['/a/'], '/a']
    ])('finds the folder of the POSIX path %s among %j', (target, folders, expected) => {
        expect(innermostFolder(target, folders, path.posix)).toBe(expected);
    });

    test.each([
        ['c:\\plans\\a.sup', ['C:\\Plans'], 'C:\\Plans'],
        ['d:\\plans\\a.sup', ['c:\\plans'], undefined],
        ['c:\\plans\\..\\Windows\\win.ini', ['c:\\plans'], undefined],
        ['\\\\host\\share\\a.sup', ['c:\\'], undefined],
        ['\\\\host\\share\\a.sup', ['\\\\host\\share'], '\\\\host\\share\\'],
        ['\\\\host\\other\\a.sup', ['\\\\host\\share'], undefined],
        ['\\\\?\\c:\\plans\\a.sup', ['c:\\plans'], undefined]
    ])('finds the folder of the Windows path %s among %j', (target, folders, expected) => {
        expect(innermostFolder(target, folders, path.win32)).toBe(expected);
    });
});
