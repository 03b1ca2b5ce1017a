import { describe, expect, test } from 'vitest';
import { TestEditor } from '../../support/editor.js';
import { expandSnippet } from '../../support/snippet.js';

const labels = async (files: Parameters<typeof TestEditor.open>[0]): Promise<string[]> =>
    (await (await TestEditor.open(files)).complete()).items.map(item => item.label);

/** The text after choosing the item of a label. */
const choosing = async (label: string, text: string): Promise<string> => {
    const editor = await TestEditor.open(text);
    const item = (await editor.complete()).items.find(each => each.label === label);
    expect(item, `${label} is offered`).toBeDefined();
    return editor.afterChoosing(item!);
};

const supportSnippets = async ({ workspace }: TestEditor): Promise<void> => {
    await workspace.services.shared.lsp.LanguageServer.initialize({
        processId: null, rootUri: null, capabilities: { textDocument: { completion: { completionItem: { snippetSupport: true } } } }
    });
};

describe('completion of keys and statements', () => {
    test('offers top-level statements in a file', async () => {
        expect(await labels('|')).toEqual(['hierarchy', 'central site', 'primary site', 'scenario', 'allow']);
        expect(await labels('hierarchy H\n|')).toEqual(['central site', 'primary site', 'scenario', 'allow']);
        expect(await labels('central s|')).toEqual(['central site']);
        expect(await labels('central site AAA { }\n|\nprimary site BBB reports to AAA')).toEqual(['hierarchy', 'primary site', 'secondary site', 'scenario', 'allow']);
    });

    test('offers the keys and statements that a block still lacks', async () => {
        expect(await labels('central site AAA {\n  |\n}')).toEqual(['release', 'mode', 'clients', 'group policy', 'cannot reach', 'server', 'synchronization', 'clients', 'allow']);
        expect(await labels('central site AAA {\n  mode: mixed\n  |\n  release: SP2\n  synchronization { }\n}')).toEqual(['clients', 'group policy', 'cannot reach', 'server', 'clients', 'allow']);
        expect(await labels('central site AAA { server S {\n  site server\n  wsus 3.0 { }\n  |\n} }')).toEqual(['fqdn', 'internet fqdn', 'os', 'wsus console', 'forest', 'trusted', 'other roles', 'cannot reach', 'software update point', 'allow']);
        expect(await labels('central site AAA { server S { wsus 3.0 { | } } }')).toContain('ssl');
        expect(await labels('central site AAA { server S { software update point { proxy { | } } } }')).toEqual(['host', 'port', 'authentication', 'account']);
    });

    test('offers further keys after a value in a one-line block', async () => {
        expect(await labels('central site AAA { release: SP2 | }')).toEqual(['SP2 R2', 'SP2 R3', 'mode', 'clients', 'group policy', 'cannot reach']);
        expect(await choosing('mode', 'central site AAA { release: SP2  m| }')).toBe('central site AAA { release: SP2  mode:  }');
        expect(await labels('central site AAA {\n  mode: mixed |\n}')).toEqual([]);
    });

    test('offers keys in blocks without closing braces', async () => {
        expect(await labels('central site AAA {\n  server S {\n    |')).toContain('fqdn');
        expect(await labels('central site AAA {\n  server S {\n    wsus 3.0 {\n      ports: 80\n      |\n    }\nprimary site BBB {\n}')).toContain('replica');
        expect(await labels('central site AAA {\n  server S {\n  }\n  |')).toContain('synchronization');
        expect(await labels('central site AAA {|')).toContain('mode');
    });

    test('offers nothing in an unknown block', async () => {
        expect(await labels('central site AAA {\n  srever S {\n    |\n  }\n}')).toEqual([]);
    });

    test('offers the key under the cursor again', async () => {
        expect(await labels('central site AAA {\n  rel|ease: SP2\n}')).toContain('release');
        expect(await choosing('release', 'central site AAA {\n  rel|ease: SP2\n}')).toBe('central site AAA {\n  release: SP2\n}');
    });

    test('keys and statements of several words replace the words before the cursor', async () => {
        expect(await labels('central site AAA { server S {\n  internet f|\n} }')).toEqual(['internet fqdn']);
        expect(await choosing('internet fqdn', 'central site AAA { server S {\n  internet f|\n} }')).toBe('central site AAA { server S {\n  internet fqdn: \n} }');
        expect(await choosing('software update point', 'central site AAA { server S {\n  software up|\n} }')).toBe('central site AAA { server S {\n  software update point \n} }');
        expect(await choosing('server', 'central site AAA {\n  s|erver A {\n}')).toBe('central site AAA {\n  server A {\n}');
    });

    test('documents each item', async () => {
        const [item] = (await (await TestEditor.open('central site AAA {\n  |\n}')).complete()).items;
        expect(item).toMatchObject({
            label: 'release',
            detail: 'property',
            documentation: { kind: 'markdown', value: expect.stringMatching(/^The Configuration Manager release of the site\.[\s\S]+Expected: `RTM`/) as string },
            textEdit: { newText: 'release: ' }
        });
    });

    test('inserts a snippet where the client supports snippets', async () => {
        const editor = await TestEditor.open('central site AAA {\n  |\n}');
        await supportSnippets(editor);
        const item = (await editor.complete()).items.find(each => each.label === 'server');
        expect(item).toMatchObject({ insertTextFormat: 2, textEdit: { newText: expect.stringMatching(/^server \$\{1:AAASUP01\} \{\n\tsite server\n/) as string } });
    });
});

describe('completion of property values', () => {
    const site = (line: string): string => `central site AAA {\n  ${line}\n}`;
    const synchronization = (line: string): string => site(`synchronization {\n    ${line}\n  }`);

    test('offers the keywords of the value type', async () => {
        expect(await labels(site('mode: |'))).toEqual(['native', 'mixed', 'unknown']);
        expect(await labels(site('mode: na|'))).toEqual(['native', 'mixed', 'unknown']);
        expect(await labels(site('release: SP2 |'))).toEqual(['SP2 R2', 'SP2 R3']);
        expect(await choosing('SP2 R3', site('release: SP2 R|'))).toBe(site('release: SP2 R3'));
        expect(await labels(site('server S { wsus 3.0 { ssl: | } }'))).toEqual(['required', 'no', 'unknown']);
        expect(await labels(site('server S { wsus 3.0 { ports: 8530, | } }'))).toEqual(['8530, 8531']);
        expect(await choosing('8530, 8531', site('server S { wsus 3.0 { ports: 8530, |  ssl: no } }'))).toBe(site('server S { wsus 3.0 { ports: 8530, 8531  ssl: no } }'));
    });

    test('inserts a space after the colon or comma', async () => {
        expect(await choosing('native', site('mode:|'))).toBe(site('mode: native'));
        expect(await choosing('internet', site('mode: native\n  server S { wsus 3.0 SP2 { }  software update point active { accepts: intranet,| } }'))).toBe(site('mode: native\n  server S { wsus 3.0 SP2 { }  software update point active { accepts: intranet, internet } }'));
    });

    test('offers each list item once', async () => {
        const text = synchronization('classifications: "Critical Updates", |');
        expect(await labels(text)).toEqual(['Definition Updates', 'Feature Packs', 'Security Updates', 'Service Packs', 'Tools', 'Update Rollups', 'Updates']);
        expect(await choosing('Tools', text)).toBe(synchronization('classifications: "Critical Updates", "Tools"'));
        expect(await labels(site('mode: native\n  server S { wsus 3.0 SP2 { }  software update point active { accepts: intranet, | } }'))).toEqual(['internet']);
        expect(await labels(site('mode: native, |'))).toEqual([]);
    });

    test('offers items on a further line of a list', async () => {
        expect(await labels(synchronization('classifications: "Tools",\n      // more\n      |'))).toContain('Updates');
        expect(await labels(synchronization('classifications: "Tools",\n      "Updates"\n      |'))).toContain('products');
    });

    test('completes inside quotes, open or closed', async () => {
        expect(await choosing('Windows 7', synchronization('products: "|'))).toBe(synchronization('products: "Windows 7"'));
        expect(await choosing('Windows 7', synchronization('products: "|"'))).toBe(synchronization('products: "Windows 7"'));
        expect(await choosing('Windows XP', synchronization('products: "Windows 7", "Win|dows"'))).toBe(synchronization('products: "Windows 7", "Windows XP"'));
        expect(await choosing('Windows XP', synchronization('products: "Win|, "Silverlight"'))).toBe(synchronization('products: "Windows XP", "Silverlight"'));
        expect(await labels(synchronization('products: "Windows 7"|'))).toEqual([]);
        expect(await labels(site('mode: "|'))).toEqual([]);
    });

    test('offers the names of servers', async () => {
        const two = (line: string): string => `central site AAA {\n  server A1 {\n    wsus 3.0 { upstream: }\n  }\n  server "A 2" {\n  }\n  ${line}\n}\nprimary site BBB reports to AAA {\n  server B1\n}\n`;
        expect(await labels(two('cluster C { nodes: | }'))).toEqual(['A1', 'A 2', 'unknown']);
        expect(await choosing('A 2', two('cluster C { nodes: A1, | }'))).toBe(two('cluster C { nodes: A1, "A 2" }'));
        expect(await labels(two('cluster C { nodes: A1, | }'))).toEqual(['A 2']);
        expect(await labels(two('synchronization { source: | }'))).toEqual(['Microsoft Update', 'none', 'unknown']);
    });

    test('offers the ends that a server cannot reach', async () => {
        const two = (line: string): string => `central site AAA {\n  server A1 { ${line} }\n  server "A 2" { }\n}\nprimary site BBB reports to AAA {\n  server B1\n}\n`;
        expect(await labels(two('cannot reach: |'))).toEqual(['Microsoft Update', 'A 2', 'B1', 'unknown']);
        expect(await choosing('A 2', two('cannot reach: Microsoft Update, |'))).toBe(two('cannot reach: Microsoft Update, "A 2"'));
        expect(await labels(two('cannot reach: Microsoft Update, B1, |'))).toEqual(['A 2']);
        expect((await labels(two('cannot reach: Microsoft |')))[0]).toBe('Microsoft Update');
    });

    test('offers the server from which updates are imported', async () => {
        const two = (line: string): string => `central site AAA {\n  server A1\n  synchronization { ${line} }\n}\n`;
        expect(await labels(two('import: |'))).toEqual(['every 7 days from', 'unknown']);
        expect(await choosing('every 7 days from', two('import: every 7 |'))).toBe(two('import: every 7 days from '));
        expect(await labels(two('import: every 7 days from |'))).toEqual(['A1']);
        expect(await choosing('A1', two('import: every 12 hours from |'))).toBe(two('import: every 12 hours from A1'));
        expect(await labels(site('client installation: |\n  server A1'))).toEqual(['A1', 'unknown']);
    });

    test('offers schedules by weekday and by month, and other roles', async () => {
        expect(await labels(synchronization('schedule: on the |'))).toEqual(['on the second Tuesday of every month at 20:07', 'on the last day of every month at 02:07']);
        expect(await labels(synchronization('schedule: every 1 week |'))).toEqual(['every 1 week on Wednesday at 02:07']);
        const server = (line: string): string => site(`server S { ${line} }`);
        expect(await labels(server('other roles: management point, |'))).toContain('distribution point');
        expect(await labels(server('other roles: management point, |'))).not.toContain('management point');
        expect(await labels(server('wsus 3.0 { client certificates: | }'))).toEqual(['ignore', 'accept', 'require', 'unknown']);
    });

    test('offers nothing for a misplaced key', async () => {
        expect(await labels(site('ports: |'))).toEqual([]);
    });
});

describe('completion in the head of a statement', () => {
    const files = { 'a.sup': 'hierarchy H\ncentral site AAA "Top"\nsecondary site SSS "Small" reports to AAA\nprimary site PPP reports to AAA\n', 'other.sup': 'hierarchy I\ncentral site XXX\n' };

    test('offers site codes after `reports to`, from this hierarchy only', async () => {
        const editor = await TestEditor.open({ ...files, 'b.sup': 'hierarchy H\nprimary site BBB "Own" reports to | {\n}\n' });
        expect((await editor.complete()).items.map(({ label, detail }) => [label, detail])).toEqual([['AAA', 'Top'], ['PPP', 'primary site']]);
        expect(await labels({ ...files, 'b.sup': 'hierarchy H\nprimary site BBB\n  reports to A|\n' })).toEqual(['AAA', 'PPP']);
        expect(await labels({ ...files, 'b.sup': 'hierarchy H\nprimary site BBB reports to AAA, |\n' })).toEqual([]);
        expect(await labels({ ...files, 'b.sup': 'hierarchy H\nprimary site BBB reports to AAA |\n' })).toEqual([]);
    });

    test('offers `reports to` after the code and title of a site that can have a parent', async () => {
        expect(await labels('primary site BBB |')).toEqual(['reports to']);
        expect(await labels('secondary site BBB "Bergen" |')).toEqual(['reports to']);
        expect(await labels('primary site BBB reports |')).toEqual(['to']);
        expect(await labels('central site BBB |')).toEqual([]);
        expect(await labels('primary site |')).toEqual([]);
    });

    test('offers states, versions and accepted risks', async () => {
        const server = (line: string): string => `central site AAA { server S {\n  ${line}\n} }`;
        expect(await labels(server('software update point |'))).toEqual(['active', 'inactive', 'unknown']);
        expect(await labels(server('software update point active |'))).toEqual([]);
        expect(await labels(server('wsus |'))).toEqual(['3.0 SP2', '3.0 SP1', '3.0', 'unknown', 'wsus console']);
        expect(await choosing('3.0 SP2', server('wsus 3.0 S| { }'))).toBe(server('wsus 3.0 SP2 { }'));
        const rules = (await (await TestEditor.open(server('allow |'))).complete()).items;
        expect(rules.find(item => item.label === 'sup-port-mismatch')!.documentation).toMatchObject({ value: expect.stringMatching(/\.$/) as string });
        expect(rules.map(item => item.label)).not.toContain('syntax-error');
        expect(await labels(server('allow sup-port-mismatch |'))).toEqual(['until', 'because']);
        expect(await labels(server('allow sup-port-mismatch until 2027-01-01 |'))).toEqual(['because']);
        expect(await labels(server('allow sup-port-mismatch because |'))).toEqual([]);
    });
});

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
        const editor = await TestEditor.open('central site CEN {\n  server CENSUP01 {\n    site server\n    |\n  }\n}');
        await supportSnippets(editor);
        const item = (await editor.complete()).items.find(({ label }) => label === 'software update point');
        expect(item?.textEdit?.newText).toBe('wsus 3.0 SP2 { ports: 8530, 8531 }\nsoftware update point ${1|active,inactive|}');
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
    });
});

