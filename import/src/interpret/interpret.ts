import { compareTexts, counted, groupBy } from '@sup/model';
import { ImportError } from '../import-error.js';
import type { Inventory, SiteRecord } from '../inventory.js';
import { plainText } from '../text/plain-text.js';
import { ClientCounts } from './client-counts.js';
import type { Draft } from './draft.js';
import { Facts, type SiteFacts } from './facts.js';
import type { PlannedHost } from './server-names.js';
import { draftSite } from './site-block.js';

/** Decides what the records of an inventory mean. The result depends only on the records, and on the server names of the plan that they are compared with, if there is one. */
export function interpret(inventory: Inventory, hierarchy: string | undefined, planned: readonly PlannedHost[] = []): Draft {
    const left = inventory.sites.filter(site => !isActive(site));
    const facts = new Facts(inventory, inventory.sites.filter(isActive), planned);
    const sites = inOrder(facts.sites);
    const [first] = sites;
    if (first === undefined) {
        throw new ImportError('the files do not describe a site');
    }
    const clients = new ClientCounts(facts);
    const { name, note } = nameOf(first, hierarchy, facts);
    return {
        hierarchy: name,
        comments: [
            ...introduction(facts, note),
            ...inventory.notes,
            ...left.map(({ code, status }) => `site ${plainText(code)} is left out: its status is ${plainText(status!)}, not active`),
            ...facts.names.ambiguous.map(label => `servers of two domains are called ${label}`),
            ...clients.elsewhere.slice(0, 20).map(({ location, clients: count }) => `${counted(count, 'client')} last scanned at ${location}, which is not a software update point of these sites`),
            ...inventory.errors.filter(({ what }) => what !== 'wsus' && what !== 'computer').slice(0, 20).map(({ what, text }) => `the script could not read ${what}: ${text}`)
        ],
        sites: sites.map(site => draftSite(site, clients))
    };
}

/** Whether a site is in use, as far as its source states it. */
function isActive({ status = '' }: SiteRecord): boolean {
    return ['', '1', '5'].includes(status.trim());
}

/** The names of the files, and when and where they were made, as far as they state it: an import at another time gives the same text. */
function introduction({ inventory: { sources, cuts, collections } }: Facts, note: string | undefined): readonly string[] {
    const [cut] = cuts;
    const cutTexts = cuts.map(({ name, line, isInSection }) => `${name} ends in the middle of a ${isInSection ? 'section' : 'line'} (line ${line}); the rest of the site is missing`);
    if (cut && sources.length === 1) {
        return [...cutTexts, ...note === undefined ? [] : [note]];
    }
    const [collected] = collections;
    const at = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(collected?.at ?? '');
    const made = [...at ? [`collected ${at[1]} ${at[2]} UTC`] : [], ...collected?.on ? [`on ${plainText(collected.on).toUpperCase()}`] : []].join(' ');
    const names = [...sources.slice(0, 10).map(({ name }) => name), ...sources.length > 10 ? [`and ${sources.length - 10} more`] : []].join(', ');
    return [[[names, ...made === '' ? [] : [made]].join(', '), ...note === undefined ? [] : [note]].join('; '), ...cutTexts];
}

/** The name of the hierarchy, and how it was chosen. */
function nameOf(first: SiteFacts, chosen: string | undefined, { inventory: { collections }, sites }: Facts): { readonly name: string; readonly note?: string } {
    const stated = plainText(chosen ?? collections.map(each => each.hierarchy ?? '').find(name => plainText(name) !== '') ?? '');
    if (stated !== '') {
        return { name: stated };
    }
    const parent = first.parent !== undefined && first.parent !== '' && !sites.has(first.parent) ? first.parent : undefined;
    return parent === undefined ? { name: first.code, note: 'the hierarchy is named after its central site' } : { name: parent, note: 'the hierarchy is named after the parent site, which is not in the file' };
}

/** Each top site, then its branches from the top down, by code. Sites in a loop come last. */
function inOrder(sites: ReadonlyMap<string, SiteFacts>): readonly SiteFacts[] {
    const sorted = [...sites.values()].sort((a, b) => compareTexts(a.code, b.code));
    const ordered = new Set<SiteFacts>();
    const children = groupBy(sorted, ({ parent = '' }) => [parent]);
    const isTop = ({ parent = '' }: SiteFacts): boolean => !sites.has(parent);
    const rank = ({ parent, record }: SiteFacts): number => parent === '' || record.type === 'central' ? 0 : 1;
    const tops = sorted.filter(isTop).sort((a, b) => rank(a) - rank(b));
    for (const start of [...tops, ...sorted]) {
        const open = [start];
        while (open.length > 0) {
            const site = open.pop()!;
            if (!ordered.has(site)) {
                ordered.add(site);
                open.push(...[...children.get(site.code) ?? []].reverse());
            }
        }
    }
    return [...ordered];
}
