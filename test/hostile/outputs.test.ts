import { createRequire } from 'node:module';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type Captured, capture } from '../support/capture.js';
import { payloads } from '../support/payloads.js';
import { byRunLength } from '../support/run-length.js';
import { temporaryFolder } from '../support/temp-folder.js';
import { parseXml } from '../support/xml.js';

// Any text of a plan, and any name of a file or folder, stays text in every output of the command line.

const start = process.cwd();
afterEach(() => process.chdir(start));

/** Both versions of a plan, with the text that the function returns in each place where a plan can contain one. */
function plansWith(text: (place: number) => string): Record<'before' | 'after', string> {
    // A file with a NUL is not read as a plan, and a line break would end the text.
    const raw = (place: number): string => text(place).replace(/[\0\r\n\u2028\u2029]/g, ' ');
    const at = (place: number): string => `"${raw(place).replaceAll('"', '""')}"`;
    const before = `hierarchy ${at(0)}
// ${raw(1)}
central site CEN ${at(2)} {
  mode: mixed
  mode: unknown
  clients: 10 intranet
  server ${at(3)} {
    os: ${at(4)}
    wsus 3.0 SP2 { ports: 8530, 8531  content folder: ${at(5)} }
    software update point active { account: ${at(6)} }
  }
  synchronization { schedule: every 1 day at 02:07  products: ${at(7)}, "Windows 7"  classifications: "Security Updates"  languages: en }
  clients ${at(8)} { count: 3  policy: ${at(9)} }
}
secondary site BER reports to CEN { link: 512 kbps, 40 ms  clients: 40 intranet }
allow no-sync-schedule because ${at(10)}
allow ${at(11)} because "x"
scenario ${at(12)} for 2 days {
  at 1h: publish update ${at(13)}
  at 2h: stop ${at(3)}
  expect update ${at(13)} available at CEN by 1h
  expect ${at(14)}
}
${raw(15)}: 1
`;
    return { before, after: before.replace('count: 3', 'count: 5').replace(`site CEN ${at(2)}`, `site CEN ${at(16)}`).replace(`os: ${at(4)}`, `os: ${at(1)}`) };
}
const places = 19;

