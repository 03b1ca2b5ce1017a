import { expect, test } from 'vitest';
import { workspaceWith } from '../support/workspace.js';

test.each(['multiple-active-sups', 'multiple-internet-sups'])('%s limits its message and fixes on a site with very many roles', async id => {
    const state = id === 'multiple-active-sups' ? 'active' : 'internet';
    const servers = Array.from({ length: 900 }, (_, i) => `server S${i} { software update point ${state} }`);
    const workspace = await workspaceWith(`central site FJD {\n${servers.join('\n')}\n}\n`);
    const findings = workspace.findings('plan.sup').filter(finding => finding.rule.id === id);
    expect(findings).toHaveLength(899);
    expect(findings.at(-1)!.message.what).toMatch(/: S0, S1, S2, S3 and 896 more\.$/);
    expect(findings.at(-1)!.fixes()).toHaveLength(10);
});
