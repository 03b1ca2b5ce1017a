import { expect, test } from 'vitest';
import { workspaceWith } from '../support/workspace.js';

const plan = (allow: { file?: string; site?: string; server?: string; other?: string }): string => `${allow.file ?? ''}
central site AAA {
  ${allow.site ?? ''}
  server X {
    ${allow.server ?? ''}
    site server
    wsus 3.0 SP2 { ports: 80, 443 }
    software update point active
  }
  server Y {
    ${allow.other ?? ''}
    wsus 3.0 SP2 { ports: 80, 443 }
    software update point active
  }
}
`;
const allow = 'allow multiple-active-sups until 2027-06-30 because "Hardware is on its way"';
const rules = async (text: string, today = '2026-11-22'): Promise<string[]> =>
    (await workspaceWith(text, { today: () => today })).diagnostics('plan.sup').map(diagnostic => String(diagnostic.code));

test('reports the finding without an allow', async () => {
    expect(await rules(plan({}))).toEqual(['multiple-active-sups']);
});

test.each([['file'], ['site'], ['other']] as const)('an allow in a block of the finding (%s) silences the rule', async place => {
    expect(await rules(plan({ [place]: allow }))).toEqual([]);
});

test('an allow in another block silences nothing, and is reported', async () => {
    expect(await rules(plan({ server: allow }))).toEqual(['allow-unused', 'multiple-active-sups']);
});

test('an allow applies up to and including its last day', async () => {
    expect(await rules(plan({ site: allow }), '2027-06-30')).toEqual([]);
    expect(await rules(plan({ site: allow }), '2027-07-01')).toEqual(['allow-unused', 'multiple-active-sups']);
});

test.each([
    ['no reason', 'allow multiple-active-sups'],
    ['an empty reason', 'allow multiple-active-sups because " "'],
    ['a day that does not exist', 'allow multiple-active-sups until 2027-02-30 because "x"'],
    ['a rule that does not exist', 'allow multiple-active-supps because "x"'],
    ['no rule', 'allow because "x"']
])('an allow with %s silences nothing', async (_, text) => {
    expect(await rules(plan({ site: text }))).toEqual(['allow-incomplete', 'multiple-active-sups']);
});

test('reports an allow of a rule that must not be allowed, and keeps its finding', async () => {
    const workspace = await workspaceWith(plan({ site: allow }), {
        today: () => '2026-11-22',
        settingsFor: () => ({ levels: new Map(), neverAllow: new Set(['multiple-active-sups']) })
    });
    expect(workspace.diagnostics('plan.sup').map(diagnostic => diagnostic.code)).toEqual(['allow-forbidden', 'multiple-active-sups']);
});

test('does not report an allow as unused while its rule is off', async () => {
    const workspace = await workspaceWith(plan({ server: allow }), {
        today: () => '2026-11-22',
        settingsFor: () => ({ levels: new Map([['category:roles', 'off']]), neverAllow: new Set() })
    });
    expect(workspace.diagnostics('plan.sup')).toEqual([]);
});
