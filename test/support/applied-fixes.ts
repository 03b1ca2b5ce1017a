import { changesOf, type Rule, type ShownFinding } from '@sup/language';
import { combine } from '../../language/src/linter/edits/combine.js';
import { safeFixOf } from '../../language/src/linter/safe-fix.js';
import { formatted } from './formatted.js';
import { applied, type Files, TestWorkspace } from './workspace.js';

export interface AppliedFix {
    readonly rule: Rule;
    readonly title: string;
    readonly result: Readonly<Record<string, string>>;
}

const workspaces = new Map<string, TestWorkspace>();

/** A checked workspace with files. Reused for files of the same names, since its services take long to create; so it is valid until the next call. */
export async function checked(files: Files): Promise<TestWorkspace> {
    const key = Object.keys(files).join(' ');
    const workspace = workspaces.get(key) ?? new TestWorkspace({ today: () => '2026-11-22' });
    workspaces.set(key, workspace);
    await workspace.write(files);
    return workspace;
}

const hidingRules: ReadonlySet<string> = new Set(['syntax-error', 'unclosed-comment', 'unclosed-string']);

const plansIn = (files: Files): readonly string[] => Object.keys(files).filter(name => name.endsWith('.sup'));

export const findingsIn = (workspace: TestWorkspace, files: Files): readonly ShownFinding[] => plansIn(files).flatMap(name => workspace.findings(name));

/** Every fix of every finding, applied to the files. */
export function everyFix(workspace: TestWorkspace, files: Files): readonly AppliedFix[] {
    return findingsIn(workspace, files).flatMap(finding => finding.fixes().map(fix => ({ rule: finding.rule, title: fix.title, result: applied(files, changesOf(fix.edits), fix.configurations) })));
}

/** The objections to an applied fix: its finding is left, it makes an error, or it changes the layout or loses a comment. */
export async function objectionsTo(fix: AppliedFix, before: readonly ShownFinding[], files: Files): Promise<readonly string[]> {
    const after = findingsIn(await checked(fix.result), fix.result);
    const count = (findings: readonly ShownFinding[], rule: string): number => findings.filter(finding => finding.rule.id === rule).length;
    const errors = (findings: readonly ShownFinding[]): readonly ShownFinding[] => findings.filter(({ shownAs }) => shownAs === 'error');
    const made = [...new Set(errors(after).map(({ rule }) => rule.id))].filter(rule => count(errors(after), rule) > count(errors(before), rule));
    const lost = lostComments(files, fix.result);
    return [
        ...(count(after, fix.rule.id) < count(before, fix.rule.id) ? [] : ['leaves its finding']),
        // A syntax error hides the mistakes after it.
        ...(hidingRules.has(fix.rule.id) ? [] : made.map(rule => `makes ${rule}`)),
        ...(lost.length > 0 ? [`loses ${lost.join(', ')}`] : []),
        // The text that a rule about the language removes may have been laid out on its own.
        ...(fix.rule.category !== 'language' && fix.rule.category !== 'scenario' && await areFormatted(files) && !await areFormatted(fix.result) ? ['changes the layout'] : [])
    ];
}

/** The comments after statements that are gone, unless a block around them is gone, too. */
function lostComments(before: Files, after: Files): readonly string[] {
    return plansIn(before).flatMap(name => {
        const lines = before[name]!.split('\n');
        const left = after[name]!.split('\n');
        const isGone = (head: string): boolean => left.filter(line => line === head).length < lines.filter(line => line === head).length;
        return lines.flatMap((line, i) => {
            const comment = /\/\/ note .*$/.exec(line)?.[0];
            const isExcused = /\{ {2}\/\//.test(line) || headsAround(lines, i).some(isGone);
            return comment && !isExcused && !after[name]!.includes(comment) ? [comment] : [];
        });
    });
}

/** The first lines of the blocks around a line, the innermost first. */
function headsAround(lines: readonly string[], at: number): readonly string[] {
    const heads: string[] = [];
    let indent = lines[at]!.search(/\S/);
    for (let i = at - 1; i >= 0 && indent > 0; i--) {
        const own = lines[i]!.search(/\S/);
        if (lines[i]!.includes('{') && own < indent) {
            heads.push(lines[i]!);
            indent = own;
        }
    }
    return heads;
}

async function areFormatted(files: Files): Promise<boolean> {
    for (const name of plansIn(files)) {
        const text = files[name]!;
        if (await formatted(text) !== text) {
            return false;
        }
    }
    return true;
}

/** Applies all safe fixes again and again, like an editor that fixes on save. Undefined if they do not end. */
export async function fixedAll(files: Files): Promise<Files | undefined> {
    let now = files;
    for (let round = 0; round < 12; round++) {
        const safe = findingsIn(await checked(now), now).flatMap(finding => safeFixOf(finding.rule, finding.fixes()) ?? []);
        if (safe.length === 0) {
            return now;
        }
        now = applied(now, combine(safe.map(({ edits }) => edits)));
    }
    return undefined;
}
