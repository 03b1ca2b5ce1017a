import { expect, test } from 'vitest';
import { changesOf } from '@sup/language';
import { applied, workspaceWith } from '../support/workspace.js';

// A colon after the keyword of a block is one error, not one for each statement in the block.

const plan = `central site NOR {
  release: SP2
  server NORSUP01 {
    site server
    wsus 3.0 SP2 { ports: 8530, 8531 }
    software update point active { ports: 8530, 8531 }
  }
  clients "Kiosks" { count: 5 }
}
`;

test.each([
    ['wsus', 'wsus 3.0', 'wsus: 3.0', '5:9'],
    ['software update point', 'point active', 'point: active', '6:26'],
    ['clients', 'clients "Kiosks"', 'clients: "Kiosks"', '8:10'],
    ['server', 'server NORSUP01', 'server: NORSUP01', '3:9']
])('reports and fixes a colon after `%s`', async (_, right, wrong, place) => {
    const others = (await workspaceWith(plan)).listing();
    const files = { 'plan.sup': plan.replace(right, wrong) };
    const workspace = await workspaceWith(files);
    expect(workspace.listing().filter(line => !others.some(other => other.split(' ')[1] === line.split(' ')[1]))).toEqual([`plan.sup:${place} syntax-error`]);
    const fix = workspace.findings('plan.sup').find(({ rule }) => rule.id === 'syntax-error')!.fixes()[0]!;
    expect(applied(files, changesOf(fix.edits))['plan.sup']).toBe(plan.replace(right, wrong.replace(':', '')));
});

test('accepts a colon after a keyword without a block, as the key of a property', async () => {
    expect((await workspaceWith('central site NOR {\n  clients: 40 intranet\n}\n')).listing().join()).not.toContain('syntax-error');
});
