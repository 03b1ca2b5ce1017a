// The response times of other language servers in documents of the same size as ours. Each is measured in turn with ours, as is a server
// that ignores the text. Prints the measurements, which scripts/bench/peers.mjs turns into a section.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { errorMessage } from '@sup/model';
import { built } from '../support/dist.js';
import { peers } from './peers/all.js';
import { install } from './peers/install.js';
import type { Peer } from './peers/peer.js';
import { type BenchServer, floorServer, ourServer } from './server/bench-server.js';
import type { BenchDocument } from './server/document.js';
import { type Measured, Measurements } from './server/measurements.js';
import { benchPlan } from './server/plans.js';
import { endOnSignals } from './server/processes.js';
import { questions } from './server/questions.js';
import { Session } from './server/session.js';
import { logProgress } from './server/turns.js';

/** Milliseconds for a server at one size, after which no further measurement begins. */
const patience = 90_000;
/** There are many peers, so each measurement gets half the time. */
const haste = 2;
const asked = questions.filter(({ name }) => ['completion', 'completionTyping', 'documentSymbol', 'documentSymbolTyping', 'tokensDelta'].includes(name));

const { values: { size, peer: wanted, floor, cache } } = parseArgs({
    options: {
        size: { type: 'string', multiple: true, default: [] }, peer: { type: 'string', multiple: true },
        floor: { type: 'string', default: '' }, cache: { type: 'string', default: '' }
    }
});

/** A server that is compared with ours. */
interface Contender {
    readonly name: string;
    readonly server: BenchServer;
    document(elements: number): BenchDocument;
}

interface Result {
    readonly measured: Measured;
    readonly reasons: Measurements['reasons'];
}

/** The installed peers, and why the others are missing. */
async function installAll(): Promise<{ readonly contenders: readonly Contender[]; readonly missing: Readonly<Record<string, string>> }> {
    const contenders: Contender[] = [];
    const missing: Record<string, string> = {};
    for (const peer of peers.filter(({ name }) => !wanted || wanted.includes(name))) {
        try {
            contenders.push({ name: peer.name, document: elements => peer.document(elements), server: peer.server(await install(peer, cache)) });
        } catch (error) {
            missing[peer.name] = errorMessage(error).split('\n', 1)[0]!;
            logProgress(`${peer.name} could not be installed: ${missing[peer.name]}`);
        }
    }
    return { contenders, missing };
}

async function measure({ name, server, document }: Contender, elements: number): Promise<Result> {
    const home = realpathSync(mkdtempSync(join(tmpdir(), 'sup-bench-')));
    const sessions = {
        ours: new Session(ourServer(built(join(process.cwd(), 'dist', 'server.cjs'))), ...written(join(home, 'ours'), benchPlan(elements))),
        [name]: new Session(server, ...written(join(home, 'theirs'), document(elements)))
    };
    const measurements = new Measurements(`${name}, ${elements}`, patience, haste);
    try {
        await measurements.measureSessions(sessions, asked);
    } finally {
        await Promise.all(Object.values(sessions).map(session => session.stop()));
        rmSync(home, { recursive: true, force: true });
    }
    return { measured: measurements.all, reasons: measurements.reasons };
}

function written(folder: string, document: BenchDocument): [folder: string, document: BenchDocument] {
    mkdirSync(folder);
    document.files.forEach((text, name) => writeFileSync(join(folder, name), text));
    return [folder, document];
}

function description({ name, remark, packages, isNative = false, completesNames }: Peer): object {
    return { name, remark, packages, isNative, completesNames };
}

endOnSignals();
const unknown = wanted?.find(name => !peers.some(peer => peer.name === name));
if (unknown !== undefined) {
    logProgress(`Unknown peer "${unknown}". The peers: ${peers.map(({ name }) => name).join(', ')}.`);
    process.exit(1);
}
const { contenders, missing } = await installAll();
const sizes: object[] = [];
for (const elements of size.map(Number)) {
    const results: Record<string, Result> = {};
    for (const contender of [{ name: 'floor', server: floorServer(floor), document: benchPlan }, ...contenders]) {
        results[contender.name] = await measure(contender, elements);
    }
    sizes.push({ elements, results });
}
// Exits explicitly, since open handles would keep the process alive.
process.stdout.write(JSON.stringify({ peers: peers.map(description), missing, sizes }), () => process.exit());
