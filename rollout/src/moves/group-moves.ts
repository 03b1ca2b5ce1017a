import { changeSite, differingProperties, withProperties } from '../facts/draft.js';
import type { SiteFacts } from '../facts/plan-facts.js';
import type { Move } from './move.js';

/** Changes of the client groups of a site, except their Group Policies: the numbers and networks of clients are not set in the product, so they hold from the start. */
export function groupMoves(code: string, before: SiteFacts, after: SiteFacts): readonly Move[] {
    const labels = [...new Set([...before.groups.keys(), ...after.groups.keys()])];
    return labels.flatMap((label): readonly Move[] => {
        const [was, is] = [before.groups.get(label), after.groups.get(label)];
        const keys = was && is ? [...differingProperties(was, is)].filter(key => key !== 'policy') : [];
        if (was && is && keys.length === 0) {
            return [];
        }
        return [{
            id: `${code} group ${label}`, kind: 'open network', site: after.own.code, hosts: [], needs: [],
            apply: draft => changeSite(draft, code, site => {
                const groups = new Map(site.groups);
                if (is) {
                    const current = groups.get(label);
                    groups.set(label, current ? withProperties(current, is, keys) : is);
                } else {
                    groups.delete(label);
                }
                return { ...site, groups };
            })
        }];
    });
}
