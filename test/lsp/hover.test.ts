import { describe, expect, test } from 'vitest';
import { TestEditor } from '../support/editor.js';

const over = async (files: Parameters<typeof TestEditor.open>[0]): Promise<string | undefined> => (await TestEditor.open(files)).hover();

const top = `hierarchy H
/** Top of the tree. */
central site AAA "Head office" {
  release: SP2 R3
  mode: native
  clients: 12000 intranet, 300 internet
  server A1 {
    site server
    fqdn: "a1.example"
    wsus 3.0 SP2 { ports: 8530, 8531  ssl: required }
    software update point active { accepts: intranet, internet }
  }
  server A2 { software update point internet }
}
`;
const below = `hierarchy H
secondary site BBB "Bergen" reports to AAA {
  clients: 240 intranet
}
`;

describe('a site', () => {
    test('describes a site at its declaration', async () => {
        expect(await over(top.replace('AAA', 'A|AA'))).toBe(`**central site AAA** Head office

- Release: SP2 R3
- Mode: native
- Active software update point: A1
- Internet-based software update point: A2
- Synchronizes from: Microsoft Update
- Clients: 12,000 on the intranet, 300 on the Internet
- Intranet clients scan against: A1
- Internet clients scan against: A2
- Clients of the active software update point: 12,300, with those of secondary sites that have none

Top of the tree\\.`);
    });

    test('describes a site at a reference, with derived values', async () => {
        const files = { 'a.sup': top, 'b.sup': below };
        expect(await over({ ...files, 'b.sup': below.replace('to AAA', 'to AA|A') })).toContain('12,540, with');
        expect(await over({ ...files, 'b.sup': below.replace('BBB', '|BBB') })).toBe(`**secondary site BBB** Bergen

- Mode: native, derived from AAA
- Reports to: AAA Head office
- Active software update point: none
- Clients: 240 on the intranet, 0 on the Internet
- Intranet clients scan against: A1 of AAA`);
    });

    test('does not describe a site of another hierarchy', async () => {
        expect(await over({ 'a.sup': top, 'b.sup': below.replace('hierarchy H', 'hierarchy I').replace('to AAA', 'to A|AA') })).toMatch(/^A Configuration Manager site: /);
    });
});

test('describes a server at its declaration and at references, in quotes too', async () => {
    expect(await over(top.replace('server A1', 'server A1|'))).toBe(`**server A1** of site AAA

- FQDN: a1\\.example
- WSUS: 3.0 SP2, ports 8530 and 8531, SSL required
- Role: site server
- Role: active software update point, ports 8530 and 8531, SSL
- Synchronizes from: Microsoft Update
- Serves: 12,300 clients of at most 25,000`);
    const plan = (line: string): string => `central site AAA {\n  server "A 1"\n  cluster C1 { nodes: "A 1"  fqdn: "c.example" }\n  ${line}\n}`;
    expect(await over(plan('synchronization { source: server C|1 }'))).toBe('**cluster C1** of site AAA\n\n- Nodes: A 1\n- FQDN: c\\.example');
    expect(await over(plan('synchronization { source: server "A| 1" }'))).toBe('**server A 1** of site AAA\n\n- Node of: C1');
    expect(await over(plan('group policy: "A |1"'))).toMatch(/^Value of `group policy`\. The update service address/);
});

test('explains keys, keywords and rules', async () => {
    expect(await over(top.replace('mode', 'm|ode'))).toMatch(/^The site mode\.[\s\S]+Expected: `native` or `mixed`\.\nDefault: [\s\S]+Source: Configuration Manager Site Modes\.\n\nRules: \[native-child-under-mixed-parent\]/);
    expect(await over(top.replace('ports', '|ports'))).toMatch(/^The HTTP and HTTPS ports of the WSUS web site/);
    expect(await over('central site AAA {\n  por|ts: 80\n}')).toBe('ports belongs in `wsus` or `software update point`.');
    expect(await over('central site AAA {\n  nons|ense: 80\n}')).toBe('nonsense is not a property of the language.');
    expect(await over(top.replace('software', 'soft|ware'))).toMatch(/^The software update point role/);
    expect(await over(below.replace('reports', 'rep|orts'))).toMatch(/^Names the parent site/);
    expect(await over('central site AAA {\n  allow sup-port-|mismatch until 2030-01-01\n}')).toMatch(/\.\n\n\[sup-port-mismatch\]\(https:\/\/\S+\/sup-port-mismatch\.md\)$/);
    expect(await over('central site AAA {\n  allow no-|rule\n}')).toBe('There is no rule no\\-rule.');
    expect(await over('central site AAA | {\n  // mo|de\n}')).toBeUndefined();
});

