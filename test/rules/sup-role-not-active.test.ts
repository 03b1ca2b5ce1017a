import { expect, test } from 'vitest';
import { changesOf } from '@sup/language';
import { applied, workspaceWith } from '../support/workspace.js';

const rulesIn = async (text: string): Promise<string[]> => (await workspaceWith(text)).findings('plan.sup').map(finding => finding.rule.id);

test('reports nothing if a state cannot be read', async () => {
    const found = await rulesIn(`central site FJD {
  mode: native
  server FJDSUP01 { software update point activ }
  server FJDDMZ01 { software update point internet }
}
secondary site BAY reports to FJD {
  server BAYSUP01 { software update point activ }
}
`);
    expect(found.filter(rule => rule === 'sup-role-not-active' || rule === 'internet-sup-without-active-sup')).toEqual([]);
});

test('activates a role with SSL in native mode', async () => {
    const text = `central site FJD {
  mode: native
  server FJDSUP01 {
    wsus 3.0 SP2 { ports: 8530, 8531 }
    software update point
  }
}
`;
    const workspace = await workspaceWith(text);
    const [finding] = workspace.findings('plan.sup').filter(each => each.rule.id === 'sup-role-not-active');
    expect(applied({ 'plan.sup': text }, changesOf(finding!.fixes()[0]!.edits))['plan.sup']).toBe(`central site FJD {
  mode: native
  server FJDSUP01 {
    wsus 3.0 SP2 { ports: 8530, 8531  ssl: required }
    software update point active {
      ssl: yes
    }
  }
}
`);
});

const inactive = (head: string): string => `${head} {\n  server ${head.split(' ')[2]}SUP01 {\n    site server\n    wsus 3.0 SP2 { ports: 8530, 8531 }\n    software update point\n  }\n}\n`;
const secondaryBelow = (central: string): string => `${central}${inactive('secondary site BAY reports to FJD')}`;

test('does not promise the software update point of a parent that has none', async () => {
    const whyOf = async (text: string): Promise<string | undefined> =>
        (await workspaceWith(text)).findings('plan.sup').find(({ rule, message }) => rule.id === 'sup-role-not-active' && message.what.startsWith('BAY'))?.message.why;
    const active = inactive('central site FJD').replace('software update point', 'software update point active');
    expect(await whyOf(secondaryBelow(active))).toMatch(/so clients of this site use the one of the parent site FJD\.$/);
    expect(await whyOf(secondaryBelow(inactive('central site FJD')))).toMatch(/do not scan: the parent site FJD has no active software update point either\.$/);
    expect(await whyOf(inactive('secondary site BAY'))).toMatch(/do not scan\.$/);
});

test('activates the roles of a secondary site and of its parent together', async () => {
    const text = secondaryBelow(inactive('central site FJD'));
    const workspace = await workspaceWith(text);
    const fixes = workspace.findings('plan.sup').filter(({ message }) => message.what.startsWith('BAY')).flatMap(finding => finding.fixes());
    expect(fixes.map(({ title }) => title)).toEqual(['Give BAY and FJD an active software update point each']);
    expect((await workspaceWith(applied({ 'plan.sup': text }, changesOf(fixes[0]!.edits)))).listing()).toEqual([]);
});
