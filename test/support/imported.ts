import { workspaceWith } from './workspace.js';

/** The ids of the rules with findings in a plan, sorted. */
export async function findingsIn(text: string): Promise<readonly string[]> {
    const workspace = await workspaceWith({ 'imported.sup': text });
    const [document] = workspace.documents();
    return [...new Set((document!.diagnostics ?? []).map(({ code }) => String(code)))].sort();
}
