import { childrenOf, freeSiteCode, type Hierarchy, hostsOf, isReservedSiteCode, isSiteCode, type Site, sitesIgnoringCase, subtreeOf } from '@sup/model';
import { AstUtils } from 'langium';
import { originOf } from '../../analysis/projection/origin.js';
import { lineBreakOf, wholeSpanOf } from '../../syntax/layout.js';
import { quoteString } from '../../syntax/parser/value-converter.js';
import { replaceText } from '../edits/edit.js';
import type { Refactoring } from './refactoring.js';

/** The number of sites that are copied at once. */
const maxSites = 200;

/** A site with the sites below it, and free codes for their copies in the same order. */
export interface BranchToCopy {
    readonly sites: readonly Site[];
    readonly codes: readonly string[];
}

/** The codes of the copies, in the order of their sites, and the title of the topmost one. */
export interface ChosenNames {
    readonly codes: readonly string[];
    readonly title: string;
}

/** Undefined if a site cannot be copied. */
export function branchToCopy(hierarchy: Hierarchy, site: Site): BranchToCopy | undefined {
    const sites = subtreeOf(hierarchy, site);
    const isUnique = sites.every(({ code }) => hierarchy.sitesByCode.get(code)?.length === 1);
    if (site.kind === 'central' || !isUnique || sites.length > maxSites) {
        return undefined;
    }
    const codes = new Set<string>();
    for (const { code } of sites) {
        codes.add(freeCode(hierarchy, code, codes));
    }
    return { sites, codes: [...codes] };
}

/** Copies a site and the sites below it, with free codes and server names unless the user has chosen codes, after the last of them in its file. */
export function duplicateBranch(hierarchy: Hierarchy, site: Site, chosen?: ChosenNames): readonly Refactoring[] {
    const branch = branchToCopy(hierarchy, site);
    if (!branch) {
        return [];
    }
    const what = childrenOf(hierarchy, site).length > 0 ? `${site.code} and its branch` : site.code;
    return [{
        id: 'duplicate', kind: 'refactor.rewrite', title: `Duplicate ${what} under new codes`,
        edits: () => {
            const document = AstUtils.getDocument(originOf(site));
            const text = document.textDocument.getText();
            const end = Math.max(...branch.sites.filter(each => AstUtils.getDocument(originOf(each)) === document).map(each => wholeSpanOf(text, originOf(each)).end));
            const eol = lineBreakOf(text);
            const names = newNames(hierarchy, branch, chosen?.codes ?? branch.codes);
            const copies = branch.sites.map(each => copyOf(each, names, each === site ? chosen?.title : undefined).trimEnd());
            const before = /(?:\r\n|\n|\r)$/.test(text.slice(0, end)) ? eol : eol + eol;
            return [replaceText(document, { offset: end, end }, before + copies.join(eol + eol) + eol)];
        }
    }];
}

/** Why the copies of sites cannot have these codes, for the user; undefined if they can. */
export function objectionToCodes(hierarchy: Hierarchy, { sites }: BranchToCopy, codes: readonly string[]): string | undefined {
    if (codes.length !== sites.length) {
        return sites.length === 1 ? 'Enter one code.' : `Enter ${sites.length} codes, one for each of ${sites.map(({ code }) => code).join(', ')}.`;
    }
    for (const [i, code] of codes.entries()) {
        const [user] = sitesIgnoringCase(hierarchy, code);
        const objection = !isSiteCode(code) ? `${code} cannot be a site code. A site code has three characters, each A to Z or 0 to 9.`
            : isReservedSiteCode(code) ? `${code} cannot be a site code: Windows reserves the name, and Configuration Manager names folders after the code.`
            : user ? `${code} is the code of ${user.title === undefined ? 'another site' : `the site ${user.title}`}.`
            : codes.indexOf(code) < i ? `${code} is entered twice. Each site needs a code of its own.`
            : undefined;
        if (objection !== undefined) {
            return objection;
        }
    }
    return undefined;
}

interface NewNames {
    readonly codes: ReadonlyMap<string, string>;
    /** By the present names in lower case. */
    readonly hosts: ReadonlyMap<string, string>;
}

function newNames(hierarchy: Hierarchy, { sites }: BranchToCopy, newCodes: readonly string[]): NewNames {
    const codes = new Map<string, string>();
    const hosts = new Map<string, string>();
    const usedHosts = new Set(hierarchy.hostsByUpperCaseName.keys());
    for (const [i, site] of sites.entries()) {
        const code = newCodes[i]!;
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

/** The text of a site with other names, and with another title if one is given. */
function copyOf(site: Site, names: NewNames, title: string | undefined): string {
    const node = originOf(site);
    const text = AstUtils.getDocument(node).textDocument.getText();
    const { offset, end } = wholeSpanOf(text, node);
    const head = node.$cstNode!.offset;
    const declaration = renamed(text.slice(head, end), names);
    return renamed(text.slice(offset, head), names) + (title === undefined ? declaration : titled(declaration, title));
}

/** The declaration of a site with another title, or without one. */
function titled(declaration: string, title: string): string {
    return declaration.replace(/^((?:\w+\s+)?site\s+[^\s"{]+)(\s*"(?:[^"]|"")*")?/, (_, before: string) => title === '' ? before : `${before} ${quoteString(title)}`);
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
