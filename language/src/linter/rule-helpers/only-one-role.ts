import type { SoftwareUpdatePoint } from '@sup/model';
import { setHead } from '../edits/edit.js';
import { nameOnInternet } from '../edits/suggested-names.js';
import type { Report } from '../define-rule.js';
import type { Fact } from '../explain/fact.js';
import { hasRole } from '../explain/facts/roles.js';

/** The number of roles that a finding lists and offers a fix for. */
const listedRoles = 10;

/** The texts about a role, given the name of its server or cluster. */
interface Wording {
    /** The related message for another role in the same state. */
    also(host: string): string;
    /** The title of the fix that keeps this role and makes the others inactive. */
    keep(host: string): string;
    /** The documented limit. */
    readonly limit: Fact;
}

/** Reports the roles of a site that share a state only one of them can have. Every role but the first has a finding, with a fix for each role that could be kept. */
export function reportsForSurplusRoles(points: readonly SoftwareUpdatePoint[], wording: Wording): readonly Report<{ site: string; hosts: readonly string[] }>[] {
    const listed = points.slice(0, listedRoles);
    const hosts = points.map(point => point.host.name);
    return points.slice(1).map(point => ({
        at: { of: point, part: 'state' },
        args: { site: point.host.site.code, hosts },
        because: () => [...listed.map(hasRole), ...listed.includes(point) ? [] : [hasRole(point)], wording.limit],
        related: listed.filter(other => other !== point).map(other => ({ of: other, part: 'state', message: wording.also(other.host.name) })),
        fixes: () => listed.map(kept => ({
            title: wording.keep(kept.host.name),
            edits: [...points.filter(other => other !== kept).map(other => setHead(other, 'state', 'inactive')), ...kept.state === 'internet' ? nameOnInternet(kept.host) : []]
        }))
    }));
}
