import { fileLimits } from '@sup/model';
import { describe, expect, test } from 'vitest';
import { changesOf } from '@sup/language';
import { applied, workspaceWith } from '../support/workspace.js';

// Cases that no rule page can show: files that are not read at all, and the fixes of characters and braces.

async function findingsIn(text: string): Promise<{ messageId: string; what: string; fixes: Record<string, string> }[]> {
    const files = { 'plan.sup': text };
    const workspace = await workspaceWith(files);
    return workspace.findings('plan.sup').filter(finding => finding.rule.id === 'syntax-error').map(finding => ({
        messageId: finding.messageId,
        what: finding.message.what,
        fixes: Object.fromEntries(finding.fixes().map(fix => [fix.title, applied(files, changesOf(fix.edits))['plan.sup']!]))
    }));
}

describe('more errors in one segment than are reported', () => {
    const most = fileLimits.diagnostics;
    const errors: readonly (readonly [string, (n: number) => string])[] = [
        ['braces that close nothing', n => '}\n'.repeat(n)],
        ['characters without a meaning', n => '%\n'.repeat(n)]
    ];

    test.each(errors)('%s: reports the rest in one last finding, and in one diagnostic', async (_, make) => {
        const workspace = await workspaceWith(make(50 * most));
        const findings = workspace.findings('plan.sup');
        expect(findings).toHaveLength(most + 1);
        expect(findings.filter(({ messageId }) => messageId === 'more')).toEqual([findings.at(-1)]);
        expect(workspace.diagnostics('plan.sup')[0]).toMatchObject({ code: 'too-many-findings', message: expect.stringMatching(/^More findings in this file than were counted are not shown\. Showing the 100 most severe\. Fix some to see more\.$/) as string });
    });

    test.each(errors)('%s: reports no rest if there is none', async (_, make) => {
        const workspace = await workspaceWith(make(most));
        expect(workspace.findings('plan.sup').map(({ messageId }) => messageId)).not.toContain('more');
        expect(workspace.diagnostics('plan.sup')).toHaveLength(most);
    });

    test('counts the errors of two segments together', async () => {
        const workspace = await workspaceWith(`central site NOR {\n${'%\n'.repeat(most)}}\nprimary site OSL {\n%\n}\n`);
        expect(workspace.diagnostics('plan.sup')[0]!.message).toMatch(/^[\d,]+ more findings in this file are not shown/);
    });
});

describe('files that are not read', () => {
    test.each([
        ['tooLarge', 'x'.repeat(fileLimits.characters + 1), 'This file is larger than 4 MiB.'],
        ['notText', 'c\0e\0n\0', 'This file contains the character U+0000, so it is not UTF-8 text.'],
        ['tooDeep', 'x {\n'.repeat(65), 'Blocks are nested more than 64 levels deep.']
    ])('reports %s once', async (messageId, text, what) => {
        expect(await findingsIn(text)).toEqual([{ messageId, what, fixes: {} }]);
    });

    test('reports the place where a file with too many sites is no longer analyzed: \'tooLong\'', async () => {
        const sites = (count: number): string => Array.from({ length: count }, (_, i) => `secondary site ${(i + 10_000).toString(36).slice(-3)}\n`).join('');
        const workspace = await workspaceWith({ 'plan.sup': sites(fileLimits.segments + 5) });
        const found = workspace.findings('plan.sup').filter(({ messageId }) => messageId === 'tooLong');
        expect(found.map(({ message, at }) => [message.what, workspace.document('plan.sup').textDocument.positionAt((at as { offset: number }).offset).line])).toEqual([['This file is analyzed only up to here.', fileLimits.segments]]);
    });

    test.each([
        ['partTooLong', (lines: string) => `  // A comment\n  %\n${lines}`, 'This site or scenario is analyzed only up to here.'],
        ['partNotPlain', (lines: string) => `${lines}  %\n`, 'Because of this text, only the first 5,000 words of this site or scenario are analyzed.']
    ])('reports a long site of which only the beginning is analyzed: \'%s\'', async (messageId, contentOf, what) => {
        const workspace = await workspaceWith(`central site NOR {\n${contentOf('  mode: native native\n'.repeat(2_000))}}\nprimary site OSL reports to NOR\n`);
        const [found] = workspace.findings('plan.sup').filter(finding => finding.messageId === messageId);
        expect(found).toMatchObject({ message: { what } });
        expect(workspace.findings('plan.sup').map(finding => finding.message.what).join()).not.toContain('site OSL reports to');
    });

    test('reports a parser that throws as one finding: \'failed\'', async () => {
        const workspace = await workspaceWith('');
        const { FastParser, LangiumParser } = workspace.services.parser;
        FastParser.parse = () => undefined;
        const { inner } = LangiumParser as unknown as { inner: { parse: () => never } };
        inner.parse = () => {
            throw new RangeError('Maximum call stack size exceeded');
        };
        await workspace.write({ 'plan.sup': 'central site NOR' });
        expect(workspace.findings('plan.sup')).toMatchObject([{ messageId: 'failed', message: { what: 'This text could not be read: Maximum call stack size exceeded.' } }]);
        await workspace.write({ 'plan.sup': 'central site NOR' });
        expect(workspace.findings('plan.sup')).toEqual([]);
    });
});

