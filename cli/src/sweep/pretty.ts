import { counted, number } from '@sup/model';
import { targetText } from '@sup/simulation';
import type { Paint } from '../paint.js';
import type { Column } from '@sup/report';
import { table } from '../table.js';
import { visible } from '../visible.js';
import type { SweptHierarchy } from './report.js';

const columns: readonly Column[] = [['', 'right'], ['Failure', 'left'], ['Clients affected', 'right'], ['Client-hours without a scan', 'right'], ['With an old catalog', 'right'], ['Clients that move', 'left']];

/** How many of the software update points that take over clients are listed. */
const maxListed = 3;

/** The report for people. Hours are summed over all clients. */
export function pretty(swept: readonly SweptHierarchy[], paint: Paint): string {
    return swept.map(each => `${block(each, paint).join('\n')}\n`).join('\n');
}

function block({ hierarchy, worst, hurting, harmless }: SweptHierarchy, paint: Paint): readonly string[] {
    const rows = worst.map(({ target, clients, failedHours, staleHours, moved }, i) =>
        [i + 1, targetText(target), clients, Math.round(failedHours), Math.round(staleHours), moved.slice(0, maxListed).map(each => `${each.server}: ${number(each.before)} to ${number(each.clients)}`).join('; ')]);
    const [head, ...lines] = table(columns, rows);
    const more = hurting > worst.length ? [`… and ${number(hurting - worst.length)} more; use --top to list more.`] : [];
    return [
        paint('underline', visible(hierarchy)),
        ...hurting === 0 ? ['No single failure keeps clients from scanning or makes their catalog too old.'] : [paint('bold', head!), ...lines, ...more],
        `${number(harmless)} of ${counted(hurting + harmless, 'possible failure')} ${harmless === 1 ? 'has' : 'have'} no impact on clients.`
    ];
}
