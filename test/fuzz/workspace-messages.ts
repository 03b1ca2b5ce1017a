import { notification, type Outgoing } from './outgoing.js';
import type { World } from './world.js';

/** The notifications of an editor about files on disk, workspace folders and settings. */
export class WorkspaceMessages {
    /** Whether each folder of the disk is open. */
    private readonly isOpen = new Map<string, boolean>();

    constructor(private readonly world: World) {}

    next(): Outgoing {
        const { random, disk } = this.world;
        const roll = random.next();
        if (roll < 0.12) {
            return this.folders();
        }
        if (roll < 0.2) {
            return notification('workspace/didChangeConfiguration', { settings: random.of([null, {}, { sup: null }, { sup: { rules: { 'unknown-parent': 'off' } } }, { sup: { rules: 7 } }, { other: {} }]) });
        }
        const changes = Array.from({ length: random.isOneIn(5) ? random.between(2, 6) : 1 }, () => disk.change(random)).flat();
        return notification('workspace/didChangeWatchedFiles', { changes });
    }

    private folders(): Outgoing {
        const { random, disk } = this.world;
        const folder = random.of(disk.folders);
        const isOpen = this.isOpen.get(folder.uri) ?? folder === disk.folders[0];
        this.isOpen.set(folder.uri, !isOpen);
        return notification('workspace/didChangeWorkspaceFolders', { event: isOpen ? { added: [], removed: [folder] } : { added: [folder], removed: [] } });
    }
}