describe('places without completion', () => {
    test.each(['// |', 'central site AAA { // mode: |\n}', '/* | */', '/*\n  |\n*/', '/* |', '/*\n |', 'central site AAA "|', 'server "|"', 'central site AAA "Top"|'])('offers nothing in %j', async text => {
        expect(await labels(text)).toEqual([]);
    });

    test('offers nothing for a space that indents a line', async () => {
        expect((await (await TestEditor.open('central site AAA {\n |\n}')).complete(' ')).items).toEqual([]);
        expect((await (await TestEditor.open('primary site AAA reports to |\ncentral site BBB')).complete(' ')).items).toHaveLength(1);
    });

    test('offers items right after a comment', async () => {
        expect(await labels('/* the mode\n of it */ |')).toContain('central site');
    });
});

test('truncates a long list and marks it as incomplete', async () => {
    const sites = Array.from({ length: 300 }, (_, i) => `primary site ${String(i).padStart(3, '0')} reports to AAA\n`).join('');
    const list = await (await TestEditor.open(`central site AAA\n${sites}primary site BBB reports to |`)).complete();
    expect([list.isIncomplete, list.items.length]).toEqual([true, 200]);
    const narrowed = await (await TestEditor.open(`central site AAA\n${sites}primary site BBB reports to 299|`)).complete();
    expect([narrowed.isIncomplete, narrowed.items.length]).toEqual([true, 1]);
});

