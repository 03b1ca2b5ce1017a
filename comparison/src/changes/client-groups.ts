import { type ClientGroup, counted, excerpt, type Site } from '@sup/model';
import type { Change } from '../comparison.js';
import { costs } from '../facts/costs.js';
import { changeAt, matched, name } from './change.js';

/** What the named groups of clients of a site mean differently. They go by their names. */
export function compareClientGroups(former: Site, site: Site): readonly Change[] {
    return matched(groupsByName(former), groupsByName(site)).flatMap(({ from: was, to: is }) => {
        const [from, to] = [was, is].map(groups => groups && groups.map(groupText).sort().join('; '));
        const kind = from === undefined ? 'added' : to === undefined ? 'removed' : 'changed';
        const group = `clients ${name((is ?? was)![0]!.label ?? '')}`;
        const sentence = {
            added: `The ${group} come to ${name(site.code)}: ${to}.`, removed: `The ${group} of ${name(site.code)} go: ${from}.`, changed: `The ${group} of ${name(site.code)} are now ${to}; they were ${from}.`
        }[kind];
        const isPolicyOnly = kind === 'changed' && numbersOf(was!) === numbersOf(is!);
        return from === to ? [] : [changeAt({ site: site.code }, { kind, subject: 'clients', sentence, from, to, cost: isPolicyOnly ? costs.groupPolicy : costs.clients })];
    });
}

const groupsByName = ({ clientGroups }: Site): ReadonlyMap<string, readonly ClientGroup[]> => Map.groupBy(clientGroups, ({ label }) => label ?? '');

const numbersOf = (groups: readonly ClientGroup[]): string => groups.map(numberText).sort().join();

const numberText = ({ count, on }: ClientGroup): string => `${counted(count ?? 0, 'client')} on the ${on === 'internet' ? 'Internet' : 'intranet'}`;

function groupText(group: ClientGroup): string {
    return group.policy === undefined ? numberText(group) : `${numberText(group)}, sent to ${excerpt(group.policy, 200)} by a Group Policy`;
}
