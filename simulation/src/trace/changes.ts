import { targetText } from './actions.js';
import type { EntryDetails } from './entry.js';

/** Describes the change that an entry reports, in the form `part: state`; undefined if nothing changes. */
export function changeText(details: EntryDetails): string | undefined {
    switch (details.kind) {
        case 'event': {
            const { action } = details;
            return action.kind === 'fail' || action.kind === 'restore' ? `${targetText(action.target)}: ${action.kind === 'fail' ? 'failed' : 'working'}`
                : action.kind === 'set' ? `${action.change.setting} of WSUS on ${action.server}: not as configured` : undefined;
        }
        case 'sync-done': return details.changed ? `catalog: content version ${details.version}` : undefined;
        case 'sync-failed':
        case 'sync-lost': return 'synchronization: failed';
        case 'configured': return 'configuration of WSUS: success';
        case 'configuration-failed': return 'configuration of WSUS: failed';
        case 'settings-restored': return `${details.settings.join(', ')} of WSUS: as configured`;
        case 'objects-arrived': return `console: content version ${details.version}`;
        case 'policy': return `policy of ${details.group}: content version ${details.version}`;
        case 'scanned': return `${details.group}: scanned against ${details.server}`;
        case 'scan-failed': return `${details.group}: scan failed`;
        case 'unhealthy': return `WSUS on ${details.server}: not healthy`;
        case 'healthy': return `WSUS on ${details.server}: healthy`;
        default: return undefined;
    }
}
