import { excerpt } from '@sup/model';
import type { Change, Cost } from '../comparison.js';

/** What is told of a change besides the site and the host that it belongs to. */
export interface Told {
    readonly kind: Change['kind'];
    readonly subject: Change['subject'];
    readonly sentence: string;
    readonly cost: Cost;
    readonly from?: string | undefined;
    readonly to?: string | undefined;
}

/** Where a change belongs. Names are as the plan writes them. */
export interface At {
    readonly site?: string | undefined;
    readonly host?: string | undefined;
}

export function changeAt({ site, host }: At, { kind, subject, sentence, cost, from, to }: Told): Change {
    return { kind, subject, site: site && name(site), host: host && name(host), sentence, from, to, cost };
}

/** Characters of a name; as many as a picture shows. */
const mostOfName = 80;

/** A name in a sentence: of a site, a server, a group of clients, a scenario. */
export const name = (text: string): string => text === '' ? '(no name)' : excerpt(text, mostOfName);

/** The parts of two versions by what they are called: those of only one, and those of both. The order is that of the later version, then of the earlier. */
export function matched<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): readonly { readonly from: T | undefined; readonly to: T | undefined }[] {
    return [...new Set([...after.keys(), ...before.keys()])].map(key => ({ from: before.get(key), to: after.get(key) }));
}
