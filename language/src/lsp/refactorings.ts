import type { LangiumDocument } from 'langium';
import { LSPErrorCodes, type Range, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import type { Hierarchy, Site } from '@sup/model';
import type { ChunkedWork } from '../syntax/chunked-work.js';
import { siteAt } from '../analysis/locations.js';
import { originOf } from '../analysis/projection/origin.js';
import { headOf } from '../analysis/ranges.js';
import { branchToCopy, type ChosenNames, duplicateBranch, objectionToCodes } from '../linter/refactoring/duplicate-branch.js';
import { moveBranch, objectionToMove } from '../linter/refactoring/move-branch.js';
import type { Refactoring } from '../linter/refactoring/refactoring.js';
import { refactoringsOf } from '../linter/refactoring/refactorings.js';
import type { SupServices } from './services.js';

/** A refactoring as an edit, or the reason why it is not possible. */
export type RefactoringResult = { readonly edit: WorkspaceEdit } | { readonly objection: string };

/** Refactorings of the site in a range, as edits that make no error that the plan did not have. */
export class Refactorings {
    constructor(private readonly services: SupServices) {}

    /** Those of the site at a range. Unless the client asks for refactorings, only on the line of the site, so that the light bulb does not follow the cursor. */
    at(document: LangiumDocument, { start }: Range, isRequested: boolean): { readonly site: Site; readonly refactorings: readonly Refactoring[] } | undefined {
        const site = siteAt(document, start);
        const isOnHead = site !== undefined && document.textDocument.positionAt(headOf(originOf(site)).offset).line === start.line;
        return site && (isRequested || isOnHead) ? { site, refactorings: this.of(document, site) } : undefined;
    }

    /** The edit of a refactoring; undefined if the site no longer has it. */
    *edit(document: LangiumDocument, code: string, id: string): ChunkedWork<WorkspaceEdit | undefined> {
        const [site, ...others] = this.sitesOf(document).filter(each => each.code === code);
        const refactoring = site && others.length === 0 ? this.of(document, site).find(each => each.id === id) : undefined;
        const result = refactoring && (yield* this.result(document, refactoring));
        if (result && 'objection' in result) {
            throw new ResponseError(LSPErrorCodes.RequestFailed, result.objection);
        }
        return result?.edit;
    }

    /** The move of a site under another one: neither needs to be in the document. */
    *move(document: LangiumDocument, code: string, parentCode: string): ChunkedWork<RefactoringResult> {
        const hierarchy = this.hierarchyOf(document);
        const [site, parent] = [code, parentCode].map(each => hierarchy.sitesByCode.get(each) ?? []);
        if (site!.length !== 1 || parent!.length !== 1) {
            return { objection: `The plan has no site ${site!.length === 1 ? parentCode : code}, or several with this code.` };
        }
        const objection = objectionToMove(hierarchy, site![0]!, parent![0]!);
        return objection === undefined ? yield* this.result(document, moveBranch(hierarchy, site![0]!, parent![0]!)) : { objection };
    }

    /** The copy of a site and the sites below it, with codes and a title that the user has chosen. */
    *duplicate(document: LangiumDocument, code: string, chosen: ChosenNames): ChunkedWork<RefactoringResult> {
        const hierarchy = this.hierarchyOf(document);
        const [site] = hierarchy.sitesByCode.get(code) ?? [];
        const branch = site && branchToCopy(hierarchy, site);
        if (!branch) {
            return { objection: `The plan has no site ${code} that can be copied.` };
        }
        const objection = objectionToCodes(hierarchy, branch, chosen.codes);
        return objection === undefined ? yield* this.result(document, duplicateBranch(hierarchy, site, chosen)[0]!) : { objection };
    }

    private *result(document: LangiumDocument, { title, edits, file }: Refactoring): ChunkedWork<RefactoringResult> {
        const change = { title, edits: edits() };
        // A new file holds the text of a site that leaves another one, which no rule can see before both are written.
        const completed = file ? { fix: change } : yield* this.services.linter.rules.completed(change, document);
        return 'error' in completed
            ? { objection: `${title}: this would cause an error. ${completed.error.message.what}` }
            : { edit: this.services.lsp.WorkspaceEdits.ofRefactoring(completed.fix, completed.fix.title !== title, file) };
    }

    private of(document: LangiumDocument, site: Site): readonly Refactoring[] {
        const { LangiumDocuments } = this.services.shared.workspace;
        const uris = new Set(LangiumDocuments.all.map(({ uri }) => uri.toString()));
        return refactoringsOf(this.hierarchyOf(document), site, uri => uris.has(uri), this.services.analysis.hierarchies.neighboursOf(document)).filter(({ file }) => !file || this.services.lsp.WorkspaceEdits.canCreateFiles);
    }

    private hierarchyOf(document: LangiumDocument): Hierarchy {
        return this.services.analysis.hierarchies.of(document);
    }

    private sitesOf(document: LangiumDocument): readonly Site[] {
        return this.services.analysis.hierarchies.sitesOf(document);
    }
}
