import { describe, expect, test } from 'vitest';
import { changesOf } from '@sup/language';
import { finish } from '../../language/src/syntax/chunked-work.js';
import { refactoringsOf } from '../../language/src/linter/refactoring/refactorings.js';
import { plans } from '../support/editor.js';
import { byRunLength } from '../support/run-length.js';
import { applied, type Files, TestWorkspace, workspaceWith } from '../support/workspace.js';

/** The files after a refactoring of a site, or the error because of which it is not possible. */
function refactored(workspace: TestWorkspace, files: Files, code: string, id: string): Record<string, string> | string {
    const { analysis: { hierarchies }, linter } = workspace.services;
    const document = workspace.documents().find(each => hierarchies.sitesOf(each).some(site => site.code === code))!;
    const site = hierarchies.sitesOf(document).find(each => each.code === code)!;
    const found = refactoringsOf(hierarchies.of(document), site, () => false, hierarchies.neighboursOf(document)).find(each => each.id === id);
    if (!found) {
        throw new Error(`${code} has no refactoring ${id}: ${refactoringsOf(hierarchies.of(document), site, () => false, hierarchies.neighboursOf(document)).map(each => each.id).join(', ')}`);
    }
    if (found.file) {
        return { ...applied(files, changesOf(found.edits())), [found.file.uri.path.replace('/workspace/', '')]: found.file.text };
    }
    const completed = finish(linter.rules.completed({ title: found.title, edits: found.edits() }, document));
    return 'error' in completed ? completed.error.message.what : applied(files, changesOf(completed.fix.edits));
}

async function refactor(text: string, code: string, id: string): Promise<string> {
    const files = { 'plan.sup': text };
    const result = refactored(await workspaceWith(files), files, code, id);
    return typeof result === 'string' ? result : Object.entries(result).map(([name, content]) => name === 'plan.sup' ? content : `// ${name}\n${content}`).join('');
}

const wsus = (indent = '  '): string => `${indent}  wsus 3.0 SP2 { ports: 8530, 8531 }\n${indent}  software update point active\n`;
const site = (head: string, server: string, more = ''): string => `${head} {\n${more}  server ${server} {\n    site server\n${wsus()}  }\n}\n`;
const plan = `hierarchy Fjord

${site('central site CEN', 'CENSUP01', '  mode: mixed\n')}
${site('primary site OSL "Oslo" reports to CEN', 'OSLSUP01', '  mode: mixed\n')}
${site('primary site BER reports to CEN', 'BERSUP01', '  mode: mixed\n')}
// The harbor.
secondary site HAR "Harbor" reports to OSL {
  server HARSRV01 {
    site server
    fqdn: "harsrv01.fjord.example"
  }
}
`;

