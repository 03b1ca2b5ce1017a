import { childrenOf, freeSiteCode, type Hierarchy, hostsOf, type Site, subtreeOf } from '@sup/model';
import { AstUtils, type LangiumDocument } from 'langium';
import { originOf } from '../../analysis/projection/origin.js';
import { lineBreakOf, wholeSpanOf } from '../../syntax/layout.js';
import { replaceText } from '../edits/edit.js';
import type { Refactoring } from './refactoring.js';

/** The number of sites that are copied at once. */
const maxSites = 200;

/** Copies a site and the sites below it, with free codes and server names, after the last of them in its file. */
export function duplicateBranch(hierarchy: Hierarchy, site: Site): readonly Refactoring[] {
    const branch = subtreeOf(hierarchy, site);
    const isUnique = branch.every(({ code }) => hierarchy.sitesByCode.get(code)?.length === 1);
    if (site.kind === 'central' || !isUnique || branch.length > maxSites) {
        return [];
    }
    const what = childrenOf(hierarchy, site).length > 0 ? `${site.code} and its branch` : site.code;
    return [{
        id: 'duplicate', kind: 'refactor.rewrite', title: `Duplicate ${what} under new codes`,
        edits: () => {
            const document = AstUtils.getDocument(originOf(site));
            const text = document.textDocument.getText();
            const end = Math.max(...branch.filter(each => AstUtils.getDocument(originOf(each)) === document).map(each => wholeSpanOf(text, originOf(each)).end));
            const eol = lineBreakOf(text);
            const names = newNames(hierarchy, branch);
            const copies = branch.map(each => renamed(textOf(each), names).trimEnd());
            const before = /(?:\r\n|\n|\r)$/.test(text.slice(0, end)) ? eol : eol + eol;
            return [replaceText(document, { offset: end, end }, before + copies.join(eol + eol) + eol)];
        }
    }];
}

interface NewNames {
    readonly codes: ReadonlyMap<string, string>;
    /** By the present names in lower case. */
    readonly hosts: ReadonlyMap<string, string>;
}

function newNames(hierarchy: Hierarchy, branch: readonly Site[]): NewNames {
    const codes = new Map<string, string>();
    const hosts = new Map<string, string>();
    const usedHosts = new Set(hierarchy.hostsByUpperCaseName.keys());
    for (const site of branch) {
        const code = freeCode(hierarchy, site.code, new Set(codes.values()));
        codes.set(site.code, code);
        for (const { name } of hostsOf(site)) {
            const host = freeHost(name.includes(site.code) ? name.replace(site.code, code) : name, usedHosts);
            usedHosts.add(host.toUpperCase());
            hosts.set(name.toLowerCase(), host);
        }
    }
    return { codes, hosts };
}

/** A free code that no other copy has: the model does not contain the copies yet. */
function freeCode(hierarchy: Hierarchy, code: string, taken: ReadonlySet<string>): string {
    let candidate = freeSiteCode(hierarchy, code);
    for (let i = 0; taken.has(candidate) && i < 36 ** 2; i++) {
        const ending = i.toString(36).toUpperCase();
        candidate = freeSiteCode(hierarchy, `${code.slice(0, 3 - ending.length)}${ending}`);
    }
    return candidate;
}

/** `OSLSUP02` for `OSLSUP01`, if that is in use. */
function freeHost(name: string, used: ReadonlySet<string>): string {
    const [, stem, digits] = /^(.*?)([0-9]*)$/.exec(name)!;
    for (let number = Number(digits === '' ? 1 : digits); ; number++) {
        const candidate = used.has(name.toUpperCase()) || number > Number(digits) ? stem! + String(number).padStart(digits!.length, '0') : name;
        if (!used.has(candidate.toUpperCase())) {
            return candidate;
        }
    }
}

function textOf(site: Site): string {
    const node = originOf(site);
    const document: LangiumDocument = AstUtils.getDocument(node);
    const text = document.textDocument.getText();
    const { offset, end } = wholeSpanOf(text, node);
    return text.slice(offset, end);
}

/** Names of computers are replaced wherever they stand, also in addresses; codes only where a site is declared or referred to. */
function renamed(text: string, { codes, hosts }: NewNames): string {
    return text
        .replace(/\b(site[ \t]+|reports[ \t]+to[ \t]+)([^\s"{]+)/g, (whole, words: string, code: string) => codes.has(code) ? words + codes.get(code)! : whole)
        .replace(/[\p{L}\p{N}_-]+/gu, word => {
            const host = hosts.get(word.toLowerCase());
            return host === undefined ? word : word === word.toLowerCase() ? host.toLowerCase() : host;
        });
}
