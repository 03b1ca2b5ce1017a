import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderAround } from '../../files/src/enclosure.js';

describe('the folder around a path', () => {
    test.each([
        ['/a/plan.sup', ['/a'], '/a'],
        ['/a', ['/a'], '/a'],
        ['/a/b/plan.sup', ['/a', '/a/b', '/'], '/a/b'],
        ['/a/..b/plan.sup', ['/a'], '/a'],
        ['/a/../etc/passwd', ['/a'], undefined],
        ['/ab/plan.sup', ['/a'], undefined],
        ['/plan.sup', [], undefined],
        ['/a/plan.sup', ['/a/'], '/a']
    ])('%s in %j', (target, folders, expected) => {
        expect(folderAround(target, folders, path.posix)).toBe(expected);
    });

    test.each([
        ['c:\\plans\\a.sup', ['C:\\Plans'], 'C:\\Plans'],
        ['d:\\plans\\a.sup', ['c:\\plans'], undefined],
        ['c:\\plans\\..\\Windows\\win.ini', ['c:\\plans'], undefined],
        ['\\\\host\\share\\a.sup', ['c:\\'], undefined],
        ['\\\\host\\share\\a.sup', ['\\\\host\\share'], '\\\\host\\share\\'],
        ['\\\\host\\other\\a.sup', ['\\\\host\\share'], undefined],
        ['\\\\?\\c:\\plans\\a.sup', ['c:\\plans'], undefined]
    ])('on Windows, %s in %j', (target, folders, expected) => {
        expect(folderAround(target, folders, path.win32)).toBe(expected);
    });
});
