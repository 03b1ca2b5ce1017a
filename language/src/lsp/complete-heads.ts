import { CompletionItemKind } from 'vscode-languageserver-types';
import { wsusVersions, type Site } from '@sup/model';
import * as ast from '../syntax/generated/ast.js';
import { registry } from '../linter/registry.js';
import { isWord } from '../syntax/tree/names.js';
import { unknown } from '../syntax/tree/unknown.js';
import { type CompletionContext, continues, type Suggestion } from './suggestion.js';

/** Completes the head of a statement that has begun. */
export function completeHead(place: CompletionContext): readonly Suggestion[] {
    const { before, word } = place.cursor;
    const words = before.map(({ text }) => text);
    const [first] = words;
    if (first === undefined || word.kind === 'text') {
        return [];
    }
    if (first === 'wsus') {
        return versions(place);
    }
    if (words.join(' ') === 'software update point') {
        return states;
    }
    return first === 'allow' ? allowance(place, words) : parents(place, words);
}

const states: readonly Suggestion[] = [
    { label: 'active', detail: 'The site\'s active software update point' },
    { label: 'internet', detail: 'The site\'s active Internet-based software update point' },
    { label: 'inactive', detail: 'Installed but not in use' },
    { label: unknown, detail: 'Not known' }
].map(state => ({ ...state, kind: CompletionItemKind.EnumMember }));

function versions({ cursor }: CompletionContext): readonly Suggestion[] {
    const written = cursor.before.slice(1);
    return [...[...wsusVersions].reverse(), unknown].filter(version => continues(version, written)).map(version => ({
        label: version,
        kind: CompletionItemKind.EnumMember,
        replaceFrom: written[0]?.offset
    }));
}

/** `allow RULE until DATE because "…"`: the rule, then the missing parts. */
function allowance({ document, cursor, services }: CompletionContext, words: readonly string[]): readonly Suggestion[] {
    if (words.length === 1) {
        const allowed = registry.filter(({ id }) => services.linter.rules.permissionFor(document, id) === 'yes');
        return allowed.map(rule => ({ label: rule.id, kind: CompletionItemKind.Value, documentation: rule.summary }));
    }
    const isAfterKeyword = words.at(-1) === 'until' || words.at(-1) === 'because';
    const isLast = /^[ \t]*(?:\}|$)/.test(cursor.rest);
    return isAfterKeyword ? [] : [
        { label: 'until', text: isLast ? 'until ' : 'until', snippet: isLast ? 'until ${1:YYYY-MM-DD}' : undefined, detail: 'the last day on which the risk is accepted' },
        { label: 'because', text: isLast ? 'because ""' : 'because', snippet: isLast ? 'because "${1:reason}"' : undefined, detail: 'the reason, which is required' }
    ].filter(({ label }) => !words.includes(label) && !(label === 'until' && words.includes('because'))).map(each => ({ ...each, kind: CompletionItemKind.Keyword }));
}

/** `reports to` after the code and title of a site, and the sites after it. */
function parents(place: CompletionContext, words: readonly string[]): readonly Suggestion[] {
    const site = words.indexOf('site');
    const reports = words.lastIndexOf('reports');
    const isHead = ['central', 'primary', 'secondary', 'site', 'reports'].includes(words[0]!) && ast.isSupFile(place.cursor.block);
    if (!isHead) {
        return [];
    }
    if (reports >= 0) {
        const isAfterTo = words.length === reports + 2 || words.at(-1) === ',';
        return words[reports + 1] === 'to' && isAfterTo ? siteCodes(place, words.slice(reports + 2)) : words.at(-1) === 'reports' ? [{ label: 'to', kind: CompletionItemKind.Keyword }] : [];
    }
    return words[0] !== 'central' && site >= 0 && words.length > site + 1
        ? [{ label: 'reports to', text: 'reports to ', kind: CompletionItemKind.Keyword, detail: 'the parent site' }]
        : [];
}

/** The sites of the hierarchy, without this one and those that are already listed; sites that can have children come first. */
function siteCodes({ document, cursor, services, matches }: CompletionContext, named: readonly string[]): readonly Suggestion[] {
    const own = ast.isSite(cursor.statement) ? cursor.statement.name : undefined;
    const { sitesByCode } = services.analysis.hierarchies.incremental(document);
    const sites = [...sitesByCode].flatMap(([code, [site]]) => matches(code) && code !== own && !named.includes(code) && isWord(code) ? [site!] : []);
    return sites.sort((a, b) => rankOf(a) - rankOf(b)).map(site => ({
        label: site.code,
        kind: CompletionItemKind.Module,
        detail: site.title ?? `${site.kind ?? ''} site`.trim()
    }));
}

function rankOf(site: Site): number {
    return site.kind === 'secondary' ? 1 : 0;
}
