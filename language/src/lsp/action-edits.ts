import type { LangiumDocument } from 'langium';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { type CodeAction, CodeActionKind, Range, type WorkspaceEdit } from 'vscode-languageserver-types';
import type { ChunkedWork } from '../syntax/chunked-work.js';
import { rangeOf } from '../analysis/ranges.js';
import type { Fix } from '../linter/define-rule.js';
import { diagnosticSource } from '../linter/diagnostics.js';
import { CombinedFixes } from '../linter/edits/combine.js';
import type { Finding } from '../linter/finding.js';
import type { ShownFinding } from '../linter/linter.js';
import { safeFixOf } from '../linter/safe-fix.js';
import { acceptRisk } from './accept-risk.js';
import { isSameRange } from './compare-ranges.js';
import { Refactorings } from './refactorings.js';
import type { SupServices } from './services.js';

/** `source.fixAll.sup`: every fix that has no alternative. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.${diagnosticSource}`;

/** The number of findings that fix-all fixes at once. An editor that fixes on save fixes the others the next time. */
export const maxFixedAtOnce = 1_000;

/** The number of characters of an edit. */
const maxEditLength = 1_000_000;

/** Identifies a finding: the one with this number among those of its rule, if it still has the range. */
interface FindingTarget {
    readonly rule: string;
    readonly index: number;
    readonly range: Range;
}

/** The effect of an action. */
type ActionEffect =
    | FindingTarget & { readonly do: 'fix'; readonly title: string }
    | FindingTarget & { readonly do: 'accept' }
    | { readonly do: 'fixAllOfRule'; readonly rule: string }
    | { readonly do: 'fixAll' }
    | { readonly do: 'refactor'; readonly site: string; readonly id: string };

/** The `data` of an action, from which its edit is computed when the user selects it. */
export type ActionTarget = ActionEffect & {
    readonly uri: string;
    /** The version of the document; null if it is not open. */
    readonly version: number | null;
};

/** Computes the edits of code actions: at once, or when the client resolves them. */
export class ActionEdits {
    private areResolved = false;
    readonly refactorings: Refactorings;

    constructor(private readonly services: SupServices) {
        this.refactorings = new Refactorings(services);
        services.shared.lsp.LanguageServer.onInitialize(({ capabilities: { textDocument } }) => {
            const { resolveSupport, dataSupport } = textDocument?.codeAction ?? {};
            this.areResolved = dataSupport === true && resolveSupport?.properties.includes('edit') === true;
        });
    }

    /** An action with its edit, or with the data from which the edit is computed later. */
    *add(document: LangiumDocument, action: CodeAction, effect: ActionEffect, editOf: () => ChunkedWork<WorkspaceEdit>): ChunkedWork<CodeAction> {
        const uri = document.uri.toString();
        return this.areResolved ? { ...action, data: { ...effect, uri, version: this.versionOf(document) } satisfies ActionTarget } : { ...action, edit: yield* editOf() };
    }

    /** Whether the client lets the server compute edits when the user selects an action. */
    get isDeferred(): boolean {
        return this.areResolved;
    }

    /** Adds the edit to an action of an earlier answer. Throws if the document or the finding has changed since. */
    *resolve(document: LangiumDocument, action: CodeAction, target: ActionTarget): ChunkedWork<CodeAction> {
        const edit = target.version === this.versionOf(document) ? yield* this.editFor(document, target) : undefined;
        if (!edit) {
            throw new ResponseError(LSPErrorCodes.ContentModified, 'The plan has changed. Request the actions again.');
        }
        return { ...action, edit };
    }

    *ofFix(fix: Fix): ChunkedWork<WorkspaceEdit> {
        yield;
        return limited(this.services.lsp.WorkspaceEdits.ofFix(fix));
    }

    /** The edit of the safe fixes of findings. */
    *ofAll(findings: readonly ShownFinding[]): ChunkedWork<WorkspaceEdit> {
        const combined = new CombinedFixes(this.services.lsp.lineLengthOf);
        for (const finding of findings.filter(({ rule }) => rule.fixable === 'quickfix').slice(0, maxFixedAtOnce)) {
            const { fixes } = yield* finding.offeredFixes();
            const safe = safeFixOf(finding.rule, fixes);
            if (safe) {
                combined.add(safe.edits);
            }
            yield;
        }
        return limited(this.services.lsp.WorkspaceEdits.of(combined.changes));
    }

    *ofAcceptance(document: LangiumDocument, finding: Finding): ChunkedWork<WorkspaceEdit> {
        yield;
        return this.services.lsp.WorkspaceEdits.of(acceptRisk(document, finding, { reason: '' }));
    }

    private *editFor(document: LangiumDocument, target: ActionTarget): ChunkedWork<WorkspaceEdit | undefined> {
        if (target.do === 'refactor') {
            return yield* this.refactorings.edit(document, target.site, target.id);
        }
        const { findings } = this.services.linter.rules.check(document);
        if (target.do === 'fixAll') {
            return yield* this.ofAll(findings);
        }
        const ofRule = findings.filter(({ rule }) => rule.id === target.rule);
        if (target.do === 'fixAllOfRule') {
            return yield* this.ofAll(ofRule);
        }
        const finding = ofRule[target.index];
        if (!finding || !isSameRange(rangeOf(finding.at, document), target.range)) {
            return undefined;
        }
        if (target.do === 'accept') {
            return yield* this.ofAcceptance(document, finding);
        }
        const { fixes } = yield* finding.offeredFixes();
        const fix = fixes.find(each => fixTitle(each) === target.title && this.services.lsp.WorkspaceEdits.canApply(each));
        return fix && (yield* this.ofFix(fix));
    }

    private versionOf({ uri }: LangiumDocument): number | null {
        return this.services.shared.workspace.TextDocuments.get(uri)?.version ?? null;
    }
}

export function fixTitle({ title }: Fix): string {
    return title.toWellFormed();
}

/** Whether the `data` of an action is as this server sends it. */
export function isActionTarget(data: unknown): data is ActionTarget {
    if (typeof data !== 'object' || data === null) {
        return false;
    }
    const { do: effect, uri, version, rule, index, range, title, site, id } = data as Record<string, unknown>;
    const isFinding = typeof rule === 'string' && Number.isSafeInteger(index) && Range.is(range);
    return typeof uri === 'string' && (version === null || Number.isSafeInteger(version)) && (
        effect === 'fixAll' || (effect === 'refactor' && typeof site === 'string' && typeof id === 'string') || (effect === 'fixAllOfRule' && typeof rule === 'string') || (effect === 'accept' && isFinding) || (effect === 'fix' && isFinding && typeof title === 'string')
    );
}

/** Rejects an edit that would be larger than any plan needs, and slow in every editor. */
function limited(edit: WorkspaceEdit): WorkspaceEdit {
    const edits = edit.changes ? Object.values(edit.changes).flat() : (edit.documentChanges ?? []).flatMap(change => 'edits' in change ? change.edits : []);
    const length = edits.reduce((sum, each) => sum + ('newText' in each ? each.newText.length : 0), 0);
    if (length > maxEditLength) {
        throw new ResponseError(LSPErrorCodes.RequestFailed, 'This fix would insert more than a million characters. Fix part of the file by hand first.');
    }
    return edit;
}
