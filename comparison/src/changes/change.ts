import { excerpt } from '@sup/model';
import type { Change, Cost } from '../comparison.js';

/** A change without the site and the host that it belongs to. */
export interface ChangeDetails {
    readonly kind: Change['kind'];
    readonly subject: Change['subject'];
    readonly sentence: string;
    readonly cost: Cost;
    readonly from?: string | undefined;
    readonly to?: string | undefined;
}

/** The site and the host that a change belongs to. Names are as the plan writes them. */
export interface ChangeLocation {
    readonly site?: string | undefined;
    readonly host?: string | undefined;
}

export function changeAt({ site, host }: ChangeLocation, { kind, subject, sentence, cost, from, to }: ChangeDetails): Change {
    return { kind, subject, site: site && displayName(site), host: host && displayName(host), sentence, from, to, cost };
}

/** The maximum length of a name in a sentence, in characters. Pictures truncate names at the same length. */
const maxNameLength = 80;

/** The name of a site, a server, a client group or a scenario, for use in a sentence. */
export const displayName = (text: string): string => text === '' ? '(no name)' : excerpt(text, maxNameLength);

/**
 * Pairs the parts of two versions by their keys; the counterpart of an added or removed part is `undefined`. The pairs are in the order of
 * the later version, with removed parts last.
 */
export function pairByKey<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): readonly { readonly from: T | undefined; readonly to: T | undefined }[] {
    return [...new Set([...after.keys(), ...before.keys()])].map(key => ({ from: before.get(key), to: after.get(key) }));
}
