import { expect, test } from 'vitest';
import { askAll } from '../support/ask-all.js';
import { expectSound } from '../support/hostile.js';
import { byRunLength } from '../support/run-length.js';
import { workspaceWith } from '../support/workspace.js';
import { largeInputs } from './bad-inputs/large.js';

// The inputs of the catalogue that are generated, since they are too large to be stored. growth.test.ts measures how the time for them grows.

test.each(largeInputs)('survives $name', async ({ make, sites, found }) => {
    const workspace = await workspaceWith({ 'input.sup': make(), 'neighbour.sup': 'hierarchy Neighbour\ncentral site NBR {\n  mode: nativ\n}\n' });
    const document = workspace.document('input.sup');
    expect(workspace.services.analysis.hierarchies.sitesOf(document)).toHaveLength(sites);
    const codes = workspace.diagnostics('input.sup').map(({ code }) => String(code));
    expect(Object.fromEntries([...new Set(codes)].map(code => [code, codes.filter(each => each === code).length]))).toEqual(found);
    expect(workspace.diagnostics('neighbour.sup')).toHaveLength(1);
    expectSound(workspace);
    const { textDocument } = document;
    for (const share of byRunLength({ short: [0.5], long: [0, 0.5, 1] })) {
        await askAll(workspace, document, textDocument.positionAt(Math.floor(textDocument.getText().length * share)));
    }
    expect(workspace.reports).toEqual([]);
}, 120_000);
