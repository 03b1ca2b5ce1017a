import { afterEach, expect, test, vi } from 'vitest';
import { StatementParser } from '../../language/src/syntax/fast-parser/statement-parser.js';
import { workspaceWith } from '../support/workspace.js';

// An internal error affects as little of the plan as possible, and is reported.

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

afterEach(() => void vi.restoreAllMocks());

test('a site whose projection throws gets one finding, and the other sites are checked', async () => {
    const workspace = await workspaceWith('central site NOR {\n  mode: nativ\n}\nprimary site BAD reports to NOR\nprimary site OSL reports to XYZ\n');
    expect(workspace.listing()).toEqual(['plan.sup:2:9 invalid-value', 'plan.sup:4:1 syntax-error', 'plan.sup:5:29 unknown-parent']);
    expect(workspace.diagnostics('plan.sup')[1]!.message).toBe('This text could not be read: something is broken. This is an error in the extension, not in the plan; everything else is analyzed. Report the error, and attach the file.');
    await workspace.write({ 'plan.sup': 'central site NOR {\n  mode: native\n}\nprimary site OSL reports to NOR\n' });
    expect(workspace.listing()).toEqual([]);
});

test('an internal error of the fast parser is reported once, and Langium\'s parser is used instead', async () => {
    vi.spyOn(StatementParser.prototype, 'parseAll').mockImplementation(() => {
        throw new TypeError('something is broken');
    });
    const workspace = await workspaceWith('central site NOR {\n  mode: nativ\n}\nprimary site OSL reports to XYZ\n');
    expect(workspace.listing()).toEqual(['plan.sup:2:9 invalid-value', 'plan.sup:4:29 unknown-parent']);
    expect(workspace.reports).toEqual([expect.stringMatching(/^Internal error in the fast parser\..*TypeError: something is broken/)]);
});

test('text that the fast parser leaves to Langium\'s parser is not reported as an internal error', async () => {
    const workspace = await workspaceWith('central site NOR {\n  mode: native =\n}\n');
    expect(workspace.listing()).toEqual(['plan.sup:2:16 syntax-error']);
    expect(workspace.reports).toEqual([]);
});