describe('characters without meaning', () => {
    test.each([
        ['fqdn = "a"', 'Write `:`', 'fqdn: "a"'],
        ['mode: mixed;', 'Remove `;`', 'mode: mixed'],
        ['# the head office', 'Make the line a comment', '// the head office'],
        ['-- the head office', 'Make the line a comment', '// the head office'],
        ["os: 'Windows Server 2008'", 'Write straight double quotes', 'os: "Windows Server 2008"'],
        ['os: “Windows Server 2008”', 'Write straight double quotes', 'os: "Windows Server 2008"'],
        ['os: „Windows Server 2008“', 'Remove `„`', 'os: Windows Server 2008'],
        ['account: NORDLYS\\svc-sup', 'Write `"NORDLYS\\svc-sup"`', 'account: "NORDLYS\\svc-sup"'],
        ['products: Windows (all), Office', 'Write `"Windows (all)"`', 'products: "Windows (all)", Office'],
        ['link: 2 mbit/s', 'Write `2 Mbps`', 'link: 2 Mbps'],
        ['link: 40 ms, 2 Mb/s // leased', 'Write `40 ms, 2 Mbps`', 'link: 40 ms, 2 Mbps // leased'],
        ['server NORSRV01: {\n}', 'Remove `:`', 'server NORSRV01 {\n}'],
        ['mode\u200B: mixed', 'Remove U+200B (zero width space)', 'mode: mixed'],
        ['mode: mixed 😀', 'Remove U+1F600', 'mode: mixed']
    ])('fixes %j: %s', async (line, title, fixed) => {
        const block = (inside: string): string => `central site NOR {\n${inside}\n}\n`;
        const [finding] = await findingsIn(block(line));
        expect(finding?.fixes).toHaveProperty([title], block(fixed));
    });

    test('does not offer quotes for a value that is not a text', async () => {
        const [finding] = await findingsIn('central site NOR {\n  link: 2 mbit/s\n}\n');
        expect(Object.keys(finding!.fixes)).toEqual(['Write `2 Mbps`', 'Remove `/`']);
    });

    test('reports a text in foreign quotes once', async () => {
        expect(await findingsIn('central site NOR “Head Office”\n')).toHaveLength(1);
    });

    test('reports a run of characters once, and names the first few', async () => {
        expect(await findingsIn('@ # $ % & * @\n')).toMatchObject([{ what: '`@`, `#`, `$`, `%` and 2 more have no meaning outside quotes and comments.' }]);
    });
});

