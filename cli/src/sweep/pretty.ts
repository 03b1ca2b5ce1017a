import { targetText } from '@sup/simulation';
import type { Paint } from '../paint.js';
import type { Column } from '@sup/report';
import { table } from '../table.js';
import { visible } from '../visible.js';
import type { SweptHierarchy } from './report.js';

const columns: readonly Column[] = [['', 'right'], ['What fails', 'left'], ['Clients hit', 'right'], ['Client-hours without a scan', 'right'], ['With an old catalog', 'right'], ['Load that moves', 'left']];

/** Of the software update points that get more clients, so many are named. */
const named = 3;

/** The report for people. Hours are those of all clients together. */
export function pretty(swept: readonly SweptHierarchy[], paint: Paint): string {
    return swept.map(each => `${block(each, paint).join('\n')}\n`).join('\n');
}

function block({ hierarchy, worst, hurting, harmless }: SweptHierarchy, paint: Paint): readonly string[] {
    const rows = worst.map(({ target, clients, failedHours, staleHours, moved }, i) =>
        [i + 1, targetText(target), clients, Math.round(failedHours), Math.round(staleHours), moved.slice(0, named).map(each => `${each.server}: ${each.before} to ${each.clients}`).join('; ')]);
    const [head, ...lines] = table(columns, rows);
    const more = hurting > worst.length ? [`… and ${hurting - worst.length} more; --top says how many to list.`] : [];
    return [
        paint('underline', visible(hierarchy)),
        ...hurting === 0 ? ['Nothing that fails alone keeps clients from scanning, or lets their catalog go stale.'] : [paint('bold', head!), ...lines, ...more],
        `${harmless} of ${hurting + harmless} things can fail without any client being worse off.`
    ];
}
