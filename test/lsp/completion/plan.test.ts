import type { CompletionItem } from 'vscode-languageserver-types';
import { describe, expect, test } from 'vitest';
import { choosing, labels, supportSnippets } from '../../support/completing.js';
import { TestEditor } from '../../support/editor.js';
import { workspaceWith } from '../../support/workspace.js';
import { expandSnippet } from '../../support/snippet.js';

/** The text that an item inserts in a client with snippets. */
async function inserted(label: string, text: string): Promise<string | undefined> {
    const editor = await TestEditor.open(text);
    await supportSnippets(editor);
    return (await editor.complete()).items.find(each => each.label === label)?.textEdit?.newText;
}

describe('completion that depends on the plan', () => {
    const region = (line: string): string => `central site CEN {
  mode: native
  server CENSUP01 {
    fqdn: "censup01.harbour.example"
    site server
    wsus 3.0 SP2 { ports: 8530, 8531  ssl: required }
    software update point active
  }
}
primary site PRI reports to CEN {
  server PRISUP01 {
    wsus 3.0 SP2
    software update point active
  }
}
secondary site SEC reports to PRI
${line}`;

    test('offers only sites that can be the parent', async () => {
        expect(await labels(region('secondary site NEW reports to |'))).toEqual(['CEN', 'PRI']);
        expect(await labels(region('').replace('PRI reports to CEN', 'PRI reports to |'))).toEqual(['CEN']);
        expect(await labels('central site CEN { release: SP1 }\nprimary site PRI reports to | {\n  release: SP2\n}')).toEqual([]);
    });

    test('offers a site with a software update point only parents from which it can synchronize', async () => {
        const withRole = (head: string, version: string): string => `${head} {\n  server S${head.split(' ')[2]!} {\n    site server\n    wsus ${version}\n    software update point active\n  }\n}\n`;
        const plan = (version: string): string => `${withRole('central site CEN', '3.0 SP1')}primary site ALO reports to CEN\nprimary site IDL reports to CEN {\n  server IDL1 {\n    software update point inactive\n  }\n}\n${withRole('primary site NEW reports to |', version)}`;
        expect(await labels(plan('3.0 SP1'))).toEqual(['CEN']);
        expect(await labels(plan('3.0 SP2'))).toEqual([]);
        expect(await labels(`${withRole('central site CEN', '3.0 SP1')}primary site ALO reports to CEN\nprimary site NEW reports to | {\n}\n`)).toEqual(['CEN', 'ALO']);
    });

    test('offers the active role on another server with the console that the site server needs to configure it', async () => {
        const remote = (console: string, role = 'software update point |'): string => `central site CEN {\n  server CENSRV01 {\n    site server${console}\n  }\n  server CENSUP01 {\n    wsus 3.0 SP1\n    ${role}\n  }\n}`;
        const active = async (text: string): Promise<CompletionItem | undefined> => (await (await TestEditor.open(text)).complete()).items.find(({ label }) => label === 'active');
        expect((await active(remote('\n    wsus console: 3.0 SP1')))!.additionalTextEdits).toBeUndefined();
        const item = (await active(remote('')))!;
        expect(item).toMatchObject({ labelDetails: { description: 'adds wsus console to CENSRV01' }, documentation: { value: expect.stringMatching(/^The site server CENSRV01 configures WSUS on other servers/) as string } });
        const after = await choosing('active', remote(''));
        expect(after).toContain('  server CENSRV01 {\n    wsus console: 3.0 SP1\n    site server\n  }\n');
        expect((await workspaceWith(after)).listing().filter(line => line.includes('console'))).toEqual([]);
        expect(await active(remote('\n    wsus console: unknown'))).toBeDefined();
    });

    test('offers a new server or role with the console that the site server lacks, where the client supports snippets', async () => {
        const plan = (line: string): string => `central site CEN {\n  server CENSRV01 {\n    site server\n  }\n  ${line}\n}`;
        for (const [label, line] of [['server', '|'], ['software update point', 'server CENSUP01 {\n    wsus 3.0 SP2\n    |\n  }']] as const) {
            const editor = await TestEditor.open(plan(line));
            const plain = (await editor.complete()).items.find(each => each.label === label)!;
            expect(plain.additionalTextEdits, label).toBeUndefined();
            await supportSnippets(editor);
            const item = (await editor.complete()).items.find(each => each.label === label)!;
            expect(item.additionalTextEdits?.map(({ newText }) => newText.trim()), label).toEqual(['wsus console: 3.0 SP2']);
            expect(item.textEdit!.newText, label).toMatch(/software update point (\$\{1\|)?active/);
        }
    });

    test('accepts an item of a list at a comma, and no other item', async () => {
        const commits = async (text: string): Promise<Record<string, readonly string[] | undefined>> => {
            const editor = await TestEditor.open(text);
            await supportSnippets(editor);
            return Object.fromEntries((await editor.complete()).items.map(({ label, commitCharacters }) => [label, commitCharacters]));
        };
        const synchronization = (line: string): string => `central site CEN {\n  synchronization {\n    ${line}\n  }\n}`;
        expect(await commits(synchronization('languages: d|'))).toMatchObject({ de: [','], unknown: undefined });
        expect(await commits(synchronization('products: Win|'))).toMatchObject({ 'Windows 7': [','] });
        expect(await commits(synchronization('products: "Win|'))).toMatchObject({ 'Windows 7': undefined });
        expect(await commits(synchronization('source: |'))).toMatchObject({ 'Microsoft Update': undefined });
        expect(await commits('central site CEN {\n  server CENSUP01 { wsus 3.0 { ports: 8| } }\n}')).toMatchObject({ '8530, 8531': undefined });
        const withoutSupport = (await (await TestEditor.open(synchronization('languages: d|'))).complete()).items;
        expect(withoutSupport.every(({ commitCharacters }) => commitCharacters === undefined)).toBe(true);
    });

    test('offers the Internet-based role only on another server of a native primary site that clients on the Internet can find', async () => {
        const dmz = (server: string, site = region('')): string => site.replace('  server PRISUP01 {', `  server PRIDMZ01 {\n    wsus 3.0 SP2 { ports: 80, 443  ssl: required }\n    ${server}\n    software update point |\n  }\n  server PRISUP01 {`);
        const native = region('').replace('PRI reports to CEN {', 'PRI reports to CEN {\n  mode: native');
        expect(await labels(dmz('internet fqdn: "updates.harbour.example"', native))).toEqual(['internet', 'inactive', 'unknown']);
        expect(await labels(dmz('', native))).not.toContain('internet');
        expect(await labels(dmz('internet fqdn: "updates.harbour.example"'))).not.toContain('internet');
        expect(await labels(dmz('internet fqdn: "updates.harbour.example"\n    site server', native))).not.toContain('internet');
    });

    test('offers the active role only where Group Policy has its address', async () => {
        const withPolicy = (ssl: string): string => `central site CEN {\n  mode: mixed\n  group policy: "http://censup01.harbour.example:8530"\n  server CENSUP01 {\n    site server\n    fqdn: "censup01.harbour.example"\n    wsus 3.0 SP2 { ports: 8530, 8531${ssl} }\n    software update point |\n  }\n}`;
        expect(await labels(withPolicy(''))).toContain('active');
        expect(await labels(withPolicy('  ssl: required'))).not.toContain('active');
    });

    test('offers on a line with further text a block whose values end before the next statement', async () => {
        const text = await inserted('server', 'central site CEN {\n  | clients: 100 intranet\n}');
        expect(text).toMatch(/^server .* \{ site server {2}wsus 3\.0 SP2 \{ .* \} {2}software update point active {2}fqdn: ".*" \}$/);
    });

    test('offers the operating systems of the time on which the WSUS of the server runs', async () => {
        const systems = (wsus: string): Promise<string[]> => labels(`central site CEN {\n  server CENSUP01 {\n    os: |\n    ${wsus}\n  }\n}`);
        expect(await systems('')).toEqual(['Windows Server 2008 R2', 'Windows Server 2008 R2 SP1', 'Windows Server 2008 SP2', 'Windows Server 2008', 'Windows Server 2003 R2 SP2', 'Windows Server 2003 SP2', 'Windows Server 2003 R2', 'Windows Server 2003 SP1', 'unknown']);
        expect(await systems('wsus 3.0 SP2')).not.toContain('Windows Server 2003 SP1');
        expect(await systems('wsus 3.0 SP1')).not.toContain('Windows Server 2008 R2');
        expect(await systems('wsus 3.0 SP1')).toContain('Windows Server 2003 SP1');
    });

    test('offers the client installation where a cluster has the active role', async () => {
        const nodes = ['A', 'B'].map(name => `  server ${name} { wsus 3.0 SP2 }\n`).join('');
        expect(await labels(`central site CEN {\n${nodes}  cluster N { nodes: A, B\n    software update point active\n  }\n  |\n}`)).toContain('client installation');
        expect(await labels(`central site CEN {\n${nodes}  cluster N { nodes: A, B }\n  |\n}`)).not.toContain('client installation');
    });

    test('offers a state of the role only where no other role has it', async () => {
        expect(await labels(region('').replace('primary site PRI', '  server CENSUP02 {\n wsus 3.0 SP2\n software update point |\n }\n}\nprimary site PRI').replace('}\n}\n  server', '}\n  server'))).not.toContain('active');
        expect(await labels(region('').replace('point active', 'point |'))).toEqual(['active', 'inactive', 'unknown']);
    });

    test('does not offer values that contradict the sites below', async () => {
        const below = (site: string): string => `central site CEN {\n  mode: |\n}\nsecondary site SEC reports to CEN {\n  ${site}\n}`;
        expect(await labels(below('mode: mixed'))).toEqual(['mixed', 'unknown']);
        expect(await labels(below(''))).toEqual(['native', 'mixed', 'unknown']);
        const replica = 'secondary site SEC reports to CEN {\n  server SECSUP01 {\n    wsus 3.0 SP2\n    software update point active\n  }\n}';
        expect(await labels(`central site CEN {\n  server CENSUP01 {\n    wsus 3.0 SP2\n    software update point |\n  }\n}\n${replica}`)).toEqual(['active', 'unknown']);
    });

    test('offers the role with WSUS on a server that has none', async () => {
        expect(await inserted('software update point', 'central site CEN {\n  server CENSUP01 {\n    site server\n    |\n  }\n}')).toBe('wsus 3.0 SP2 { ports: 8530, 8531 }\nsoftware update point ${1|active,inactive|}');
    });

    test('offers the site server with the console that configures WSUS on another server', async () => {
        const first = 'central site CEN {\n  server CENSUP01 {\n    wsus 3.0 SP1 { ports: 8530, 8531 }\n    software update point active\n  }\n';
        expect(await inserted('site server', `${first}  server CENSUP02 {\n    |\n  }\n}`)).toBe('site server\nwsus console: 3.0 SP1');
        expect(await inserted('site server', `${first}  server CENSUP02 {\n    | fqdn: "a.example"\n  }\n}`)).toBe('site server  wsus console: 3.0 SP1');
        expect(await inserted('site server', `${first}  server CENSUP02 {\n    wsus 3.0 SP1\n    |\n  }\n}`)).toBe('site server');
        expect(await inserted('site server', first.replace('    wsus', '    |\n    wsus') + '}')).toBe('site server');
    });

    test('offers before a block only statements that its properties belong to', async () => {
        expect(await labels('central site CEN {\n  server CENSUP01 {\n    | {\n      ports: 80, 443\n    }\n  }\n}')).toEqual(['wsus', 'software update point']);
        expect(await labels('central site CEN {\n  server CENSUP01 {\n    | {\n      os: "Windows Server 2008"\n    }\n  }\n}')).toEqual([]);
    });

    test('offers ports for WSUS where a Group Policy names another server', async () => {
        const site = (policy: string): string => `central site CEN {\n  group policy: "${policy}"\n  server CENSUP01 {\n    wsus 3.0 SP2 { ports: | }\n    software update point active\n  }\n}`;
        expect(await labels(site('http://oldwsus.reef.example:80'))).toEqual(['8530, 8531', '80, 443', 'unknown']);
        expect(await labels(site('http://censup01'))).toEqual(['80, 443', 'unknown']);
        expect(await labels(site('http://censup01:8530'))).toEqual(['8530, 8531', 'unknown']);
    });

    test('offers no role or parent above a site that synchronizes from elsewhere', async () => {
        const child = 'primary site PRI reports to CEN {\n  server PRISUP01 {\n    site server\n    wsus 3.0 SP2\n    software update point active\n  }\n  synchronization {\n    source: Microsoft Update\n  }\n}\n';
        expect(await inserted('server', `central site CEN {\n  |\n}\n${child}`)).not.toContain('software update point');
        expect(await labels(`central site CEN {\n  server CENSUP01 {\n    wsus 3.0 SP2\n    software update point |\n  }\n}\n${child}`)).not.toContain('active');
        expect(await labels(`central site CEN {\n  server CENSUP01 {\n    wsus 3.0 SP2\n    software update point active\n  }\n}\n${child.replace('to CEN', 'to |')}`)).toEqual([]);
    });

    test('offers no role on a new server that cannot reach its source', async () => {
        const plan = (reach: string): string => `central site CEN {\n  server CENSUP01 {\n    site server\n    wsus 3.0 SP2\n    software update point active\n  }\n}\nsecondary site BAY reports to CEN {\n  |\n${reach}}`;
        expect(await inserted('server', plan(''))).toContain('software update point active');
        expect(await inserted('server', plan('  cannot reach: CENSUP01\n'))).not.toContain('software update point');
    });

    test('offers clients the place whose software update point their Group Policy names', async () => {
        const group = (policy: string): string => region('').replace('mode: native\n', `mode: native\n  clients "Kiosks" {\n    on: |\n    policy: "${policy}"\n  }\n`)
            .replace('site server\n', 'site server\n  }\n  server CENDMZ01 {\n    internet fqdn: "updates.harbour.example"\n    wsus 3.0 SP2 { ports: 80, 443  ssl: required }\n    software update point internet\n  }\n  server CENSUP02 {\n    fqdn: "censup02.harbour.example"\n');
        expect(await labels(group('https://censup02.harbour.example:8531'))).toEqual(['intranet', 'unknown']);
        expect(await labels(group('https://updates.harbour.example:443'))).toEqual(['internet', 'unknown']);
        expect(await labels(group('https://other.example:443'))).toEqual(['intranet', 'internet', 'unknown']);
    });

    test('offers an import or a server as source only where a server exports', async () => {
        expect(await labels('synchronization {\n  source: |\n}')).not.toContain('server');
        expect(await labels('central site CEN {\n  synchronization {\n    |\n  }\n}')).not.toContain('import');
        expect(await labels('central site CEN {\n  server CENSUP01\n  synchronization {\n    |\n  }\n}')).toContain('import');
    });

    test('offers the default of an assumption first', async () => {
        expect(await labels('scenario "S" for 2 days {\n  assume { import share: | }\n}')).toEqual(['40']);
        expect((await labels('scenario "S" for 2 days {\n  assume { verify interval: | }\n}'))[0]).toBe('1 hour');
    });

    test('offers WSUS on the first node of a cluster with the database and folder that the nodes share', async () => {
        const cluster = '  cluster CENNLB01 {\n    nodes: CENSUP01, CENSUP02\n    software update point active\n  }\n}';
        const shared = 'database: "CENSQL01"  content folder: "\\\\\\\\CENFS01\\\\wsuscontent"';
        expect(await inserted('wsus', `central site CEN {\n  server CENSUP01 {\n    |\n  }\n  server CENSUP02\n${cluster}`)).toContain(shared);
        expect(await inserted('server', `central site CEN {\n  |\n${cluster}`)).toContain(shared);
    });

    test('offers a site server with the console where the version of WSUS on a cluster is not known', async () => {
        expect(await inserted('server', 'central site CEN {\n  |\n  cluster CENNLB01 {\n    software update point active\n  }\n}')).toContain('wsus console: 3.0 SP2');
    });

    test('offers a primary site of SMS 2003 without the role', async () => {
        const parent = 'primary site OLD {\n  release: SMS 2003\n  server OLDSUP01 {\n    wsus 3.0 SP1\n    software update point active\n  }\n}\n';
        expect(await inserted('primary site', `${parent}|`)).not.toContain('software update point');
    });

    test('offers no client certificates where WSUS serves clients', async () => {
        const server = (role: string): string => `central site CEN {\n  server CENSUP01 {\n    wsus 3.0 SP2 { client certificates: | }\n${role}  }\n}`;
        expect(await labels(server('    software update point active\n'))).toEqual(['ignore', 'unknown']);
        expect(await labels(server(''))).toEqual(['ignore', 'accept', 'require', 'unknown']);
    });

    test('offers WSUS versions that suit the release and the site above', async () => {
        expect(await labels('central site CEN {\n  release: SP2\n  server CENSUP01 {\n    wsus |\n  }\n}')).toEqual(['3.0 SP2', '3.0 SP1', 'unknown', 'wsus console']);
        expect(await labels(region('').replace('wsus 3.0 SP2 {', 'wsus 3.0 SP1 {').replace('wsus 3.0 SP2\n', 'wsus |\n'))).toEqual(['3.0 SP1', '3.0', 'unknown', 'wsus console']);
    });

    test('offers the server that the product makes the upstream server', async () => {
        expect(await labels(region('').replace('wsus 3.0 SP2\n', 'wsus 3.0 SP2 { upstream: | }\n'))).toEqual(['CENSUP01', 'unknown']);
    });

    test('offers a new site with the names, mode and versions of the plan', async () => {
        const editor = await TestEditor.open(region('|'));
        await supportSnippets(editor);
        const item = (await editor.complete()).items.find(({ label }) => label === 'primary site')!;
        expect(expandSnippet(item.textEdit!.newText).text).toBe(`primary site PR2 "Name" reports to CEN {
\tmode: native
\tclients: 1000 intranet
\tlink: 20 Mbps, 15 ms

\tserver PR2SUP01 {
\t\tsite server
\t\tfqdn: "pr2sup01.harbour.example"
\t\twsus 3.0 SP2 { ports: 8530, 8531  ssl: required }
\t\tsoftware update point active { ssl: yes }
\t}
}
`);
    });

    test('offers names and addresses by the pattern of the plan', async () => {
        expect(await choosing('prisup01.harbour.example', region('').replace('server PRISUP01 {', 'server PRISUP01 {\n    fqdn: |'))).toContain('fqdn: "prisup01.harbour.example"');
        expect(await labels(region('').replace('mode: native', 'mode: native\n  group policy: |'))).toEqual(['https://censup01.harbour.example:8531', 'unknown']);
    });

    test('offers events for what exists and is in that state, at times within the run', async () => {
        const scenario = (line: string): string => region(`scenario "S" for 2 days {\n  at 1h: stop PRISUP01\n  ${line}\n}`);
        expect(await labels(scenario('at 2h: start |'))).toEqual(['PRISUP01']);
        expect(await labels(scenario('at 2h: fail |'))).not.toContain('proxy of');
        expect(await labels(scenario('at 2h: synchronize |'))).toEqual(['CEN']);
        expect(await labels(scenario('at 2h: fail link of |'))).toEqual(['PRI', 'SEC']);
        expect(await labels(scenario('at |'))).toEqual(['1h', '1d', '1d 12h']);
    });

    test('offers the failure of a proxy server where there is one, and an import where a site imports from a server', async () => {
        const scenario = (top: string): string => `central site CEN {\n  server CENSUP01 {\n    site server\n    wsus 3.0 SP2\n    software update point active {\n      ${top}\n    }\n  }\n}\nprimary site LAB {\n  server LABSUP01 {\n    site server\n    wsus 3.0 SP2\n    software update point active\n  }\n  synchronization {\n    source: none\n    import: every 7 days from CENSUP01\n  }\n}\nscenario "S" for 9 days {\n  at 2d: |\n}`;
        const fail = (top: string): Promise<string[]> => labels(scenario(top).replace('2d: |', '2d: fail |'));
        expect(await fail('proxy {\n        host: "proxy"\n        port: 8080\n      }')).toContain('proxy of');
        expect(await fail('')).not.toContain('proxy of');
        expect(await labels(scenario('').replace('2d: |', '2d: import |'))).toEqual(['LABSUP01']);
    });

    test('offers the rules that report something in the block first', async () => {
        const editor = await TestEditor.open('central site CEN {\n  server CENSUP01 {\n    software update point active\n    allow |\n  }\n}');
        const [first, second] = (await editor.complete()).items;
        expect(first).toMatchObject({ label: 'sup-without-wsus', labelDetails: { description: 'reported here' }, preselect: true });
        expect(second!.labelDetails).toBeUndefined();
    });

    test('opens the next list where the client has a command for it', async () => {
        const files = { 'plan.sup': 'central site CEN {\n  |\n}' };
        const editor = await TestEditor.open(files, { suggestCommand: () => 'editor.action.triggerSuggest' });
        expect((await editor.complete()).items[0]).toMatchObject({ label: 'release', command: { command: 'editor.action.triggerSuggest' } });
        expect((await (await TestEditor.open(files)).complete()).items[0]!.command).toBeUndefined();
        const opens = async (label: string, text: string): Promise<boolean> => {
            const { items } = await (await TestEditor.open(text, { suggestCommand: () => 'editor.action.triggerSuggest' })).complete();
            return items.find(each => each.label === label)!.command !== undefined;
        };
        const server = 'central site CEN {\n  server CENSUP01 {\n    wsus 3.0 SP2 { | }\n  }\n}';
        expect(await opens('reports to', 'central site CEN\nprimary site PRI |')).toBe(true);
        expect(await opens('ports', server)).toBe(true);
        expect(await opens('stop', `${server.replace('|', 'ports: 80')}\nscenario "S" for 2 days {\n  at 1h: |\n}`)).toBe(true);
        expect(await opens('SP2', 'central site CEN {\n  release: |\n}')).toBe(false);
    });
});
