import { expect, test } from 'vitest';
import { workspaceWith } from '../support/workspace.js';

test('the message \'forbidden\': a rule that the configuration names under neverAllow', async () => {
    const workspace = await workspaceWith('central site AAA {\n  allow site-code-reserved because "We know"\n}\n', {
        settingsFor: () => ({ levels: new Map(), neverAllow: new Set(['site-code-reserved']) })
    });
    const [finding] = workspace.findings('plan.sup');
    expect(finding).toMatchObject({ messageId: 'forbidden', message: { what: 'The settings of this workspace do not let `site-code-reserved` be accepted.' } });
    expect(finding!.fixes()).toHaveLength(1);
});
