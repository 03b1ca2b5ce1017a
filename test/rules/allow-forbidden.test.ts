import { expect, test } from 'vitest';
import { workspaceWith } from '../support/workspace.js';

test('reports a rule that the configuration names in neverAllow, with the message \'forbidden\'', async () => {
    const workspace = await workspaceWith('central site AAA {\n  allow site-code-reserved because "We know"\n}\n', {
        settingsFor: () => ({ levels: new Map(), neverAllow: new Set(['site-code-reserved']) })
    });
    const [finding] = workspace.findings('plan.sup');
    expect(finding).toMatchObject({ messageId: 'forbidden', message: { what: 'The settings of this workspace do not allow findings of `site-code-reserved` to be accepted.' } });
    expect(finding!.fixes()).toHaveLength(1);
});
