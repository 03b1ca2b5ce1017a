import { URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import { branchToCopy, moveTargetsOf, objectionToCodes, siteAt, type SupCodeActionProvider, type SupServices } from '@sup/language';
import { BranchToCopyRequest, DuplicateSiteRequest, MoveSiteRequest, MoveTargetsRequest, type SiteParams } from '@sup/protocol/server';
import { isCount, isName, isShortText, listOf } from '../parameters/shapes.js';
import { answer, hasDocument } from './answer.js';

/** Handles the requests to move and to duplicate a site. Each awaits `ready` first, since the workspace may still be loading. */
export function handleSiteRefactorings(connection: Connection, { shared, Sup }: { shared: LangiumSharedServices; Sup: SupServices }, ready: () => Promise<void>): void {
    const documentAt = (uri: string) => shared.workspace.LangiumDocuments.getDocument(URI.parse(uri));
    const isListOfTexts = listOf(isShortText);
    const hasSite = (params: Partial<SiteParams>): boolean => hasDocument(params) && (isShortText(params.site) || isCount(params.line));
    const siteOf = ({ textDocument, site: code, line = 0 }: SiteParams) => {
        const document = documentAt(textDocument.uri);
        const hierarchy = document && Sup.analysis.hierarchies.of(document);
        const site = document && (code === undefined ? siteAt(document, { line, character: 0 }) : hierarchy!.sitesByCode.get(code)?.[0]);
        return site && hierarchy && { site, hierarchy };
    };

    answer(connection, MoveTargetsRequest, {
        expected: 'a document, and a line or the code of a site', isValid: hasSite
    }, async params => {
        await ready();
        const found = siteOf(params);
        return found ? { site: found.site.code, parents: moveTargetsOf(found.hierarchy, found.site).map(parent => ({ code: parent.code, title: parent.title ?? '' })) } : null;
    });

    answer(connection, MoveSiteRequest, {
        expected: 'a document and the codes of two sites', isValid: params => hasDocument(params) && isShortText(params.site) && isShortText(params.parent)
    }, async ({ textDocument, site, parent }, token) => {
        await ready();
        const document = documentAt(textDocument.uri);
        return document ? (Sup.lsp.CodeActionProvider as SupCodeActionProvider).move(document, site, parent, token) : null;
    });

    answer(connection, BranchToCopyRequest, {
        expected: 'a document, a line or the code of a site, and perhaps codes', isValid: params => hasSite(params) && (params.codes === undefined || isListOfTexts(params.codes))
    }, async params => {
        await ready();
        const found = siteOf(params);
        const branch = found && branchToCopy(found.hierarchy, found.site);
        return branch ? {
            site: found.site.code, title: found.site.title ?? '', sites: branch.sites.map(({ code }) => code), codes: [...branch.codes],
            ...params.codes && { objection: objectionToCodes(found.hierarchy, branch, params.codes) }
        } : null;
    });

    answer(connection, DuplicateSiteRequest, {
        expected: 'a document, the code of a site, codes, and a title',
        isValid: params => hasDocument(params) && isShortText(params.site) && isListOfTexts(params.codes) && (params.title === '' || isName(params.title))
    }, async ({ textDocument, site, codes, title }, token) => {
        await ready();
        const document = documentAt(textDocument.uri);
        return document ? (Sup.lsp.CodeActionProvider as SupCodeActionProvider).duplicate(document, site, { codes, title }, token) : null;
    });
}
