import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { sup } from '../support/cli.js';
import { payloads } from '../support/payloads.js';
import { temporaryFolder } from '../support/temp-folder.js';

const sample = (path: string): Buffer => readFileSync(fileURLToPath(new URL(`../import/samples/${path}`, import.meta.url)));

test('prints the script that exports a hierarchy', async () => {
    expect(await sup(['export-script'])).toEqual({ code: 0, signal: null, stdout: readFileSync('docs/Export-SupHierarchy.ps1', 'utf8'), stderr: '' });
});

describe('sup import', () => {
    test('writes a new plan, checks it at once, and exits with 1 if it has errors', async () => {
        const cwd = temporaryFolder({ 'export.json': sample('json/01-four-sites.json') });
        const { code, stdout, stderr } = await sup(['import', 'export.json'], { cwd });
        expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
        expect(stdout).toMatch(/^Wrote nordvik\.sup from 1 file\. .*\n\nnordvik\.sup\n {3}53:30 {2}error {2}Windows 7 is synchronized, /);
        expect(stdout).toContain('2 errors in 1 file, 2 unknown values.');
        expect(readFileSync(join(cwd, 'nordvik.sup'), 'utf8').replace('export.json', '01-four-sites.json')).toBe(sample('json/01-four-sites.sup').toString());
    });

    test('never replaces a file, and leaves none behind if one exists', async () => {
        const cwd = temporaryFolder({ 'export.json': sample('json/01-four-sites.json'), 'plans/nordvik-nv2.sup': 'mine' });
        const { code, stdout, stderr } = await sup(['import', 'export.json', '--branches', '--output', 'plans'], { cwd });
        expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: 'sup: plans/nordvik-nv2.sup exists already, and an import writes only new files; choose another folder with --output\n' });
        expect(readdirSync(join(cwd, 'plans'))).toEqual(['nordvik-nv2.sup']);
        expect(readFileSync(join(cwd, 'plans/nordvik-nv2.sup'), 'utf8')).toBe('mine');
    });

    test('writes a file for each branch into a new folder', async () => {
        const cwd = temporaryFolder({ 'export.json': sample('json/01-four-sites.json') });
        const { code, stdout } = await sup(['import', 'export.json', '--branches', '--hierarchy', 'Harbour', '--output', 'new/plans'], { cwd });
        expect(code).toBe(1);
        expect(stdout).toMatch(/^Wrote new\/plans\/harbour\.sup, new\/plans\/harbour-nv1\.sup, new\/plans\/harbour-nv2\.sup from 1 file\./);
        expect(readdirSync(join(cwd, 'new/plans'))).toEqual(['harbour-nv1.sup', 'harbour-nv2.sup', 'harbour.sup']);
    });

    test('lays a plan out as its folder asks for', async () => {
        const cwd = temporaryFolder({ 'export.json': sample('json/04-nlb.json'), '.editorconfig': 'root = true\n[*.sup]\nindent_style = tab\nend_of_line = crlf\n' });
        await sup(['import', 'export.json'], { cwd });
        expect(readFileSync(join(cwd, 'fabrikal.sup'), 'utf8')).toContain('\r\n\tserver FABCM01 {\r\n\t\tsite server\r\n');
        expect((await sup(['format', '--check'], { cwd })).code).toBe(0);
    });

    test('lays a plan out as the folders around its new folder ask for', async () => {
        const cwd = temporaryFolder({ 'export.json': sample('json/04-nlb.json'), 'other/.editorconfig': '[*.sup]\nindent_style = tab\n' });
        await sup(['import', 'export.json', '--output', 'other/new'], { cwd });
        expect(readFileSync(join(cwd, 'other/new/fabrikal.sup'), 'utf8')).toContain('\n\tserver FABCM01 {\n');
    });

    test('says which encoding it assumed and which columns it does not know', async () => {
        const cwd = temporaryFolder({ 'standorte.csv': sample('csv/03-spreadsheet/standorte.csv') });
        const { code, stderr } = await sup(['import', 'standorte.csv'], { cwd });
        expect({ code, stderr }).toEqual({
            code: 0,
            stderr: 'sup: standorte.csv is not UTF-8, so it was read as Windows-1252; check the letters with accents\nsup: standorte.csv: columns that the importer does not know: Bemerkung. Their cells are comments in the plan\n'
        });
    });

    test.each([
        ['missing.json', undefined, 'missing.json could not be read: there is no such file or folder'],
        ['a.json', '{}', 'a.json is not an export of a hierarchy: its "format" is not "sup-hierarchy"; `sup export-script` prints the script that makes one'],
        ['half.json', '{ "format": "sup-hierarchy", "sites": [{ "code": "CE', 'half.json ends too early, so a part of it is missing; copy it again, or make a new export'],
        ['empty.csv', '\r\n', 'empty.csv is empty'],
        ['people.csv', 'Name;Vorname;Telefon\n', 'people.csv is not recognized: it is neither an export in JSON, nor a site control file, nor a table with a column of site codes, such as `Site code` or `Standortcode`; its columns are Name, Vorname, Telefon'],
        ['plan.sup', 'central site CEN\n', 'plan.sup is a plan; choose an export of the real hierarchy instead: a JSON file, a site control file, or a table as CSV'],
        ['a.json', '{"format": "sup-hierarchy", "version": 1}', 'the files do not describe a site'],
        ['a.txt', 'hello\n', 'a.txt is not recognized: it is neither an export in JSON, nor a site control file, nor a table with a column of site codes, such as `Site code` or `Standortcode`']
    ])('reports %s with the content %j on stderr, and writes nothing', async (name, content, message) => {
        const cwd = temporaryFolder(content === undefined ? {} : { [name]: content });
        expect(await sup(['import', name], { cwd })).toMatchObject({ code: 2, stdout: '', stderr: `sup: ${message}\n` });
        expect(readdirSync(cwd)).toEqual(content === undefined ? [] : [name]);
    });

    test('cannot be made to give commands to a pipeline or a terminal', async () => {
        const sites = payloads.map((payload, i) => ({ code: `A${i.toString().padStart(2, '0')}`, name: payload, type: 2, parent: i === 0 ? '' : 'A00', server: payload, version: payload, status: i % 7 === 6 ? payload : null }));
        const roles = payloads.map((payload, i) => ({ site: `A${i.toString().padStart(2, '0')}`, role: 'SMS Software Update Point', server: `x${payload}`, props: { WSUSAccessAccount: [0, '', payload] } }));
        for (const hierarchy of ['::error::x', '##vso[task.setvariable variable=x]y', '\u001b[2J']) {
            const cwd = temporaryFolder({ '::add-mask::x.json': JSON.stringify({ format: 'sup-hierarchy', version: 9, hierarchy, sites, roles, errors: [{ what: hierarchy, server: '', text: hierarchy }] }) });
            const { code, stdout, stderr } = await sup(['import', '::add-mask::x.json', '--output', '::error::out'], { cwd });
            expect(code).toBe(1);
            expect(stdout + stderr).not.toMatch(/^[^\S\n]*::|##[a-z]*\[|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/im);
        }
    });
});
