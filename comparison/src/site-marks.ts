import type { Change, ChangeKind } from './comparison.js';

export interface SiteChange {
    readonly kind: ChangeKind;
    /** What is different, in sentences. */
    readonly lines: readonly string[];
}

/** What is most worth a sign first: whoever was added has not also been changed. */
const gravest: readonly ChangeKind[] = ['added', 'removed', 'moved', 'changed', 'consequence'];

/** What changed at each site, by site code, for a picture of both versions in one. Changes of servers are changes of their site. */
export function changesBySite(changes: readonly Change[]): ReadonlyMap<string, SiteChange> {
    const bySite = Map.groupBy(changes.filter(({ site }) => site !== undefined), ({ site }) => site!);
    return new Map([...bySite].map(([code, all]) => {
        const kinds = all.map(({ kind, subject }) => subject === 'site' || kind === 'consequence' ? kind : 'changed');
        return [code, { kind: gravest.find(kind => kinds.includes(kind))!, lines: all.map(({ sentence }) => sentence) }];
    }));
}
