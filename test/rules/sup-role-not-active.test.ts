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