/** A name for a file or folder that contains the text, as far as names can. */
function nameOf(text: string): string {
    const name = text.replace(process.platform === 'win32' ? /[<>:"/\\|?*\u0000-\u001f]/g : /[/\0]/g, '_').slice(0, 40);
    return /^[. ]*$/.test(name) ? `_${name}` : name;
}

const simulated = ['--max-events', '100000'];

/** How a command is called for a plan and another version of it, and the formats of its output. */
interface Output {
    readonly formats: readonly string[];
    args(file: string, otherFile: string): readonly string[];
}

const outputs: Readonly<Record<string, Output>> = {
    'check': { formats: ['pretty', 'json', 'sarif'], args: file => ['check', file] },
    'test': { formats: ['pretty', 'json', 'junit'], args: file => ['test', file, ...simulated] },
    'simulate --log': { formats: ['pretty', 'json', 'csv'], args: file => ['simulate', file, ...simulated, '--log'] },
    'sweep': { formats: ['pretty', 'json'], args: file => ['sweep', file, ...simulated] },
    'report': { formats: ['html', 'markdown', 'svg', 'mermaid'], args: file => ['report', file, ...simulated] },
    'diff': { formats: ['pretty', 'markdown', 'json', 'svg'], args: (file, otherFile) => ['diff', file, otherFile, ...simulated] },
    'diff --steps': { formats: ['pretty', 'markdown', 'json'], args: (file, otherFile) => ['diff', file, otherFile, '--steps', ...simulated] },
    'variants': { formats: ['pretty', 'markdown', 'json'], args: (file, otherFile) => ['variants', file, otherFile, ...simulated] },
    'describe': { formats: ['text', 'json'], args: file => ['describe', file] },
    'describe --run': { formats: ['text', 'json'], args: file => ['describe', file, '--run', ...simulated] },
    'advise': { formats: ['pretty', 'json'], args: file => ['advise', file] },
    'explain': { formats: ['pretty', 'json'], args: file => ['explain', file] },
    'rules': { formats: ['pretty', 'json'], args: (_file, otherFile) => ['rules', dirname(otherFile)] }
};

function expectPlainText({ stdout, stderr }: Captured, format: string, about: string): void {
    for (const [stream, text] of Object.entries({ stdout, stderr })) {
        const where = `${about}, ${stream}`;
        expect(/[^\S\r\n]*[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff].{0,20}/u.exec(format === 'csv' ? text.replaceAll('\r\n', '\n') : text)?.[0], where).toBeUndefined();
        expect(text.isWellFormed(), where).toBe(true);
        expect(/.*##[a-z]*\[.*/i.exec(text)?.[0], where).toBeUndefined();
        expect(/^(?:\s|\x1b\[[\d;]*m)*::.*/m.exec(text)?.[0], where).toBeUndefined();
    }
    expect(stderr.split('\n').filter(line => line !== '' && !line.startsWith('sup: ')), about).toEqual([]);
    expect(stderr, about).not.toMatch(/internal error|\bat .*:\d+:\d+\)/);
    expect(stdout, `${about}: ${stderr}`).not.toBe('');
}

/** Parses the output in its format. */
function expectWellFormed(stdout: string, format: string, about: string): void {
    switch (format) {
        case 'json': case 'sarif': JSON.parse(stdout); break;
        case 'junit': case 'svg': case 'html':
            expect(stdout, about).not.toMatch(/[\ufffe\uffff]/);
            parseXml(stdout.replace('<!DOCTYPE html>\n', ''));
            break;
        case 'csv': {
            const rows = recordsIn(stdout);
            expect(new Set(rows.map(cells => cells.length)), about).toEqual(new Set([16]));
            expect(rows.flat().filter(cell => /^\s*[=+\-@]/.test(cell)), about).toEqual([]);
            break;
        }
        case 'mermaid':
            // Labels escape everything that could end them or act as markup.
            expect(stdout.split('\n').filter(line => /%%|javascript|<(?!br\/>|-)/i.test(line)), about).toEqual([]);
            expect(stdout.split('\n').filter(line => (line.match(/"/g) ?? []).length % 2 === 1), about).toEqual([]);
            break;
        case 'markdown': {
            // Tables stay tables: each row has as many cells as the line below the headings.
            let width: number | undefined;
            for (const line of stdout.split('\n')) {
                const isRow = line.startsWith('| ');
                const cells = line.replace(/\\[\s\S]/g, '').split('|').length;
                width = isRow ? width ?? cells : undefined;
                expect(isRow ? cells : undefined, `${about}: ${line}`).toBe(width);
            }
            const meant = stdout.replace(/\\[\s\S]/g, '').replace(/`[^`\n]*`/g, '').replace(/^!\[The hierarchy.*$/gm, '');
            expect(/.*(<[a-z!]|!\[|\]\(|&\w+;|https?:\/\/).*/i.exec(meant)?.[0], about).toBeUndefined();
        }
    }
}

/** The records of RFC 4180. */
function recordsIn(csv: string): string[][] {
    const rows: string[][] = [[]];
    for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
        rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
        if (end === '\r\n') {
            rows.push([]);
        }
    }
    expect(rows.pop()).toEqual([]);
    return rows;
}

/** Plans in which every text is different: the payload for a place is this many behind the first. */
const shifts = byRunLength({ short: Math.ceil(payloads.length / places), long: payloads.length });

/** Enters a folder with the plans of a shift, and returns the paths of both versions. */
function enterPlans(shift: number): readonly [file: string, otherFile: string] {
    const text = (place: number): string => payloads[(shift * (shifts === payloads.length ? 1 : places) + place) % payloads.length]!;
    const plans = plansWith(text);
    const [folder, name] = [nameOf(text(17)), `${nameOf(text(18))}.sup`];
    const root = temporaryFolder({ '.git/HEAD': '' });
    for (const version of ['before', 'after'] as const) {
        mkdirSync(join(root, version, folder), { recursive: true });
        writeFileSync(join(root, version, folder, name), plans[version]);
    }
    writeFileSync(join(root, 'after', folder, 'sup.config.json'), '{ "rules": { "unknown-rule": "off" }');
    process.chdir(join(root, 'before', folder));
    return [`./${name}`, join('../../after', folder, name)];
}

test.each(Object.entries(outputs))('%s shows hostile texts and names as plain text in each of its formats', async (command, { formats, args }) => {
    for (let shift = 0; shift < shifts; shift++) {
        const paths = enterPlans(shift);
        for (const format of formats) {
            const about = `${command} --format ${format}, shift ${shift}`;
            const result = await capture([...args(...paths), '--format', format], { FORCE_COLOR: '0' });
            expectPlainText(result, format, about);
            expectWellFormed(result.stdout, format, about);
        }
    }
});

test('format shows hostile names of files as plain text, and keeps hostile texts', async () => {
    for (let shift = 0; shift < shifts; shift++) {
        const [file] = enterPlans(shift);
        const before = readFileSync(file, 'utf8');
        expectPlainText(await capture(['format', '--check', file], { FORCE_COLOR: '0' }), 'text', `format --check, shift ${shift}`);
        expectPlainText(await capture(['format', file], { FORCE_COLOR: '0' }), 'text', `format, shift ${shift}`);
        expect(readFileSync(file, 'utf8').replace(/\s/g, '')).toBe(before.replace(/\s/g, ''));
    }
});

test.skipIf(!isInstalled('@resvg/resvg-js'))('a PNG picture contains pixels only', async () => {
    const [file] = enterPlans(0);
    await capture(['report', file, '--format', 'png', '--output', 'picture.png', ...simulated]);
    expect(chunksOf(readFileSync('picture.png'))).toEqual(new Set(['IHDR', 'IDAT', 'IEND']));
});

/** The package that makes PNG pictures is optional, and has no build for some systems. */
function isInstalled(name: string): boolean {
    try {
        return createRequire(import.meta.url).resolve(name) !== '';
    } catch {
        return false;
    }
}

/** The types of the chunks of a PNG file. */
function chunksOf(png: Buffer): ReadonlySet<string> {
    const types = new Set<string>();
    for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
        types.add(png.toString('latin1', at + 4, at + 8));
    }
    return types;
}
