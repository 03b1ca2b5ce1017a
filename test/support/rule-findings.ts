import { changesOf } from '@sup/language';
import { applied, type Files, workspaceWith } from './workspace.js';

export interface RuleFinding {
    readonly message: string;
    readonly what: string;
    readonly related: readonly string[];
    /** What each fix makes of the files, by its title. */
    readonly fixes: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What one rule finds in files, in their order. */
export async function findingsOf(rule: string, files: Files | string): Promise<readonly RuleFinding[]> {
    const all = typeof files === 'string' ? { 'plan.sup': files } : files;
    const workspace = await workspaceWith(all);
    return Object.keys(all).flatMap(name => workspace.findings(name)).filter(finding => finding.rule.id === rule).map(finding => ({
        message: finding.messageId,
        what: finding.message.what,
        related: finding.related.map(related => related.message),
        fixes: Object.fromEntries(finding.fixes().map(fix => [fix.title, applied(all, changesOf(fix.edits))]))
    }));
}
