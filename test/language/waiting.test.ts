import { DocumentState } from 'langium';
import { expect, test } from 'vitest';
import { TestWorkspace } from '../support/workspace.js';

// No request waits for what cannot come.

test.each([DocumentState.IndexedContent, DocumentState.IndexedReferences, DocumentState.Validated])('who asks for all documents while it is announced that they have reached state %i goes on', async state => {
    const workspace = new TestWorkspace();
    const { DocumentBuilder } = workspace.services.shared.workspace;
    let asked: Promise<void> | undefined;
    DocumentBuilder.onBuildPhase(state, () => {
        asked ??= DocumentBuilder.waitUntil(state);
    });
    await workspace.write({ 'plan.sup': 'central site CEN\n' });
    await expect(asked).resolves.toBeUndefined();
}, 5_000);
