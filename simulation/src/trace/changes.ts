import { targetText } from './actions.js';
import type { EntryDetails } from './entry.js';

/** What is different after something happened, as a thing and its state; undefined where nothing is. */
export function changeText(what: EntryDetails): string | undefined {
    switch (what.kind) {
        case 'event': {
            const { action } = what;
            return action.kind === 'fail' || action.kind === 'restore' ? `${targetText(action.target)}: ${action.kind === 'fail' ? 'out of order' : 'in order'}`
                : action.kind === 'set' ? `${action.change.setting} of WSUS on ${action.server}: not as configured` : undefined;
        }
        case 'sync-done': return what.changed ? `catalog: content version ${what.version}` : undefined;
        case 'sync-failed':
        case 'sync-lost': return 'synchronization: failed';
        case 'configured': return 'configuration of WSUS: success';
        case 'configuration-failed': return 'configuration of WSUS: failed';
        case 'settings-restored': return `${what.settings.join(', ')} of WSUS: as configured`;
        case 'objects-arrived': return `console: content version ${what.version}`;
        case 'policy': return `policy of ${what.group}: content version ${what.version}`;
        case 'scanned': return `${what.group}: on ${what.server}`;
        case 'scan-failed': return `${what.group}: without a scan`;
        case 'unhealthy': return `WSUS on ${what.server}: not healthy`;
        case 'healthy': return `WSUS on ${what.server}: healthy`;
        default: return undefined;
    }
}
