import { childrenOf, compareTexts, type Hierarchy, type Site } from '@sup/model';
import { AstUtils, type LangiumDocument, UriUtils } from 'langium';
import { originOf } from '../../analysis/projection/origin.js';
import * as ast from '../../syntax/generated/ast.js';
import { lineBreakOf, lineStart, wholeSpanOf } from '../../syntax/layout.js';
import { headersIn } from '../../syntax/segments/headers.js';
import type { Span } from '../../syntax/span.js';
import { replaceText } from '../edits/edit.js';
import type { Refactoring } from './refactoring.js';

/** Moves a site of a named hierarchy to a new file. `exists` decides which names are in use. */
export function extractSite(site: Site, exists: (uri: string) => boolean): readonly Refactoring[] {
    const document = AstUtils.getDocument(originOf(site));
    const file = document.parseResult.value as ast.SupFile;
    const header = headersIn(document.parseResult)[0]?.$cstNode;
    // A file without other sites is the site's own, and accepted risks at the top of a file apply to that file only. An untitled plan has no folder.
    if (!header || document.uri.scheme === 'untitled' || !/^[A-Za-z0-9]{3}$/.test(site.code) || file.members.filter(ast.isSite).length < 2 || file.members.some(ast.isAllow)) {
        return [];
    }
    const folder = UriUtils.dirname(document.uri);
    const name = ['', '-2', '-3', '-4'].map(ending => `${site.code.toLowerCase()}${ending}.sup`).find(each => !exists(UriUtils.joinPath(folder, each).toString()));
    const text = document.textDocument.getText();
    const span = sectionOf(text, originOf(site) as ast.Site);
    const eol = lineBreakOf(text);
    return name === undefined ? [] : [{
        id: 'extract', kind: 'refactor.extract', title: `Move ${site.code} to ${name}`,
        edits: () => [replaceText(document, withBlankLine(text, span), '')],
        file: { uri: UriUtils.joinPath(folder, name), text: `${header.text}${eol}${eol}${text.slice(span.offset, span.end).trimEnd()}${eol}` }
    }];
}

/** Sorts the sites of a file: each after its parent, and those of one parent by code. Everything else keeps its place. */
export function sortSites(hierarchy: Hierarchy, document: LangiumDocument): readonly Refactoring[] {
    const nodes = (document.parseResult.value as ast.SupFile).members.filter(ast.isSite);
    const here = hierarchy.sites.filter(site => AstUtils.getDocument(originOf(site)) === document);
    const order = treeOrder(hierarchy, here);
    const isSorted = order.every((site, i) => originOf(site) === nodes[i]);
    if (nodes.length < 2 || nodes.length !== order.length || isSorted || here.some(({ code }) => hierarchy.sitesByCode.get(code)?.length !== 1)) {
        return [];
    }
    const text = document.textDocument.getText();
    const sections = nodes.map(node => sectionOf(text, node));
    // Sites that share a line could not be distinguished.
    if (sections.some(({ offset }, i) => i > 0 && offset < sections[i - 1]!.end)) {
        return [];
    }
    const sectionsByNode = new Map(nodes.map((node, i) => [node, sections[i]!]));
    const eol = lineBreakOf(text);
    return [{
        id: 'sort', kind: 'refactor.rewrite', title: 'Sort the sites of this file by hierarchy',
        edits: () => order.flatMap((site, i) => {
            const { offset, end } = sectionsByNode.get(originOf(site) as ast.Site)!;
            const isLast = i === order.length - 1;
            const wanted = text.slice(offset, end).trimEnd() + (isLast ? /\s*$/.exec(text.slice(sections[i]!.offset, sections[i]!.end))![0] : eol);
            return text.slice(sections[i]!.offset, sections[i]!.end) === wanted ? [] : [replaceText(document, sections[i]!, wanted)];
        })
    }];
}

/** The sites in the order of a depth-first walk, from those whose parents are elsewhere. */
function treeOrder(hierarchy: Hierarchy, sites: readonly Site[]): readonly Site[] {
    const left = new Set(sites);
    const order: Site[] = [];
    const walk = (site: Site): void => {
        const waiting = [site];
        for (let next = waiting.pop(); next; next = waiting.pop()) {
            if (left.delete(next)) {
                order.push(next);
                waiting.push(...[...childrenOf(hierarchy, next)].filter(child => left.has(child)).sort((a, b) => compareTexts(b.code, a.code)));
            }
        }
    };
    const kinds = ['central', 'primary', undefined, 'secondary'];
    const codes = new Set(sites.map(({ code }) => code));
    const roots = sites.filter(({ parentCodes }) => !parentCodes.some(code => codes.has(code)));
    [...roots].sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || compareTexts(a.code, b.code)).forEach(walk);
    // Sites in a loop have no root.
    sites.forEach(walk);
    return order;
}

/** A site with its documentation and the comments directly above it. */
function sectionOf(text: string, site: ast.Site): Span {
    const { offset, end } = wholeSpanOf(text, site);
    let start = offset;
    for (let line = lineStart(text, Math.max(0, start - 1)); start > 0 && /^[ \t]*\/\/[^\r\n]*(?:\r\n|\n|\r)?$/.test(text.slice(line, start)); line = lineStart(text, Math.max(0, line - 1))) {
        start = line;
    }
    return { offset: start, end };
}

/** A span with the blank line after it, or before it at the end of the text. */
function withBlankLine(text: string, { offset, end }: Span): Span {
    const after = /^[ \t]*(?:\r\n|\n|\r)/.exec(text.slice(end))?.[0].length;
    if (after !== undefined) {
        return { offset, end: end + after };
    }
    const before = /(?:\r\n|\n|\r)([ \t]*(?:\r\n|\n|\r))$/.exec(text.slice(0, offset))?.[1];
    return { offset: offset - (end === text.length ? before?.length ?? 0 : 0), end };
}