describe('refactorings', () => {
    test('moves a site under another parent', async () => {
        expect(await refactor(plan, 'HAR', 'move:BER')).toBe(plan.replace('"Harbor" reports to OSL', '"Harbor" reports to BER'));
    });

    test('duplicates a branch under free codes, with free names and addresses', async () => {
        const result = await refactor(plan, 'OSL', 'duplicate');
        expect(result.startsWith(plan)).toBe(true);
        const copy = result.slice(plan.length);
        expect(copy).toContain('primary site OS2 "Oslo" reports to CEN {');
        expect(copy).toContain('server OS2SUP01 {');
        expect(copy).toContain('secondary site HA2 "Harbor" reports to OS2 {\n  server HA2SRV01 {\n    site server\n    fqdn: "ha2srv01.fjord.example"\n');
    });

    test('makes a secondary site primary, and a primary site secondary, with what follows', async () => {
        expect(await refactor(plan, 'HAR', 'primary')).toContain('primary site HAR "Harbor" reports to OSL {');
        expect(await refactor(plan, 'BER', 'secondary')).toContain('secondary site BER reports to CEN');
    });

    test('refuses a change that would cause an error', async () => {
        expect(await refactor(plan, 'OSL', 'secondary')).not.toContain('central site');
    });

    test('puts the server of a role into a cluster with all that this requires, and back', async () => {
        const before = `${plan}\nscenario "The server fails" for 9 days {\n  at 3d: stop BERSUP01 for 1d\n  expect clients of all sites scan\n}\n`
            .replace('  server BERSUP01 {', '  group policy: "http://bersup01.fjord.example:8530"\n  client installation: BERSUP01\n  server BERSUP01 {\n    fqdn: "bersup01.fjord.example"');
        const clustered = await refactor(before, 'BER', 'cluster:BERSUP01');
        expect(clustered).toContain(`primary site BER reports to CEN {
  mode: mixed
  group policy: "http://bernlb01.fjord.example:8530"
  client installation: BERNLB01
  server BERSUP01 {
    fqdn: "bersup01.fjord.example"
    site server
    wsus 3.0 SP2 { ports: 8530, 8531  database: "BERSQL01"  content folder: "\\\\BERFS01\\wsuscontent" }
  }

  server BERSUP02 {
    fqdn: "bersup02.fjord.example"
    wsus 3.0 SP2 { ports: 8530, 8531  database: "BERSQL01"  content folder: "\\\\BERFS01\\wsuscontent" }
  }

  cluster BERNLB01 {
    nodes: BERSUP01, BERSUP02
    fqdn: "bernlb01.fjord.example"
    software update point active { account: "FJORD\\svc-sup" }
  }
}
`);
        expect((await workspaceWith(clustered)).listing().filter(line => /unknown|gpo|nlb/.test(line))).toEqual([]);
        const single = await refactor(clustered.replace('stop BERSUP01', 'stop BERNLB01'), 'BER', 'server:BERNLB01');
        expect(single).toContain('group policy: "http://bersup01.fjord.example:8530"\n  client installation: BERSUP01\n');
        expect(single).toContain('\\wsuscontent" }\n    software update point active { account: "FJORD\\svc-sup" }\n  }\n');
        expect(single).toContain('stop BERSUP01');
        expect(single).not.toContain('BERNLB01');
    });

    test('moves a site with its comments to a file of its own', async () => {
        expect(await refactor(plan, 'HAR', 'extract')).toBe(`${plan.slice(0, plan.indexOf('\n// The harbor'))}// har.sup\nhierarchy Fjord\n\n${plan.slice(plan.indexOf('// The harbor'))}`);
    });

    test('sorts sites below their parents', async () => {
        const sorted = await refactor(plan, 'CEN', 'sort');
        expect([...sorted.matchAll(/site ([A-Z]{3})/g)].map(([, code]) => code)).toEqual(['CEN', 'BER', 'OSL', 'HAR']);
        expect(sorted).toContain('// The harbor.\nsecondary site HAR');
        expect(sorted.split('\n').sort()).toEqual(plan.split('\n').sort());
    });

    test('writes out the derived values of a site, and removes them again', async () => {
        const secondary = `${plan}\n${site('secondary site NOR reports to OSL', 'NORSUP01', '  link: 2 Mbps\n').replace('}\n}', '}\n  synchronization {\n    languages: en\n  }\n}')}`;
        const written = await refactor(secondary, 'NOR', 'write-derived');
        expect(written).toContain('secondary site NOR reports to OSL {\n  mode: mixed\n');
        expect(written).toContain('replica: yes');
        expect(written).toContain('source: parent site');
        expect(await refactor(written, 'NOR', 'fold-derived')).toBe(secondary);
    });
});

test('no refactoring of a site in the plans of this repository makes an error that the plan did not have', async () => {
    const workspace = new TestWorkspace();
    const errors = (files: Files): string[] => Object.keys(files).flatMap(name => workspace.findings(name)).filter(({ shownAs }) => shownAs === 'error').map(({ rule }) => rule.id);
    const made: string[] = [];
    const done = new Map<string, number>();
    let refused = 0;
    for (const text of plans().filter((_, i) => i % byRunLength({ short: 5, long: 1 }) === 0)) {
        const files = { 'plan.sup': text };
        await workspace.write(files);
        const before = errors(files);
        const { analysis: { hierarchies } } = workspace.services;
        const document = workspace.document('plan.sup');
        const candidates = hierarchies.sitesOf(document).filter(({ code }) => hierarchies.of(document).sitesByCode.get(code)?.length === 1).slice(0, byRunLength({ short: 4, long: 100 }))
            .flatMap(each => refactoringsOf(hierarchies.of(document), each, () => false, hierarchies.neighboursOf(document)).map(({ id }) => ({ code: each.code, id })));
        const results = candidates.map(({ code, id }) => ({ code, id, result: refactored(workspace, files, code, id) }));
        for (const { code, id, result } of results) {
            if (typeof result === 'string') {
                refused++;
                continue;
            }
            const kind = id.replace(/:.*/, '');
            done.set(kind, (done.get(kind) ?? 0) + 1);
            const fresh = new TestWorkspace();
            await fresh.write(result);
            const after = Object.keys(result).flatMap(name => fresh.findings(name)).filter(({ shownAs }) => shownAs === 'error').map(({ rule }) => rule.id);
            const count = (rules: readonly string[], rule: string): number => rules.filter(each => each === rule).length;
            made.push(...[...new Set(after)].filter(rule => count(after, rule) > count(before, rule)).map(rule => `${id} of ${code} makes ${rule} in\n${text}`));
        }
    }
    expect(made).toEqual([]);
    expect([...done.keys()].sort()).toEqual(['cluster', 'duplicate', 'extract', 'fold-derived', 'move', 'primary', 'secondary', 'server', 'sort', 'write-derived']);
    expect(refused).toBeLessThan([...done.values()].reduce((sum, each) => sum + each, 0));
});
