import { ancestorsOf, childrenBelowGap, clientsOf, counted, type Hierarchy, type Site } from '@sup/model';
import { isWritten } from '../../analysis/unreadable.js';
import type { Fix, Message } from '../define-rule.js';
import { activateAll } from '../edits/activate.js';
import { type Edit, insertStatement, setProperty, unsetProperty } from '../edits/edit.js';
import { moveSettings } from '../edits/synchronization-edits.js';
import { namesOf } from '../edits/upgrade.js';

/** The clients of a site without a software update point, as the end of a sentence. */
export function withoutScans(site: Site): string {
    const { intranet, internet } = clientsOf(site);
    return intranet + internet > 0 ? `; the ${counted(intranet + internet, 'client')} of ${site.code} do not scan` : '';
}

/** The message about sites that can only synchronize from a parent, below a central site without a software update point. */
export function expectingMessage({ central, sites, clients }: { central: string; sites: string; clients: string }): Message {
    return {
        what: `${sites} can only synchronize from the parent site, but no site above up to the central site ${central} has a software update point${clients}.`,
        why: 'A secondary site has no other source; a primary site without a software update point above could synchronize from Microsoft Update, but is not planned to.',
        todo: `Give ${central} an active software update point.`
    };
}

/** Whether a site states that it synchronizes from its parent site, which fails if no site above has a software update point. */
function expectsParent(site: Site): boolean {
    return site.synchronizations[0]?.source?.kind === 'parent-site';
}

/** The sites that can only synchronize from a parent: tops that state so, and secondary sites of the central site. */
export function expecting(hierarchy: Hierarchy, central: Site, roots: readonly Site[]): readonly Site[] {
    return [...roots.filter(expectsParent), ...childrenBelowGap(hierarchy, central)];
}

/**
 * Gives a site, and every site between it and the tops of synchronization below, an active software update point. The settings of the first of these that
 * has some move up, and the sources of all become the parent site, since only the top synchronizes from Microsoft Update.
 */
export function synchronizeAbove(hierarchy: Hierarchy, top: Site, roots: readonly Site[]): Fix {
    const between = roots.flatMap(root => ancestorsOf(hierarchy, root).slice(0, ancestorsOf(hierarchy, root).indexOf(top) + 1));
    const sites = [...new Set(between)];
    const first = roots.find(root => root.synchronizations.length > 0);
    return {
        title: `Give ${namesOf(sites.map(({ code }) => code), 'site')} an active software update point`,
        edits: [
            ...activateAll(hierarchy, sites),
            ...(first && top.synchronizations.length === 0 ? [insertStatement(top, ...moveSettings(first.synchronizations[0]!))] : []),
            ...roots.flatMap(belowTop)
        ]
    };
}

/** Removes what only a top of synchronization can state. */
function belowTop(root: Site): readonly Edit[] {
    const [settings] = root.synchronizations;
    const keys = settings ? ['schedule', 'products', 'classifications', 'summary languages'].filter(key => isWritten(settings, key)) : [];
    return settings ? [
        ...(isWritten(settings, 'source') && !expectsParent(root) ? [setProperty(settings, 'source', 'parent site')] : []),
        ...keys.map(key => unsetProperty(settings, key))
    ] : [];
}