test('the first fix of `reports to` inside a site block writes it before the block', async () => {
    const [finding] = await findingsIn('central site NOR\nprimary site OSL "Oslo" {\n  mode: mixed\n  reports to NOR\n}\n');
    expect(Object.entries(finding!.fixes)[0]).toEqual(['Write `reports to NOR` before the block', 'central site NOR\nprimary site OSL "Oslo" reports to NOR {\n  mode: mixed\n}\n']);
});

describe('braces', () => {
    test.each([
        ['at the end of the file', 'central site NOR {\n  server A {\n    site server\n', 'Close server A and site NOR', 'central site NOR {\n  server A {\n    site server\n  }\n}\n'],
        ['on one line', 'central site NOR { server A { site server', 'Close server A and site NOR', 'central site NOR { server A { site server } }'],
        ['after a comment', 'central site NOR {\n  mode: mixed // for now\nprimary site FJO reports to NOR\n', 'Close site NOR', 'central site NOR {\n  mode: mixed // for now\n}\nprimary site FJO reports to NOR\n'],
        ['with other line breaks', 'central site NOR {\r\n\tserver A {\r\n', 'Close server A and site NOR', 'central site NOR {\r\n\tserver A {\r\n\t}\r\n}\r\n'],
        ['in the middle', 'central site NOR {\n  server A {\n    wsus 3.0 SP2 {\n      ports: 80\n  }\n  server B {\n  }\n}\n', 'Close `wsus` of server A', 'central site NOR {\n  server A {\n    wsus 3.0 SP2 {\n      ports: 80\n    }\n  }\n  server B {\n  }\n}\n']
    ])('adds missing braces %s', async (_, text, title, fixed) => {
        expect(await findingsIn(text)).toMatchObject([{ messageId: 'unclosed', fixes: { [title]: fixed } }]);
    });

    test('closes a site before a nested one, which then reports to it', async () => {
        const [first, second, ...others] = await findingsIn('central site NOR {\n  primary site FJO {\n    secondary site BER {\n    }\n  }\n}\n');
        expect(first).toMatchObject({ messageId: 'nested', fixes: { 'Close site NOR before site FJO': expect.stringContaining('primary site FJO reports to NOR {') as string } });
        expect(second).toMatchObject({ messageId: 'nested', fixes: { 'Close site FJO before site BER': expect.stringContaining('secondary site BER reports to FJO {') as string } });
        expect(others).toEqual([]);
    });

    test('moves a site that was pasted into another after it, so that the content of the outer one stays in its block', async () => {
        const nested = '  /** New. */\n  secondary site FJO reports to NOR {\n    server FJOSRV01 {\n    }\n  }\n';
        const [first] = await findingsIn(`central site NOR {\n  mode: mixed\n${nested}  clients: 500\n}\n\nprimary site OSL reports to NOR\n`);
        expect(Object.entries(first!.fixes)[0]).toEqual(['Move site FJO after site NOR',
            'central site NOR {\n  mode: mixed\n  clients: 500\n}\n\n/** New. */\nsecondary site FJO reports to NOR {\n  server FJOSRV01 {\n  }\n}\n\nprimary site OSL reports to NOR\n']);
    });

    test('removes braces around a whole file', async () => {
        expect(await findingsIn('hierarchy Nordlys {\ncentral site NOR {\n}\n}\n')).toMatchObject([
            { messageId: 'opening', fixes: { 'Remove the brace': 'hierarchy Nordlys\ncentral site NOR {\n}\n}\n' } },
            { messageId: 'closing', fixes: { 'Remove this `}`': 'hierarchy Nordlys {\ncentral site NOR {\n}\n' } }
        ]);
    });

    test('reports no missing brace in an unclosed comment', async () => {
        expect(await findingsIn('central site NOR {\n/* }\n')).toEqual([]);
    });

    test('reports no missing brace in an unclosed quoted text', async () => {
        expect(await findingsIn('central site NOR "Head Office {\n  server NORSRV01 { os: "Windows }\n}\n')).toEqual([]);
    });
});
