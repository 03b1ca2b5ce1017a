import { serversOf, type SoftwareUpdatePoint } from '@sup/model';
import { isWritten } from '../../analysis/unreadable.js';

/**
 * How a plan lacks the SSL that native mode requires: the role or a WSUS server of it is planned without (`off`), or the plan does not state it
 * (`unstated`). Undefined if neither, if a setting is unknown or cannot be read, or if there is no WSUS, which another rule reports.
 */
export function lackOfSsl(point: SoftwareUpdatePoint): 'off' | 'unstated' | undefined {
    if (isWritten(point, 'ssl')) {
        return point.ssl === false ? 'off' : undefined;
    }
    const installed = serversOf(point).flatMap(({ wsus }) => wsus ?? []);
    return installed.some(({ ssl }) => ssl === 'off') ? 'off' : installed.some(wsus => !isWritten(wsus, 'ssl')) ? 'unstated' : undefined;
}
