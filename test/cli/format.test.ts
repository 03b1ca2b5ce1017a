import { chmodSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sh, sup } from '../support/cli.js';
import { temporaryFolder } from '../support/temp-folder.js';

const untidy = 'central site AAA {\nmode:   mixed\n}\n';
const tidy = 'central site AAA {\n  mode: mixed\n}\n';
const broken = 'central site AAA {\n';

const read = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8');

describe('sup format', () => {
    test('lays out the files of a folder, lists those that have changed, and keeps their permissions', async () => {
        const folder = temporaryFolder({ 'a.sup': untidy, 'b.sup': tidy, 'plans/c.sup': `\ufeff${untidy}` });
        chmodSync(join(folder, 'a.sup'), 0o640);
        expect(await sup(['format'], { cwd: folder })).toMatchObject({ code: 0, stdout: 'a.sup\nplans/c.sup\n\nFormatted 2 of 3 files.\n', stderr: '' });
        expect([read(folder, 'a.sup'), read(folder, 'b.sup'), read(folder, 'plans/c.sup')]).toEqual([tidy, tidy, `\ufeff${tidy}`]);
        expect(statSync(join(folder, 'a.sup')).mode & 0o777).toBe(0o640);
        expect(await sup(['format', '.'], { cwd: folder })).toMatchObject({ code: 0, stdout: 'No changes in 3 files.\n' });
    });

    test('changes nothing with --check, and exits with 1 if something would change', async () => {
        const folder = temporaryFolder({ 'a.sup': untidy, 'b.sup': tidy });
        expect(await sup(['format', '--check'], { cwd: folder })).toMatchObject({ code: 1, stdout: 'a.sup\n\nWould format 1 of 2 files.\n' });
        expect(read(folder, 'a.sup')).toBe(untidy);
        expect(await sup(['format', '--check', 'b.sup'], { cwd: folder })).toMatchObject({ code: 0 });
    });

    test('leaves a file with syntax errors as it is, formats the others, and exits with 2', async () => {
        const folder = temporaryFolder({ 'a.sup': broken, 'b.sup': untidy, 'c.sup': Buffer.from([0x68, 0xff, 0x0a]) });
        const { code, stderr } = await sup(['format'], { cwd: folder });
        expect({ code, stderr }).toEqual({ code: 2, stderr: ['a.sup', 'c.sup'].map(name => `sup: ${name} stays as it is: it has syntax errors, which \`sup check\` lists\n`).join('') });
        expect([read(folder, 'a.sup'), read(folder, 'b.sup')]).toEqual([broken, tidy]);
    });

    test('formats stdin to stdout, and passes on a text with syntax errors', async () => {
        const cwd = temporaryFolder({ 'a.sup': untidy, 'broken.sup': broken });
        expect(await sh('$SUP format - < a.sup', { cwd })).toMatchObject({ code: 0, stdout: tidy, stderr: '' });
        expect(await sh('$SUP format --check - < a.sup', { cwd })).toMatchObject({ code: 1, stdout: '' });
        expect(await sh('$SUP format - --stdin-filename plans/x.sup < broken.sup', { cwd })).toMatchObject({ code: 2, stdout: broken, stderr: expect.stringMatching(/^sup: plans\/x\.sup stays as it is: /) as string });
        expect(await sh('$SUP format - a.sup < a.sup', { cwd })).toMatchObject({ code: 2, stderr: 'sup: `-` stands for stdin, and cannot be combined with other paths\n' });
    });
});

describe('.editorconfig', () => {
    const list = 'central site AAA {\n  synchronization {\n    products: "Windows 7", "Office 2007"\n  }\n}\n';

    test('decides the indentation, the ends of lines and the length of lines', async () => {
        const folder = temporaryFolder({ '.editorconfig': 'root = true\n[*.sup]\nindent_style = tab\nend_of_line = crlf\nmax_line_length = 30 ; short\n', 'deep/a.sup': list });
        await sup(['format'], { cwd: folder });
        expect(read(folder, 'deep/a.sup')).toBe('central site AAA {\r\n\tsynchronization {\r\n\t\tproducts: "Windows 7",\r\n\t\t\t"Office 2007"\r\n\t}\r\n}\r\n');
    });

    test('applies by path, the nearest file and the last section first', async () => {
        const folder = temporaryFolder({
            '.git/HEAD': '', '.editorconfig': '[*]\nindent_size = 8\n[plans/{east,west}/*.sup]\nindent_size = 4\n[*.md]\nindent_size = 1\n',
            'plans/west/a.sup': untidy, 'plans/west/deep/b.sup': untidy, 'own/.editorconfig': 'root = true\n', 'own/c.sup': untidy
        });
        await sup(['format'], { cwd: folder });
        const indents = ['plans/west/a.sup', 'plans/west/deep/b.sup', 'own/c.sup'].map(name => /\n( *)mode/.exec(read(folder, name))![1]!.length);
        expect(indents).toEqual([4, 8, 2]);
    });

    test('applies to stdin by --stdin-filename, and ignores what it cannot read', async () => {
        const cwd = temporaryFolder({ '.editorconfig': 'nonsense\n[[\n[{z..a}.sup]\nindent_size = 3\n[*.sup]\nindent_size = 6\nmax_line_length = off\nindent_style = wide\n', 'a.sup': untidy });
        expect((await sh('$SUP format - --stdin-filename x.sup < a.sup', { cwd })).stdout).toBe('central site AAA {\n      mode: mixed\n}\n');
    });
});
