import { expect, test } from 'vitest';
import { findingsOf } from '../support/rule-findings.js';

const id = 'unknown-property';
const inServer = (line: string): string => `central site NOR {\n  server NORSUP01 {\n    ${line}\n  }\n}\n`;

test.each([
    ['hierarchy: Nordlys\ncentral site NOR\n', 'hierarchy Nordlys\ncentral site NOR\n'],
    ['central site: NOR {\n  mode: mixed\n}\n', 'central site NOR {\n  mode: mixed\n}\n'],
    [inServer('wsus: 3.0 SP2'), inServer('wsus 3.0 SP2')],
    [inServer('site server: yes'), inServer('site server')],
    ['central site NOR\nscenario "S" for 2 days {\n  expect: NOR synchronized\n}\n', 'central site NOR\nscenario "S" for 2 days {\n  expect NOR synchronized\n}\n']
])('the first fix of %j, a statement with a colon, writes it without', async (written, meant) => {
    const [found] = await findingsOf(id, written);
    expect(found!.message).toBe('statement');
    expect(Object.values(found!.fixes)[0]).toEqual({ 'plan.sup': meant });
});

test('does not take a denied site server, or a statement of another block, for the statement', async () => {
    expect((await findingsOf(id, inServer('site server: no')))[0]!.message).toBe('unknown');
    expect((await findingsOf(id, 'central site NOR {\n  wsus: 3.0 SP2\n}\n'))[0]!.message).toBe('unknown');
});

test.each(['parent: NOR', 'parent site: NOR', 'reports to: NOR'])('the first fix of `%s` inside a site block writes the parent before the block', async line => {
    const [found] = await findingsOf(id, `central site NOR\nprimary site OSL "Oslo" {\n  ${line}\n  mode: mixed\n}\n`);
    expect(found!.message).toBe('parent');
    expect(Object.values(found!.fixes)[0]).toEqual({ 'plan.sup': 'central site NOR\nprimary site OSL "Oslo" reports to NOR {\n  mode: mixed\n}\n' });
});

test('only removes a parent from the block of a site that has one, or is a central site', async () => {
    for (const head of ['primary site OSL reports to NOR', 'central site NOR']) {
        expect(Object.keys((await findingsOf(id, `${head} {\n  parent: BER\n}\n`))[0]!.fixes)).toEqual(['Remove `parent`']);
    }
});
