import { existsSync, lstatSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sh, sup } from '../support/cli.js';
import { temporaryFolder } from '../support/temp-folder.js';
import { scenario, tidewater } from '../support/tidewater.js';
import { all, parseXml, type XmlElement } from '../support/xml.js';

const risk = `hierarchy Tidewater

secondary site TRD "Trondheim" reports to OSL {
  clients: 12 intranet
  server TRDSUP01 {
    site server
    wsus 3.0 SP2 { ports: 8530, 8531  replica: no }
    software update point active
    allow secondary-sup-not-replica until 2099-01-31 because "Replaced in autumn, change 1842"
  }
}

secondary site HAM reports to OSL {
  server HAMSUP01 {
    site server
    wsus 3.0 SP2 { ports: 8530, 8531  replica: no }
    software update point active
  }
}
`;

const plans = {
    '.git/HEAD': '', 'plan.sup': tidewater, 'more.sup': risk,
    'runs.sup': scenario('Oslo is down', '10 days', 'at 1d: stop OSLSUP01', '', 'expect no errors at OSL', 'expect CEN synchronized by 1d')
};

const named = (root: XmlElement, name: string): readonly XmlElement[] => all(root).filter(element => element.name === name);
const wholeText = (element: XmlElement): string => all(element).filter(({ name }) => name !== 'style').map(({ text }) => text.trim()).filter(Boolean).join('\n');

