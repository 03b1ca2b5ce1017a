import { DocumentMessages } from './document-messages.js';
import type { Outgoing } from './outgoing.js';
import { protocolRequest } from './requests.js';
import { supRequest } from './sup-requests.js';
import { WorkspaceMessages } from './workspace-messages.js';
import type { World } from './world.js';

/** The random messages of an editor, in any order. `providers` are the names of the server's capabilities. */
export class ClientMessages {
    private readonly documents: DocumentMessages;
    private readonly workspace: WorkspaceMessages;

    constructor(private readonly world: World, private readonly providers: ReadonlySet<string>) {
        this.documents = new DocumentMessages(world);
        this.workspace = new WorkspaceMessages(world);
    }

    next(): Outgoing {
        const roll = this.world.random.next();
        return roll < 0.42 ? this.documents.next() : roll < 0.46 ? this.workspace.next() : roll < 0.86 ? protocolRequest(this.world, this.providers) : supRequest(this.world);
    }
}
