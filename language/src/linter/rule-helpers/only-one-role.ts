import type { SoftwareUpdatePoint } from '@sup/model';
import { setHead } from '../edits/edit.js';
import type { Report } from '../define-rule.js';

/** Of a site with more roles than a few, the first few are shown and offered. */
const most = 10;

/** What is said of a role, by the name of its server or cluster. */
interface Wording {
    /** Of another role in the same state. */
    also(host: string): string;
    /** The title of the fix that keeps it alone. */
    keep(host: string): string;
}

/** Reports for the roles of a site that are in a state in which only one can be: all but the first, each with the choice of the one to keep. */
export function reportsOfSurplus(points: readonly SoftwareUpdatePoint[], wording: Wording): readonly Report<{ site: string; hosts: readonly string[] }>[] {
    const few = points.slice(0, most);
    const hosts = points.map(point => point.host.name);
    return points.slice(1).map(point => ({
        at: { of: point, part: 'state' },
        args: { site: point.host.site.code, hosts },
        related: few.filter(other => other !== point).map(other => ({ of: other, part: 'state', message: wording.also(other.host.name) })),
        fixes: () => few.map(kept => ({
            title: wording.keep(kept.host.name),
            edits: points.filter(other => other !== kept).map(other => setHead(other, 'state', 'inactive'))
        }))
    }));
}
