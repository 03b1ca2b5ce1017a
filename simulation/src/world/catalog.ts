import { coversProduct, isOlder, isSameName, oldestWsusWith, type WsusVersion } from '@sup/model';

/** An update that a scenario publishes. All other updates of Microsoft Update are only counted. */
export interface NamedUpdate {
    readonly name: string;
    readonly product: string | undefined;
    readonly classification: string | undefined;
    /** The languages of the update; undefined for one that every language needs. */
    readonly languages: readonly string[] | undefined;
    readonly expired: boolean;
}

/**
 * The metadata on a WSUS server. It is immutable, so that a child can share the object of its parent. The revision counts the
 * publications of Microsoft Update up to the time when the top site read the catalog.
 */
export interface Catalog {
    readonly revision: number;
    readonly updates: ReadonlyMap<string, NamedUpdate>;
}

export const emptyCatalog: Catalog = { revision: 0, updates: new Map() };

/** The subscription of a WSUS server. Undefined properties, which the plan does not state, mean everything. */
export interface Subscription {
    readonly products: readonly string[] | undefined;
    readonly classifications: readonly string[] | undefined;
    readonly languages: readonly string[] | undefined;
    /** The version of the WSUS server, which may be too old for some products. */
    readonly wsus: WsusVersion | undefined;
}

/** Microsoft Update, which publishes at a fixed interval, and additionally the updates of the scenario. */
export class MicrosoftUpdate {
    isReachable = true;
    readonly updates = new Map<string, NamedUpdate>();
    /** Products that it no longer offers. */
    readonly withdrawn = new Set<string>();

    /** The publications before the start count from `since`, which is at most 0. */
    constructor(private readonly publishInterval: number, private readonly since: number) {}

    revisionAt(time: number): number {
        return Math.floor(time / this.publishInterval) - Math.floor(this.since / this.publishInterval) + 1;
    }

    /**
     * Returns the catalog of a WSUS server after a synchronization. A full synchronization brings every change; a delta one only new
     * updates that are not expired, so known updates that have expired since remain unchanged. Source: "About Software Updates
     * Synchronization" (ConfigMgr 2007 library).
     */
    read(held: Catalog, subscription: Subscription, mode: 'full' | 'delta', time: number): Catalog {
        const isEmpty = subscription.products?.length === 0 || subscription.classifications?.length === 0;
        const updates = new Map(held.updates);
        for (const update of this.updates.values()) {
            const known = held.updates.get(update.name);
            const isWanted = exclusionOf(update, subscription) === undefined;
            if (mode === 'full' ? isWanted || known : isWanted && !known && !update.expired) {
                updates.set(update.name, update);
            }
        }
        return { revision: isEmpty ? held.revision : this.revisionAt(time), updates };
    }
}

/** The part of a subscription that excludes an update; undefined if it includes the update. */
export function exclusionOf({ product, classification, languages }: NamedUpdate, subscription: Subscription): 'product' | 'classification' | 'wsus' | 'languages' | undefined {
    if (!isSubscribed(subscription.products, product, coversProduct)) {
        return 'product';
    }
    if (!isSubscribed(subscription.classifications, classification, isSameName)) {
        return 'classification';
    }
    return !isManageable(product, subscription.wsus) ? 'wsus' : hasLanguage(languages, subscription.languages) ? undefined : 'languages';
}

/** Whether an update has one of the update file languages of a server; undefined languages are all languages. */
export function hasLanguage(languages: readonly string[] | undefined, wanted: readonly string[] | undefined): boolean {
    return languages === undefined || wanted === undefined || languages.some(each => wanted.some(other => isSameName(each, other)));
}

function isSubscribed(wanted: readonly string[] | undefined, name: string | undefined, covers: (chosen: string, name: string) => boolean): boolean {
    return wanted === undefined || (wanted.length > 0 && (name === undefined || wanted.some(each => covers(each, name))));
}

function isManageable(product: string | undefined, wsus: WsusVersion | undefined): boolean {
    const needed = product === undefined ? undefined : oldestWsusWith(product);
    return !needed || !wsus || !isOlder(wsus, needed);
}

/** Whether a synchronization changed the catalog. */
export function isChanged(before: Catalog, after: Catalog): boolean {
    return before.revision !== after.revision || before.updates.size !== after.updates.size
        || [...after.updates].some(([name, update]) => before.updates.get(name) !== update);
}