test('explains the properties of reachability, certificates and imports, and unknown values', async () => {
    const site = (line: string): string => `central site AAA {\n  server A1 { wsus 3.0 { ${line} } }\n  cannot reach: A1\n}`;
    expect(await over(site('certificate na|mes: "a.example"'))).toMatch(/^The names in the certificate of the WSUS web site: its subject and its alternative names\.\n\nExpected: a list of names in quotes\.\n\nSource: /);
    expect(await over(site('web site|: custom'))).toMatch(/Expected: `default` or `custom`\./);
    expect(await over(site('ports: 80').replace('cannot reach', 'cannot re|ach'))).toMatch(/Expected: a list of servers and clusters, or `Microsoft Update`\./);
    expect(await over(site('ports: 80').replace('reach: A1', 'reach: A|1'))).toMatch(/^\*\*server A1\*\* of site AAA/);
    const about = 'The value exists but is not known. No rule judges it, pictures mark it, and the simulation uses the default in its place.';
    expect(await over(site('ports: un|known'))).toBe(about);
    expect(await over('central site AAA { server A1 { wsus unkn|own { } } }')).toBe(about);
    expect(await over('central site AAA { server A1 { software update point unkn|own } }')).toBe(about);
    expect(await over('central site AAA { server A1 { os: "unkn|own" } }')).toMatch(/^Value of `os`/);
    expect(await over('central site AAA { server A|1 { wsus unknown { ports: unknown } software update point unknown } }')).toContain('- WSUS: version unknown\n- Role: software update point, state unknown, unknown ports');
});

test('explains values, units, schedules, and the words of events and expectations', async () => {
    const site = (line: string): string => `central site AAA {\n  ${line}\n}`;
    expect(await over(site('mode: nat|ive'))).toMatch(/^\*\*native\*\*: Clients and site systems authenticate with certificates[\s\S]+\n\n---\n\nValue of `mode`\./);
    expect(await over(site('server A { wsus 3.0 { ssl: whole web|site } }'))).toMatch(/^\*\*whole website\*\*: IIS requires SSL on the whole web site/);
    expect(await over(site('synchronization { source: Micro|soft Update }'))).toMatch(/^\*\*Microsoft Update\*\*: The public service/);
    expect(await over(site('synchronization { classifications: "Critical Up|dates" }'))).toMatch(/^\*\*Critical Updates\*\*: Widely released fixes for critical problems/);
    expect(await over(site('synchronization { languages: n|l }'))).toMatch(/^\*\*nl\*\*: Dutch\./);
    expect(await over(site('synchronization { schedule: every 12 ho|urs }'))).toMatch(/^\*\*hours\*\*: Hours\./);
    expect(await over(site('synchronization { schedule: every 7 days at 0|2:07 }'))).toMatch(/^The site synchronizes every 7 days at 02:07\./);
    expect(await over(site('link: 2 Mb|ps'))).toMatch(/^\*\*Mbps\*\*: Megabits per second\./);
    const scenario = (line: string): string => `central site AAA { server A1 }\nscenario "S" for 7 days {\n  ${line}\n}`;
    expect(await over(scenario('at 2d 0|3:00: stop A1 for 4h'))).toMatch(/^The event happens 2d 3h after the start of the run, which is at midnight\.[\s\S]+`stop SERVER/);
    expect(await over(scenario('expect status 67|03 at AAA'))).toMatch(/^\*\*6703\*\*: Synchronization has failed\.[\s\S]+Source: Troubleshooting Software Updates Synchronization\.[\s\S]+`status ID at SITES/);
    expect(await over('prim|ary site BBB')).toMatch(/^\*\*primary\*\*: A site with its own database/);
    expect(await over(site('server A { software update point inac|tive }'))).toMatch(/^\*\*inactive\*\*: Configuration Manager does not configure it/);
    expect(await over(site('server A { wsus 3.0 S|P1 }'))).toMatch(/^\*\*3\\\.0 SP1\*\*: Windows Server Update Services 3\.0 SP1/);
});

test('sends plain text to a client that shows no Markdown', async () => {
    const editor = await TestEditor.open(top.replace('A1 {', 'A|1 {'));
    await editor.workspace.services.shared.lsp.LanguageServer.initialize({ processId: null, rootUri: null, capabilities: { textDocument: { hover: { contentFormat: ['plaintext'] } } } });
    const { contents } = (await editor.workspace.services.lsp.HoverProvider!.getHoverContent(editor.document, editor.params))!;
    expect(contents).toEqual({ kind: 'plaintext', value: expect.stringMatching(/^server A1 of site AAA\n\n- FQDN: a1\.example\n/) as string });
    expect((contents as { value: string }).value).not.toMatch(/[\\*`[\]]/);
});

describe('text from a file in a hover', () => {
    const hostile = ['[x](command:boom)', '![x](https://a.example/x.png)', '<img src=x onerror=y>', '`code`', '\\[x](command:boom)', '**bold**', 'https://a.example', 'www.a.example', '&#91;x&#93;(command:boom)', 'x\u202Ey'];

    test.each(hostile)('shows %s as plain text', async text => {
        const hover = (await over(`/** ${text} */\ncentral site A|AA "${text}"`))!;
        // Without the escaped characters, no Markdown syntax is left.
        const left = hover.split('\n').map(line => line.replace(/\\[!-/:-@[-`{-~]/g, '')).join('\n');
        const heading = '**central site AAA** ';
        expect(left.startsWith(heading), hover).toBe(true);
        expect(left.slice(heading.length).replace(/^- [A-Z][A-Za-z -]+: [\w ,]+$/gm, ''), hover).toMatch(/^[A-Za-z0-9+\s]*$/);
        expect(hover).not.toContain('\u202E');
    });

    test('keeps the paragraphs of documentation', async () => {
        expect(await over('/**\n * - one\n *   # two\n *\n *\n *     three\n */\ncentral site A|AA')).toContain('\n\n\\- one\n\\# two\n\nthree');
    });

    test('does not show an ordinary comment as documentation', async () => {
        expect(await over('/* private */\ncentral site A|AA')).not.toContain('private');
    });
});
