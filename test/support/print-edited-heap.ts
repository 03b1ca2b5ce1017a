// Prints the heap size of a workspace after an eighth of many edits and after all of them. Run in its own process, with --expose-gc.
import { createSupServices } from '@sup/language';
import { URI } from 'langium';
import { MemoryFileSystem } from './memory-file-system.js';

const [edits, sites] = [800, 100];
const disk = new MemoryFileSystem();
const { workspace } = createSupServices({ fileSystemProvider: () => disk, report: message => console.error(message) }).Sup.shared;
const uri = URI.parse('file:///workspace/plan.sup');

const clients = Array.from({ length: sites }, (_, i) => i);
const codeOf = (i: number): string => i.toString(36).toUpperCase().padStart(3, '0');
const textNow = (): string => `hierarchy Harbor\n${clients.map((count, i) =>
    `${i === 0 ? 'central' : 'primary'} site ${codeOf(i)}${i === 0 ? '' : ` reports to ${codeOf(Math.floor((i - 1) / 8))}`} {\n  // ${'A note about the site. '.repeat(10)}\n  clients: ${count} intranet\n  server ${codeOf(i)}SUP01 { wsus 3.0 SP2  software update point active }\n}\n`).join('')}`;

async function edit(i: number): Promise<void> {
    clients[(i * 7) % sites]!++;
    disk.files.set(uri.toString(), textNow());
    await workspace.DocumentBuilder.update([uri], []);
}

const heapAfter = async (from: number, to: number): Promise<number> => {
    for (let i = from; i < to; i++) {
        await edit(i);
    }
    await new Promise(resolve => setImmediate(resolve)); // weakly held objects are collected only after the turn ends
    globalThis.gc!();
    return process.memoryUsage().heapUsed;
};

const early = await heapAfter(0, edits / 8);
const late = await heapAfter(edits / 8, edits);
const [document] = workspace.LangiumDocuments.all.toArray();
console.log(JSON.stringify({ early, late, findings: document?.diagnostics?.length ?? 0 }));
