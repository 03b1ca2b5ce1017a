import { balancedWsusOf, type Cluster, isSamePath, listOf, type WsusServer } from '@sup/model';
import { isWritten } from '../../analysis/unreadable.js';
import type { Place } from '../../syntax/place.js';
import type { Fix } from '../define-rule.js';
import type { Fact } from '../explain/fact.js';
import { hasNodes } from '../explain/facts/roles.js';
import type { Edit } from '../edits/edit.js';

/** The value of a setting that the nodes of a cluster share, for one node. */
export interface NodeValue {
    readonly wsus: WsusServer;
    /** The property. */
    readonly key: string;
    /** Undefined if the plan does not state it. */
    readonly value: string | undefined;
    /** Whether no other node can use the value. */
    readonly isOwn: boolean;
}

type StatedValue = NodeValue & { readonly value: string };

/** The first fault of a setting that the nodes of a cluster share. */
export type SharingFault =
    | { readonly kind: 'own' | 'differs'; readonly at: StatedValue; readonly first: StatedValue }
    | { readonly kind: 'missing'; readonly at: NodeValue; readonly lacking: readonly NodeValue[] };

/** Compares a setting of the nodes of a cluster. The fault of one node hides later ones: one fix solves them together. */
export function findSharingFault(values: readonly NodeValue[]): SharingFault | undefined {
    const stated = values.filter((each): each is StatedValue => each.value !== undefined);
    const first = stated.find(({ isOwn }) => !isOwn) ?? stated[0];
    const own = stated.find(({ isOwn }) => isOwn);
    const other = stated.find(({ value }) => first && !isSamePath(value, first.value));
    const lacking = values.filter(({ value }) => value === undefined);
    return own ? { kind: 'own', at: own, first: first! }
        : other ? { kind: 'differs', at: other, first: first! }
        : lacking.length > 0 ? { kind: 'missing', at: lacking[0]!, lacking } : undefined;
}

/** The settings of the nodes of a cluster that has several, without those that are unknown or unreadable. */
export function nodeValues(cluster: Cluster, read: (wsus: WsusServer) => Omit<NodeValue, 'wsus'>): readonly NodeValue[] {
    return balancedWsusOf(cluster).map(wsus => ({ wsus, ...read(wsus) })).filter(({ wsus, key, value }) => value !== undefined || !isWritten(wsus, key));
}

/** Why the nodes of a cluster need one value, and the values that the plan states. */
export function sharingFacts(cluster: Cluster, values: readonly NodeValue[], requirement: Fact): readonly Fact[] {
    return [
        hasNodes(cluster),
        requirement,
        ...values.map(({ wsus, key, value }) => ({
            text: value === undefined ? `The plan of WSUS on ${wsus.server.name} has no \`${key}\`.` : `The \`${key}\` of WSUS on ${wsus.server.name} is ${value}.`,
            at: value === undefined ? { of: wsus } : { of: wsus, part: key }
        }))
    ];
}

/** The place of a missing setting: the cluster, if none of its nodes has it. */
export function placeOfMissing(cluster: Cluster, values: readonly NodeValue[], lacking: readonly NodeValue[]): Place {
    return lacking.length === values.length ? { of: cluster, part: 'name' } : { of: lacking[0]!.wsus };
}

/** A fix for each value that every node can use, or for a new one if there is none: all other nodes get it. */
export function sharingFixes(values: readonly NodeValue[], fallback: () => string, use: { readonly title: (value: string, servers: string) => string; readonly edit: (wsus: WsusServer, value: string) => Edit }): readonly Fix[] {
    const shared = sharedValues(values);
    return (shared.length > 0 ? shared : [fallback()]).map(value => {
        const changed = values.filter(each => each.value === undefined || !isSamePath(each.value, value));
        return {
            title: use.title(value, listOf(changed.map(({ wsus }) => wsus.server.name))),
            edits: changed.map(({ wsus }) => use.edit(wsus, value))
        };
    });
}

/** The values that every node can use, without repetition. */
function sharedValues(values: readonly NodeValue[]): readonly string[] {
    const found: string[] = [];
    for (const { value, isOwn } of values) {
        if (value !== undefined && !isOwn && !found.some(each => isSamePath(each, value))) {
            found.push(value);
        }
    }
    return found;
}
