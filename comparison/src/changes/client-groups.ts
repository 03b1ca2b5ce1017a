import { type ClientGroup, counted, excerpt, isUnknown, type Site } from '@sup/model';
import type { Change } from '../comparison.js';
import { costs } from '../facts/costs.js';
import { changeAt, pairByKey, displayName } from './change.js';

/** Compares the client groups of a site, which are identified by their names. */
export function compareClientGroups(previous: Site, site: Site): readonly Change[] {
    return pairByKey(groupsByName(previous), groupsByName(site)).flatMap(({ from: was, to: is }) => {
        const [from, to] = [was, is].map(groups => groups && groups.map(groupText).sort().join('; '));
        const kind = from === undefined ? 'added' : to === undefined ? 'removed' : 'changed';
        const group = `client group ${displayName((is ?? was)![0]!.label ?? '')}`;
        const sentence = {
            added: `The ${group} is added to ${displayName(site.code)}: ${to}.`, removed: `The ${group} is removed from ${displayName(site.code)}: ${from}.`, changed: `The ${group} of ${displayName(site.code)} changes from ${from} to ${to}.`
        }[kind];
        const isPolicyOnly = kind === 'changed' && countsOf(was!) === countsOf(is!);
        return from === to ? [] : [changeAt({ site: site.code }, { kind, subject: 'clients', sentence, from, to, cost: isPolicyOnly ? costs.groupPolicy : costs.clients })];
    });
}

const groupsByName = ({ clientGroups }: Site): ReadonlyMap<string, readonly ClientGroup[]> => Map.groupBy(clientGroups, ({ label }) => label ?? '');

const countsOf = (groups: readonly ClientGroup[]): string => groups.map(countText).sort().join();

function countText(group: ClientGroup): string {
    const { count, on } = group;
    const clients = isUnknown(group, 'count') ? 'an unknown number of clients' : counted(count ?? 0, 'client');
    return `${clients} on ${isUnknown(group, 'on') ? 'an unknown network' : on === 'internet' ? 'the Internet' : 'the intranet'}`;
}

function groupText(group: ClientGroup): string {
    const policy = isUnknown(group, 'policy') ? 'an unknown address' : group.policy;
    const ends = isUnknown(group, 'cannotReach') ? 'some servers' : group.cannotReach?.join(', ');
    return [
        countText(group),
        ...policy === undefined ? [] : [`sent to ${excerpt(policy, 200)} by a Group Policy`],
        ...ends === undefined ? [] : [`cannot reach ${excerpt(ends, 200)}`]
    ].join(', ');
}
