import { expect, test } from 'vitest';
import { workspaceWith } from '../support/workspace.js';

const code = (i: number): string => i.toString(36).toUpperCase().padStart(3, '0');

test('reports a long circle once at its smallest code, with a bounded message and bounded related places and fixes', async () => {
    const size = 2_000;
    const lines = Array.from({ length: size }, (_, i) => `primary site ${code(i)} reports to ${code((i + 7) % size)}`);
    const workspace = await workspaceWith(lines.reverse().join('\n'));
    const findings = workspace.findings('plan.sup').filter(finding => finding.rule.id === 'hierarchy-cycle');
    expect(findings.map(finding => finding.message.what)).toEqual([
        'The parents of 000 lead back to it: 000 → 007 → 00E → 00L → 00S → 00Z → 1,994 more → 000.'
    ]);
    expect(findings[0]!.related.length).toBeLessThanOrEqual(10);
    expect(findings[0]!.fixes().map(fix => fix.title)).toHaveLength(6);
});

test('does not count a chain that leads into a circle as part of it', async () => {
    const workspace = await workspaceWith('primary site FJD reports to FJD\nsecondary site AAA reports to FJD\n');
    expect(workspace.listing()).toEqual(['plan.sup:1:29 hierarchy-cycle']);
});
