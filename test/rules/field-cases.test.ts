import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { describeDiagnostic, describeMarker, readExample } from '../support/markers.js';
import { workspaceWith } from '../support/workspace.js';

// Plans of hierarchies that failed, after public reports and support articles, and two published designs that work, one with a hint. Carets mark
// the complete set of findings of each plan, as on the pages of rules.

const folder = fileURLToPath(new URL('field-cases/', import.meta.url));

test.each(readdirSync(folder))('reports exactly the marked findings of %s', async name => {
    const { files, markers } = readExample(readFileSync(`${folder}${name}`, 'utf8'));
    const workspace = await workspaceWith(files);
    const found = workspace.diagnostics('plan.sup').map(diagnostic => describeDiagnostic('plan.sup', diagnostic, files['plan.sup']!));
    expect(found.sort()).toEqual(markers.map(describeMarker).sort());
});
