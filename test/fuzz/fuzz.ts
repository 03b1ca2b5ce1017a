import { exampleFiles } from '../support/example-files.js';
import { isObject } from '../support/lsp-schema.js';
import { Random } from '../support/random.js';
import { Disk } from './disk.js';
import { Mirror } from './mirror.js';
import { notification, request } from './outgoing.js';
import { type Fault, Session } from './session.js';
import { ClientMessages } from './client-messages.js';
import type { World } from './world.js';

/** After this number of messages the client pauses until the server has published the diagnostics of all open documents. */
const silence = 500;

/** A workspace: two files of one hierarchy with scenarios, and two others. */
export function newWorld(seed: number): World {
    const { 'fjordline.sup': plan, 'failures.sup': failures, 'cluster.sup': cluster } = exampleFiles('scenarios') as Record<string, string>;
    const disk = new Disk({ 'first/a.sup': plan!, 'first/b.sup': failures!, 'first/north/d.sup': cluster!, 'second/a.sup': exampleFiles('starter')['starter.sup']! });
    return { random: new Random(seed), mirror: new Mirror(), disk };
}

/** Sends `count` random messages to a server, and returns its faults. The same seed gives the same messages. */
export async function fuzz(seed: number, count: number): Promise<readonly Fault[]> {
    const world = newWorld(seed);
    const pace = new Random(~seed);
    const session = new Session(world.mirror, new Random(seed + 1));
    try {
        const messages = new ClientMessages(world, await initialize(session, world.disk, pace));
        let inFlight = 0;
        for (let i = 0; i < count && !session.isOver; i++) {
            // Alternates between awaiting each answer and leaving many requests pending.
            inFlight = i % 50 === 0 ? pace.of([0, 0, 3, 15]) : inFlight;
            const outgoing = messages.next();
            const number = await session.send(outgoing);
            if (outgoing.kind === 'request' && pace.isOneIn(9)) {
                await session.cancel(number);
            }
            await session.answered(inFlight);
            if (i % silence === silence - 1) {
                await session.settled();
            }
        }
        await session.settled();
        await session.stop();
        return [...session.faults.values()];
    } finally {
        session.kill();
        world.disk.delete();
    }
}

/** Initializes the session for a client with all capabilities, and returns the names of the server's capabilities. */
async function initialize(session: Session, disk: Disk, random: Random): Promise<ReadonlySet<string>> {
    const result = await session.ask(request('initialize', {
        processId: process.pid, rootUri: null, workspaceFolders: disk.folders.slice(0, 1),
        initializationOptions: { acceptRiskCommand: random.isOneIn(2), scenarioCommands: true, preview: true },
        capabilities: {
            workspace: { configuration: true, workspaceFolders: true, didChangeConfiguration: { dynamicRegistration: true }, didChangeWatchedFiles: { dynamicRegistration: true }, workspaceEdit: { documentChanges: random.isOneIn(2) } },
            textDocument: { publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true } },
            window: { workDoneProgress: true }
        }
    }));
    await session.send(notification('initialized', {}));
    const capabilities = isObject(result) && isObject(result['capabilities']) ? result['capabilities'] : {};
    return new Set(Object.keys(capabilities).filter(name => capabilities[name]));
}
