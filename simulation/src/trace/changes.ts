import type { What } from './entry.js';

/** What is different after something happened, as a few words; undefined where nothing is. */
export function changeText(what: What): string | undefined {
    switch (what.kind) {
        case 'event': return what.action.kind === 'fail' ? 'out of order' : what.action.kind === 'restore' ? 'in order again' : what.action.kind === 'set' ? `WSUS setting: ${what.action.change.setting}` : undefined;
        case 'sync-done': return what.changed ? `content version ${what.version}` : undefined;
        case 'sync-failed':
        case 'sync-lost': return 'synchronization: failed';
        case 'configured': return 'WSUS configuration: success';
        case 'configuration-failed': return 'WSUS configuration: failed';
        case 'settings-restored': return `WSUS settings restored: ${what.settings.join(', ')}`;
        case 'objects-arrived': return `console: version ${what.version}`;
        case 'policy': return `client policy: version ${what.version}`;
        case 'scanned': return `clients on ${what.server}`;
        case 'scan-failed': return 'clients without a scan';
        case 'unhealthy': return 'WSUS: not healthy';
        case 'healthy': return 'WSUS: healthy';
        default: return undefined;
    }
}