async function page(cwd: string, ...args: string[]): Promise<XmlElement> {
    const { stdout, stderr, code } = await sup(['report', ...args], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return parseXml(stdout);
}

describe('options of other formats', () => {
    test.each([['html', '--width 800', 'only on png'], ['html', '--extent everything', 'only on svg and png'], ['mermaid', '--layer ssl', 'only on html, markdown, svg and png'], ['mermaid', '--theme dark', 'only on html, markdown, svg and png']])('--format %s rejects %s', async (format, option, expected) => {
        const { code, stderr, stdout } = await sup(['report', '--format', format, ...option.split(' ')], { cwd: temporaryFolder(plans) });
        expect([code, stdout]).toEqual([2, '']);
        expect(stderr).toContain(`${option.split(' ')[0]} has no effect on --format ${format}, ${expected}`);
    });

    test.each([['html', 'review.html', 'review.html'], ['markdown', 'review.md', 'review-picture.svg']])('the picture of the hierarchy in a report as %s shows the layer of --layer', async (format, output, picture) => {
        const folder = temporaryFolder(plans);
        expect((await sup(['report', '--format', format, '--layer', 'ssl', '--output', output, 'plan.sup'], { cwd: folder })).code).toBe(0);
        expect(readFileSync(join(folder, picture), 'utf8')).toContain('>Clients scan over</text>');
    });

    test('a picture shows the layer of --layer', async () => {
        const { stdout, code } = await sup(['report', '--format', 'svg', '--layer', 'outages', 'plan.sup'], { cwd: temporaryFolder(plans) });
        expect(code).toBe(0);
        expect(stdout).toMatch(/if OSLSUP01 stops: [\d,]+ clients affected/);
    });
});

describe('HTML report', () => {
    test('contains all sections for a review in order', async () => {
        const root = await page(temporaryFolder(plans));
        expect(named(root, 'h1').map(({ text }) => text)).toEqual(['Tidewater']);
        expect(named(root, 'h2').map(({ text }) => text)).toEqual([
            'The hierarchy', 'Findings', 'Accepted risks', 'Scenarios', 'Until the last client', 'Single points of failure', 'Software update points of secondary sites', 'Branches in detail', 'Sites', 'Servers and their roles', 'Simulation without events for 14d', 'Assumptions'
        ]);
        expect(named(root, 'div').filter(({ children }) => children[0]?.name === 'dt').map(({ children }) => children.map(({ text }) => text).join(': '))).toEqual([
            'Sites: 5: 1 central, 1 primary, 3 secondary', 'Clients: 552: 4 software update points', 'Findings: 1: 1 error, 1 accepted risk',
            'An update to the last client: 8d 4h 35m: at most: TRD/intranet, against TRDSUP01'
        ]);
    });

    test('begins with what was found: errors, broken expectations and the worst single failure', async () => {
        const root = await page(temporaryFolder(plans));
        const found = named(root, 'aside').map(({ attributes, children: [title] }) => `${attributes['class']}: ${title!.text}`);
        expect(found).toMatchObject(['headline fail: The plan has 1 error', 'headline fail: Oslo is down: 1 of 2 expectations broken', expect.stringMatching(/^headline note: Most scans are lost when .* stops: /)]);
    });

    test('states how long first scans take after an installation, with the software update point of the parent and with its own', async () => {
        const text = wholeText(await page(temporaryFolder(plans)));
        expect(text).toMatch(/After an installation, every client has scanned for the first time within \d+\S+.* of its first policy at most/);
        expect(text).toMatch(/each of its clients has scanned for the first time within .* of its first policy with the software update point of the parent, and within .* with its own/);
    });

    test('states that all expectations hold', async () => {
        const root = await page(temporaryFolder({ '.git/HEAD': '', 'plan.sup': tidewater, 'runs.sup': scenario('Usual', '10 days', 'expect CEN synchronized by 1d') }));
        expect(named(root, 'aside').map(({ children: [title] }) => title!.text)).toContain('All of 1 expectation holds in 1 scenario');
    });

    test('has the picture for narrow, medium and wide pages and for paper, and one for each branch, each of which a click enlarges', async () => {
        const root = await page(temporaryFolder(plans));
        const pictures = named(root, 'figure').filter(({ attributes }) => attributes['class']?.split(' ').includes('picture'));
        expect(pictures.map(each => [named(each, 'input')[0]!.attributes['aria-label'], named(each, 'svg').map(({ attributes }) => attributes['width'])])).toMatchObject([
            ['Enlarge the picture of Tidewater', [expect.any(String), expect.any(String), expect.any(String), expect.any(String)]], ['Enlarge the picture of CEN', [expect.any(String)]], ['Enlarge the picture of OSL', [expect.any(String)]]
        ]);
        pictures.forEach(each => expect(named(each, 'label')[0]!.attributes['for']).toBe(named(each, 'input')[0]!.attributes['id']));
    });

    test('explains each finding, why it matters and how to fix it', async () => {
        const cwd = temporaryFolder(plans);
        const { stdout } = await sup(['report'], { cwd });
        const { diagnostics: [{ rule, message }] } = JSON.parse((await sup(['check', '--format', 'json'], { cwd })).stdout) as { diagnostics: [{ rule: string; message: string }] };
        const [article] = /<article[^]*?<\/article>/.exec(stdout)!;
        const text = article.replace(/<\/?(code|span)[^>]*>/g, '').replace(/<[^>]*>/g, ' ').replaceAll('&apos;', '\'').replace(/\s+/g, ' ');
        expect(text).toContain(rule);
        expect(text).toContain(message.replaceAll('`', ''));
    });

    test('lists accepted risks with reasons and expiry dates', async () => {
        expect(wholeText(await page(temporaryFolder(plans)))).toContain('secondary-sup-not-replica\nReplaced in autumn, change 1842\n2099-01-31\n1\nmore.sup:9:5');
    });

    test('shows the verdict of each expectation and the events that led to a breach', async () => {
        const text = wholeText(await page(temporaryFolder(plans)));
        expect(text).toMatch(/Oslo is down\nbroken[^]*expect no errors at OSL\nbroken\n[^]*expect CEN synchronized by 1d\nheld/);
        expect(text).toContain('Events that broke "expect no errors at OSL":');
    });

    test('counts findings at each site, including findings about its text', async () => {
        const cwd = temporaryFolder({ 'plan.sup': 'central site CEN {\n  mode: mixed\n  color: blue\n}\n' });
        const { stdout } = await sup(['report'], { cwd });
        const [site] = all(parseXml(stdout)).filter(({ attributes }) => attributes['role'] === 'treeitem');
        expect(named(site!, 'title').map(({ text }) => text).join('\n')).toContain('(unknown-property)');
    });

    test('loads no external resources, and allows only its own style', async () => {
        const { stdout } = await sup(['report'], { cwd: temporaryFolder(plans) });
        const root = parseXml(stdout);
        expect(all(root).filter(({ name, attributes }) => ['script', 'link', 'img', 'iframe', 'image', 'use'].includes(name) || 'src' in attributes || 'style' in attributes)).toEqual([]);
        const style = /<style>([^]*?)<\/style>/.exec(stdout)![1]!;
        const policy = named(root, 'meta').find(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy')!.attributes['content'];
        expect(policy).toBe(`default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`);
        expect(style).toContain('@media print');
        expect(style).toContain('prefers-color-scheme:dark');
    });

    test('contains a chapter for each hierarchy, with unique ids', async () => {
        const root = await page(temporaryFolder({ ...plans, 'other.sup': tidewater.replaceAll('Tidewater', 'Harbour') }));
        expect(named(root, 'h1').map(({ text }) => text)).toEqual(['Tidewater', 'Harbour']);
        const ids = all(root).flatMap(({ attributes }) => attributes['id'] ?? []);
        expect(new Set(ids).size).toBe(ids.length);
    });

    test('produces the same bytes each time, and names its inputs', async () => {
        const [first, second] = await Promise.all([temporaryFolder(plans), temporaryFolder(plans)].map(async cwd => (await sup(['report', '--seed', '7'], { cwd })).stdout));
        expect(first).toBe(second);
        expect(first).toMatch(/Generated by sup 1\.2\.3 from 3 files \(SHA-256 [0-9a-f]{16}\), with direction down, the colors of the reader(?:'|&apos;)s system, seed 7/);
        const other = (await sup(['report', '--seed', '7'], { cwd: temporaryFolder({ ...plans, 'plan.sup': `${tidewater}\n` }) })).stdout;
        expect(/SHA-256 (\w+)/.exec(other)![1]).not.toBe(/SHA-256 (\w+)/.exec(first!)![1]);
    });

    test('states that a simulation was stopped at the limit of events', async () => {
        const { code, stdout, stderr } = await sup(['report', '--max-events', '10'], { cwd: temporaryFolder({ '.git/HEAD': '', 'plan.sup': tidewater }) });
        expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
        expect(wholeText(parseXml(stdout))).toContain('The run was stopped early');
    });

    test('contains no picture for a hierarchy without sites', async () => {
        const root = await page(temporaryFolder({ 'plan.sup': 'hierarchy Nothing\n' }));
        expect(named(root, 'h2').map(({ text }) => text)).toEqual(['Findings']);
        expect(named(root, 'svg')).toEqual([]);
    });
});

describe('hostile text in reports', () => {
    const hostile = (text: string): Record<string, string> => ({
        'plan.sup': tidewater.replace('hierarchy Tidewater', `hierarchy "${text}"`).replace('site OSL', `site OSL "${text}"`) + `\nallow some-rule because "${text}"\nallow no-sync-schedule because "${text}"\n`
    });
    const shape = (root: XmlElement): readonly string[] => all(root).map(({ name, attributes }) => `${name} ${Object.keys(attributes).join(' ')}`);

    test.each(['<script>alert(1)</script>', '</style><script>', '<img src=x onerror=alert(1)>', "' onload='x", '</svg><iframe srcdoc=x>', ']]><!--', '&lt;script&gt;'])('escapes %j in HTML', async text => {
        const [plain, changed] = await Promise.all(['x', text].map(each => page(temporaryFolder(hostile(each)))));
        expect(shape(changed!)).toEqual(shape(plain!));
    });

    test('escapes bidirectional control characters in HTML', async () => {
        const { stdout } = await sup(['report'], { cwd: temporaryFolder(hostile('a\u202eb')) });
        expect(stdout).toContain('a\\u202eb');
        expect(stdout).not.toContain('\u202e');
    });

    test('escapes markup in Markdown', async () => {
        const { stdout } = await sup(['report', '--format', 'markdown'], { cwd: temporaryFolder(hostile('[x](command:y) <b> | ![z](https://e/) `c` @all')) });
        const [title] = stdout.split('\n');
        expect(title).toBe('# \\[x\\](command:y) \\<b\\> \\| \\!\\[z\\](https\\://e/) \\`c\\` \\@all');
        expect(stdout).not.toMatch(/(^|[^\\])<b>/);
    });
});

describe('Markdown and SVG reports', () => {
    test('writes Markdown with tables, and its pictures next to it', async () => {
        const cwd = temporaryFolder({ ...plans, 'other.sup': tidewater.replaceAll('Tidewater', 'Harbour') });
        expect(await sup(['report', '--format', 'markdown', '--output', 'review.md'], { cwd })).toMatchObject({ code: 0, stdout: '', stderr: '' });
        const text = readFileSync(join(cwd, 'review.md'), 'utf8');
        expect(text).toContain('| TRD | Trondheim | secondary | OSL |');
        expect(text.match(/!\[.*\)/g)).toEqual(['![The hierarchy Tidewater](<review-picture.svg>)', '![The hierarchy Harbour](<review-picture-2.svg>)']);
        for (const name of ['review-picture.svg', 'review-picture-2.svg']) {
            expect(parseXml(readFileSync(join(cwd, name), 'utf8')).name).toBe('svg');
        }
    });

    test('does not overwrite a file that was not named with the picture of a Markdown report', async () => {
        const cwd = temporaryFolder({ ...plans, 'review-picture.svg': '<svg>drawn by hand</svg>' });
        const args = ['report', '--format', 'markdown', '--output', 'review.md'];
        expect(await sup(args, { cwd })).toMatchObject({ code: 2, stderr: 'sup: review-picture.svg would be the picture of this report, but it exists and is not a picture by sup; choose another name for --output\n' });
        expect(existsSync(join(cwd, 'review.md'))).toBe(false);
        expect(readFileSync(join(cwd, 'review-picture.svg'), 'utf8')).toBe('<svg>drawn by hand</svg>');
        rmSync(join(cwd, 'review-picture.svg'));
        await sup(args, { cwd });
        expect(await sup(args, { cwd })).toMatchObject({ code: 0, stderr: 'sup: replaced review-picture.svg, review.md, which existed already\n' });
    });

    test('writes a Mermaid flowchart in which the text of a plan stays text', async () => {
        const cwd = temporaryFolder({ 'plan.sup': tidewater.replace('site OSL', 'site OSL "a]<b>`x`;""end"') });
        const { stdout, code } = await sup(['report', '--format', 'mermaid'], { cwd });
        expect(code).toBe(0);
        expect(stdout).toMatch(/^flowchart TD\n {4}mu\(\["Microsoft Update"\]\)\n {4}s1\{\{"CEN<br\/>/);
        expect(stdout).toContain('"OSL a#93;#60;b#62;#96;x#96;#59;#34;end<br/>');
        expect(stdout).toMatch(/\n {4}s1 -->.* s2\n/);
    });

    test('explains how to get PNG pictures where the optional package is not installed', async () => {
        // The bundle is not beside a `node_modules` folder.
        const { code, stdout, stderr } = await sh('$SUP report --format png --output plan.png', { cwd: temporaryFolder(plans) });
        expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
        expect(stderr).toBe('sup: PNG pictures need the optional package @resvg/resvg-js: install it with "npm install @resvg/resvg-js" where sup is installed, or write --format svg instead\n');
    });

    test('refers to no picture in Markdown on stdout', async () => {
        const { stdout } = await sup(['report', '--format', 'markdown'], { cwd: temporaryFolder(plans) });
        expect(stdout).toContain('# Tidewater');
        expect(stdout).not.toContain('![');
    });

    test('draws a picture in the requested direction and colors', async () => {
        const cwd = temporaryFolder(plans);
        const picture = async (...args: string[]): Promise<XmlElement> => parseXml((await sup(['report', '--format', 'svg', ...args], { cwd })).stdout);
        const size = ({ attributes }: XmlElement): readonly number[] => [Number(attributes['width']), Number(attributes['height'])];
        const [down, right, dark] = await Promise.all([picture(), picture('--direction', 'right'), picture('--theme', 'dark')]);
        expect(size(right)[0]).toBeGreaterThan(size(down)[0]!);
        expect(size(dark)).toEqual(size(down));
        expect(named(dark, 'style')[0]!.text).not.toBe(named(down, 'style')[0]!.text);
    });

    test('rejects several hierarchies in one picture', async () => {
        const cwd = temporaryFolder({ ...plans, 'other.sup': tidewater.replaceAll('Tidewater', 'Harbour') });
        expect(await sup(['report', '--format', 'svg'], { cwd })).toMatchObject({
            code: 2, stdout: '', stderr: 'sup: these files contain 2 hierarchies, but a picture shows one; select the files of a single hierarchy: Tidewater, Harbour\n'
        });
        expect((await sup(['report', '--format', 'svg', 'other.sup'], { cwd })).code).toBe(0);
    });
});

describe('report output files', () => {
    const write = (cwd: string, output: string) => sup(['report', '--output', output], { cwd });

    test('replaces an older file, and leaves no other files', async () => {
        const cwd = temporaryFolder({ ...plans, 'out/report.html': 'older' });
        expect(await write(cwd, 'out/report.html')).toMatchObject({ code: 0, stdout: '' });
        expect(readFileSync(join(cwd, 'out/report.html'), 'utf8')).toMatch(/^<!DOCTYPE html>[^]*<\/html>\n$/);
        expect(readdirSync(join(cwd, 'out'))).toEqual(['report.html']);
    });

    test('writes to the target of a symbolic link, and keeps the link', async () => {
        const cwd = temporaryFolder({ ...plans, 'out/real.html': 'older' });
        symlinkSync('real.html', join(cwd, 'out/link.html'));
        await write(cwd, 'out/link.html');
        expect(lstatSync(join(cwd, 'out/link.html')).isSymbolicLink()).toBe(true);
        expect(readFileSync(join(cwd, 'out/real.html'), 'utf8')).toContain('Tidewater');
    });

    test.each([
        ['a missing folder', 'missing/report.html', 'there is no such file or folder'], ['a folder', 'out', 'it is not a file'],
        ['a device', '/dev/full', 'it is not a file'], ['a plan', 'plan.sup', '.sup files are plans, and output must not overwrite a plan'], ['a new plan', 'new.sup', '.sup files are plans, and output must not overwrite a plan']
    ])('does not write to %s', async (_, output, reason) => {
        const cwd = temporaryFolder({ ...plans, 'out/keep': '' });
        expect(await write(cwd, output)).toMatchObject({ code: 2, stdout: '', stderr: `sup: ${output} could not be written: ${reason}\n` });
        expect(readFileSync(join(cwd, 'plan.sup'), 'utf8')).toBe(tidewater);
        expect(existsSync(join(cwd, 'new.sup'))).toBe(false);
        expect(readdirSync(cwd).sort()).toEqual(['.git', 'more.sup', 'out', 'plan.sup', 'runs.sup']);
    });

    test('keeps the older file when writing fails', async () => {
        const cwd = temporaryFolder({ ...plans, 'report.html': 'older', 'full.cjs': 'const fs = require("node:fs");\nfs.renameSync = () => { throw Object.assign(new Error("ENOSPC: no space"), { code: "ENOSPC" }); };\n' });
        const { code, stderr } = await sup(['report', '--output', 'report.html'], { cwd, preload: join(cwd, 'full.cjs') });
        expect(code).toBe(2);
        expect(stderr).toMatch(/^sup: report\.html could not be written: /);
        expect(readFileSync(join(cwd, 'report.html'), 'utf8')).toBe('older');
        expect(readdirSync(cwd).filter(name => name.endsWith('.tmp'))).toEqual([]);
    });

    test('ends quietly when the reader closes stdout', async () => {
        expect(await sh('$SUP report | head -1', { cwd: temporaryFolder(plans) })).toMatchObject({ code: 0, stdout: '<!DOCTYPE html>\n', stderr: '' });
    });
});
