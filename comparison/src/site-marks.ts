import { toUpperCaseCode } from '@sup/model';
import type { Change, ChangeKind } from './comparison.js';

export interface SiteChange {
    readonly kind: ChangeKind;
    /** The differences, in sentences. */
    readonly lines: readonly string[];
}

/** A site with changes of several kinds is marked with the first of these: an added site is not also marked as changed. */
const precedence: readonly ChangeKind[] = ['added', 'removed', 'moved', 'changed', 'consequence'];

/**
 * The changes of each site, by its code in upper case, for a picture that shows both versions in one. Changes of servers are changes of
 * their site; a server that moves changes both of its sites.
 */
export function changesBySite(changes: readonly Change[]): ReadonlyMap<string, SiteChange> {
    const bySite = Map.groupBy(changes.flatMap(change => sitesOf(change).map(code => ({ code, change }))), ({ code }) => toUpperCaseCode(code));
    return new Map([...bySite].map(([code, all]) => {
        const kinds = all.map(({ change: { kind, subject } }) => subject === 'site' || kind === 'consequence' ? kind : 'changed');
        return [code, { kind: precedence.find(kind => kinds.includes(kind))!, lines: all.map(({ change }) => change.sentence) }];
    }));
}

function sitesOf({ kind, subject, site, from }: Change): readonly string[] {
    return [site, kind === 'moved' && subject !== 'site' ? from : undefined].filter(code => code !== undefined);
}
