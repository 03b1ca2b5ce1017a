// Checks a folder of plans as `sup check` does, several times in one process, and runs a mere scanner over the same text. Prints the times
// of both, each on its own line.
import { EmptyFileSystem, URI } from 'langium';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { createSupServices } from '@sup/language';
import { Scanner } from './scan.js';

const folder = process.argv[2]!;
const texts = readdirSync(folder).map(name => readFileSync(join(folder, name), 'utf8'));

async function checkAll(): Promise<number> {
    // New services, so that no cache of the previous run helps. The parser is created before the clock starts.
    const { shared, linter, parser } = createSupServices({ ...EmptyFileSystem }).Sup;
    parser.LangiumParser.parse('');
    const { LangiumDocumentFactory, LangiumDocuments, DocumentBuilder } = shared.workspace;
    const started = performance.now();
    const documents = texts.map((text, i) => LangiumDocumentFactory.fromString(text, URI.parse(`file:///bench/plan-${i}.sup`)));
    documents.forEach(document => LangiumDocuments.addDocument(document));
    await DocumentBuilder.build(documents, { validation: false });
    const findings = documents.reduce((count, document) => count + linter.rules.check(document).findings.length, 0);
    const time = performance.now() - started;
    if (findings !== 1) {
        throw new Error(`${findings} findings instead of one`);
    }
    return time;
}

/** The times of at least three runs, and otherwise of about ten seconds. The first run, in which code is still being compiled, counts only among three. */
async function repeated(most: number, work: () => number | Promise<number>): Promise<number[]> {
    const times: number[] = [];
    const started = performance.now();
    while (times.length < 3 || times.length < most && performance.now() - started < 10_000) {
        times.push(await work());
    }
    return times.length > 3 ? times.slice(1) : times;
}

const scanner = new Scanner(Math.max(...texts.map(text => text.length)));
const scan = await repeated(40, () => {
    const started = performance.now();
    texts.forEach(text => scanner.scan(text));
    return performance.now() - started;
});
console.log(JSON.stringify({ scan }));
console.log(JSON.stringify({ check: await repeated(10, checkAll) }));
