import { DocumentState } from 'langium';
import { expect, test } from 'vitest';
import { TestWorkspace } from '../support/workspace.js';

// A request must not wait for a state that it delays itself.

test.each([DocumentState.IndexedContent, DocumentState.IndexedReferences, DocumentState.Validated])('a listener that waits for state %i while it is notified of it does not hang', async state => {
    const workspace = new TestWorkspace();
    const { DocumentBuilder } = workspace.services.shared.workspace;
    let asked: Promise<void> | undefined;
    DocumentBuilder.onBuildPhase(state, () => {
        asked ??= DocumentBuilder.waitUntil(state);
    });
    await workspace.write({ 'plan.sup': 'central site CEN\n' });
    await expect(asked).resolves.toBeUndefined();
}, 5_000);
