import { changeSite, differingProperties, type Draft, withProperties } from '../facts/draft.js';
import type { SiteFacts } from '../facts/plan-facts.js';
import type { Move } from './move.js';

/**
 * The changes of the update service addresses in the Group Policies of a site and of its client groups. If `isLifted`, a changed address is removed first
 * and set later, because with either address an error would hold while the address of the software update point changes.
 */
export function policyMoves(code: string, before: SiteFacts | undefined, after: SiteFacts, isLifted: boolean): readonly Move[] {
    const isSiteChanged = before ? differingProperties(before.own, after.own).has('groupPolicy') : after.own.groupPolicy !== undefined;
    const groups = [...after.groups].filter(([label, group]) => {
        const was = before?.groups.get(label);
        return was ? differingProperties(was, group).has('policy') : before === undefined && group.policy !== undefined;
    }).map(([label]) => label);
    if (!isSiteChanged && groups.length === 0) {
        return [];
    }
    const changed: Changed = { isSiteChanged, groups: new Set(groups) };
    const base = { site: after.own.code, hosts: [], needs: [] };
    const [had, gets] = [before && hasAddress(before, changed), hasAddress(after, changed)];
    const lift: Move = { ...base, id: `${code} policy lifted`, kind: 'lift policy', apply: draft => replace(draft, code, changed, withoutAddresses(after)) };
    const set: Move = { ...base, id: `${code} policy set`, kind: 'set policy', apply: draft => replace(draft, code, changed, after) };
    return !gets ? [{ ...set, kind: 'lift policy' }] : had && isLifted ? [lift, { ...set, needs: [{ move: lift.id, why: 'The new address can be set once the old one is removed.', source: undefined, confidence: 'high' }] }] : [set];
}

interface Changed {
    readonly isSiteChanged: boolean;
    readonly groups: ReadonlySet<string>;
}

function hasAddress(site: SiteFacts, { isSiteChanged, groups }: Changed): boolean {
    return (isSiteChanged && site.own.groupPolicy !== undefined) || [...site.groups].some(([label, { policy }]) => groups.has(label) && policy !== undefined);
}

function withoutAddresses(site: SiteFacts): SiteFacts {
    return { ...site, own: { ...site.own, groupPolicy: undefined }, groups: new Map([...site.groups].map(([label, group]) => [label, { ...group, policy: undefined }])) };
}

function replace(draft: Draft, code: string, { isSiteChanged, groups }: Changed, target: SiteFacts): void {
    changeSite(draft, code, site => ({
        ...site,
        own: isSiteChanged ? withProperties(site.own, target.own, ['groupPolicy']) : site.own,
        groups: new Map([...site.groups].map(([label, group]) => [label, groups.has(label) ? withProperties(group, target.groups.get(label)!, ['policy']) : group]))
    }));
}