const sample = `hierarchy H
/** Top. */
central site AAA "Top" { // one
  release: SP2  mode: native
  server A1 {
    site server
    internet fqdn: "a.example"
    wsus 3.0 SP2 { ports: 80, 443  ssl: required }
    software update point active { accepts: intranet, internet proxy { port: 80 } }
  }
  cluster "C 1" { nodes: A1, "A 2" }
  synchronization { source: server A1
    products: "Windows 7",
      "Silverlight"
  }
  link: 512 kbps,
    40 ms
  allow sup-port-mismatch until 2027-01-01 because "x ""y"" z"
}
primary site BBB reports to AAA, CCC
`;
const broken = [sample, sample.replaceAll('}', ''), sample.replaceAll('{', ''), sample.replaceAll('"', ''), sample.replaceAll(':', ''), sample.replaceAll('\n', '\r\n'), sample.replaceAll(/[a-z]{3,}/g, '@'), sample.replaceAll(/^ +/gm, '/* ')];

test.each(broken.map((text, i) => [i, text] as const))('completes at every offset of a file with an edit on its line (variant %i)', async (_, text) => {
    const editor = await TestEditor.open(text);
    const provider = editor.workspace.services.lsp.CompletionProvider!;
    for (let offset = 0; offset <= text.length; offset++) {
        const position = editor.document.textDocument.positionAt(offset);
        const list = (await provider.getCompletion(editor.document, { ...editor.params, position }))!;
        for (const { label, textEdit } of list.items) {
            const { start, end } = (textEdit as { range: { start: typeof position; end: typeof position } }).range;
            const at = `${label} at ${offset}`;
            expect([start.line, start.character <= position.character, end.line, end.character >= position.character], at).toEqual([position.line, true, position.line, true]);
        }
    }
});
