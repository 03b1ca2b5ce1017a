import { expect, test, vi } from 'vitest';
import { workspaceWith } from '../support/workspace.js';

// A mistake of ours where a site is understood costs that site, and says so; the rest of the hierarchy is checked.

vi.mock('../../language/src/analysis/projection/project-sites.js', async importOriginal => {
    const { projectSites } = await importOriginal<{ projectSites: (segment: { text: string }) => unknown }>();
    return {
        projectSites: (segment: { text: string }) => {
            if (segment.text.includes('BAD')) {
                throw new Error('something is broken');
            }
            return projectSites(segment);
        }
    };
});

test('a site that cannot be understood', async () => {
    const workspace = await workspaceWith('central site NOR {\n  mode: nativ\n}\nprimary site BAD reports to NOR\nprimary site OSL reports to XYZ\n');
    expect(workspace.listing()).toEqual(['plan.sup:2:9 invalid-value', 'plan.sup:4:1 syntax-error', 'plan.sup:5:29 unknown-parent']);
    expect(workspace.diagnostics('plan.sup')[1]!.message).toBe('This could not be read: something is broken. That is a mistake of this extension, not of the plan; everything else is analysed. Please report it, with the file.');
    await workspace.write({ 'plan.sup': 'central site NOR {\n  mode: native\n}\nprimary site OSL reports to NOR\n' });
    expect(workspace.listing()).toEqual([]);
});
