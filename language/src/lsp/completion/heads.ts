import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Site, SoftwareUpdatePoint } from '@sup/model';
import { rangeOf } from '../../analysis/ranges.js';
import * as ast from '../../syntax/generated/ast.js';
import { registry } from '../../linter/registry.js';
import { isWord } from '../../syntax/tree/names.js';
import { aboutUnknown, unknown } from '../../syntax/tree/unknown.js';
import { updatePointStates, wsusVersionMeanings } from '../../syntax/catalogue/meanings.js';
import { statements } from '../../syntax/catalogue/statements.js';
import { documentationOfMeaning, documentationOfParent, documentationOfStatement, sourceLine } from '../documentation.js';
import { fitsParent, isSiteKind } from './fitting-parents.js';
import { fitsState } from './fitting-states.js';
import { fittingWsusVersions } from './fitting-wsus.js';
import { missingConsole, withConsole } from './missing-console.js';
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
        return statesIn(place);
    }
    return first === 'allow' ? allowance(place, words) : parents(place, words);
}

const states: readonly (Suggestion & { readonly label: SoftwareUpdatePoint['state'] | typeof unknown })[] = ([
    { label: 'active', detail: 'The site\'s active software update point', documentation: documentationOfMeaning(updatePointStates.active) },
    { label: 'internet', detail: 'The site\'s active Internet-based software update point', documentation: documentationOfMeaning(updatePointStates.internet) },
    { label: 'inactive', detail: 'Installed but not in use', documentation: documentationOfMeaning(updatePointStates.inactive) },
    { label: unknown, detail: 'Not known', documentation: aboutUnknown }
] as const).map(state => ({ ...state, kind: CompletionItemKind.EnumMember }));

/** The states that a role can have on this server. */
function statesIn({ plan }: CompletionContext): readonly Suggestion[] {
    const console = missingConsole(plan);
    return states.flatMap((state): readonly Suggestion[] => {
        if (state.label === unknown || fitsState(state.label, plan)) {
            return [state];
        }
        return state.label === 'active' && console ? [withConsole(state, console)] : [];
    });
}

function versions({ cursor, plan }: CompletionContext): readonly Suggestion[] {
    const written = cursor.before.slice(1);
    return ([...fittingWsusVersions(plan), unknown] as const).filter(version => continues(version, written)).map(version => ({
        label: version,
        kind: CompletionItemKind.EnumMember,
        replaceFrom: written[0]?.offset,
        documentation: version === unknown ? aboutUnknown : documentationOfMeaning(wsusVersionMeanings[version])
    }));
}

/** `allow RULE until DATE because "…"`: the rule, then the missing parts. */
function allowance(place: CompletionContext, words: readonly string[]): readonly Suggestion[] {
    const { document, cursor, services } = place;
    if (words.length === 1) {
        const allowed = registry.filter(({ id }) => services.linter.rules.permissionFor(document, id) === 'yes');
        const reported = rulesReportedIn(place);
        return [...allowed.filter(({ id }) => reported.has(id)), ...allowed.filter(({ id }) => !reported.has(id))].map((rule, i) => ({
            label: rule.id,
            text: /^\s*$/.test(cursor.rest) ? `${rule.id} ` : rule.id,
            kind: CompletionItemKind.Value,
            documentation: `${rule.summary}\n\n${sourceLine(rule.sources.join('; '))}`,
            ...reported.has(rule.id) && { remark: 'reported here', isLikely: i === 0 }
        }));
    }
    const isAfterKeyword = words.at(-1) === 'until' || words.at(-1) === 'because';
    const isLast = /^[ \t]*(?:\}|$)/.test(cursor.rest);
    return isAfterKeyword ? [] : [
        { label: 'until', text: isLast ? 'until ' : 'until', snippet: isLast ? 'until ${1:YYYY-MM-DD}' : undefined, detail: 'the last day on which the risk is accepted' },
        { label: 'because', text: isLast ? 'because ""' : 'because', snippet: isLast ? 'because "${1:reason}"' : undefined, detail: 'the reason, which is required' }
    ].filter(({ label }) => !words.includes(label) && !(label === 'until' && words.includes('because'))).map(each => ({ ...each, kind: CompletionItemKind.Keyword, documentation: documentationOfStatement(statements.get(ast.Allow.$type)!) }));
}

/** The rules with findings in the block of the cursor, which an `allow` there would accept. */
function rulesReportedIn({ document, cursor, services }: CompletionContext): ReadonlySet<string> {
    const { offset = 0, end = 0 } = cursor.block.$cstNode ?? {};
    const { findings } = services.linter.rules.check(document);
    return new Set(findings.flatMap(({ at, rule }) => {
        const start = document.textDocument.offsetAt(rangeOf(at, document).start);
        return start >= offset && start <= end ? [rule.id] : [];
    }));
}

const aboutParent = `${documentationOfParent}\n\n${sourceLine('How to Join Primary Sites into a Hierarchy')}`;

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
        return words[reports + 1] === 'to' && isAfterTo ? siteCodes(place, words, words.slice(reports + 2)) : words.at(-1) === 'reports' ? [{ label: 'to', kind: CompletionItemKind.Keyword, documentation: aboutParent }] : [];
    }
    return words[0] !== 'central' && site >= 0 && words.length > site + 1
        ? [{ label: 'reports to', text: 'reports to ', kind: CompletionItemKind.Keyword, detail: 'the parent site', documentation: aboutParent }]
        : [];
}

/** The sites that can be the parent of this one, without those that are already listed; central sites come first. */
function siteCodes({ plan, matches }: CompletionContext, words: readonly string[], named: readonly string[]): readonly Suggestion[] {
    // A second parent is always an error.
    if (named.length > 0) {
        return [];
    }
    const kind = words.find(word => isSiteKind(word));
    const sites = [...plan.hierarchy.sitesByCode].flatMap(([code, [site]]) => matches(code) && isWord(code) && fitsParent(site!, kind, plan) ? [site!] : []);
    return sites.sort((a, b) => rankOf(a) - rankOf(b)).map(site => ({
        label: site.code,
        kind: CompletionItemKind.Module,
        detail: site.title ?? `${site.kind ?? ''} site`.trim(),
        documentation: `${site.kind ?? ''} site ${site.code}`.trim()
    }));
}

function rankOf(site: Site): number {
    return site.kind === 'central' ? 0 : 1;
}
