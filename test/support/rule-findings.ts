import { changesOf } from '@sup/language';
import { applied, type Files, workspaceWith } from './workspace.js';

export interface RuleFinding {
    readonly message: string;
    readonly what: string;
    readonly related: readonly string[];
    /** The files after each fix, by the title of the fix. */
    readonly fixes: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The findings of one rule, in the order of the files. */
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
