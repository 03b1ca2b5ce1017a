import { counted, toUpperCaseCode } from '@sup/model';
import type { Change, ChangeKind } from './comparison.js';

export interface SiteChange {
    readonly kind: ChangeKind;
    /** The differences, in sentences. */
    readonly lines: readonly string[];
    /** The difference in a few words, for the box of the site: `clients 310 → 410`. Undefined if the kind suffices. */
    readonly summary: string | undefined;
    /** Whether one of the changes cannot be made in a running hierarchy. */
    readonly isImpossible: boolean;
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
        const kind = precedence.find(each => kinds.includes(each))!;
        return [code, { kind, lines: all.map(({ change }) => change.sentence), summary: kind === 'added' || kind === 'removed' ? undefined : summaryOf(all.map(({ change }) => change)), isImpossible: all.some(({ change }) => change.cost.class === 'impossible') }];
    }));
}

/** The values of a single change, or the number of changes. Consequences count only where nothing else has changed. */
function summaryOf(changes: readonly Change[]): string {
    const made = changes.filter(({ kind }) => kind !== 'consequence');
    const [first, ...others] = made.length > 0 ? made : changes;
    if (!first || others.length > 0) {
        return counted(made.length || changes.length, 'change');
    }
    const { subject, host, from, to, kind } = first;
    if (kind === 'moved' && subject === 'site') {
        return from === undefined ? 'had no parent' : `from ${from}`;
    }
    const what = host ?? subjectWords[subject] ?? subject;
    return from !== undefined && to !== undefined ? `${what} ${from} → ${to}` : `${what} ${kind === 'consequence' ? 'follows' : kind}`;
}

const subjectWords: Partial<Record<Change['subject'], string>> = { wsus: 'WSUS', 'update-point': 'update point' };

function sitesOf({ kind, subject, site, from }: Change): readonly string[] {
    return [site, kind === 'moved' && subject !== 'site' ? from : undefined].filter(code => code !== undefined);
}
