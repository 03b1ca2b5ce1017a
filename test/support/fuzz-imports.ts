// A script of its own process: imports mutated samples, and ends with an error at the first one that gives neither a plan nor a message.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeExport } from '@sup/files';
import { ImportError, type ImportSource, importPlan } from '@sup/import';
import { canFormat } from '@sup/language';
import { payloads } from './payloads.js';
import { Random } from './random.js';
import { TestWorkspace, uriOf } from './workspace.js';

/** The folder of the samples, the first seed and the number of seeds. */
const { folder, first, count } = JSON.parse(process.env['SUP_FUZZ']!) as { readonly folder: string; readonly first: number; readonly count: number };
/** Of this many results, one is parsed on average, since parsing takes longer than the import. */
const parsed = count > 2_000 ? 50 : 5;

const samples: readonly Uint8Array[] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => /\.(?:json|ct0|csv)$/.test(file)).sort().map(file => readFileSync(join(folder, file)));

/** Texts with a meaning in one of the formats or in plans. */
const tokens = [
    '"', '""', '{', '}', '[', ']', ',', ';', '\t', '\n', '\r\n', ':', '<', '>', '><', 'null', '-1', '1e999', '99999999999999999999', 'BEGIN_COMPONENT', 'END_COMPONENT', 'PROPERTY <DefaultWSUS><><X><0>',
    '"__proto__": [1, "", ""]', '"constructor"', 'sep=;', '#TYPE ', '[".\\', '//', '/*', '*/', 'central site', 'reports to', '\\\\', '4', '444444444444444444444444', '5.00', 'unknown', '\ufeff', ...payloads
];

function mutated(random: Random): Uint8Array {
    const bytes = [...random.of(samples)];
    for (let i = random.between(1, 6); i > 0; i--) {
        const at = random.between(0, bytes.length);
        switch (random.between(0, 4)) {
            case 0: bytes.splice(at, random.between(1, 40)); break;
            case 1: bytes.splice(at, 0, ...Buffer.from(random.of(tokens))); break;
            case 2: bytes[at] = random.between(0, 255); break;
            case 3: bytes.splice(at, 0, ...bytes.slice(at, at + random.between(1, 600))); break; // repeated records and lines
            default: bytes.length = random.isOneIn(8) ? at : bytes.length;
        }
    }
    return Uint8Array.from(bytes);
}

/** Replaces values inside valid JSON, which changes of bytes seldom leave valid. */
function withOtherValues(random: Random): string {
    const odds = random.of([10, 40, 200]);
    const values: readonly unknown[] = [null, '', 'X', 0, 1, 2, 4, -1, 1e300, true, [], {}, ['a'], { a: 1 }, 'System.Object[]', 'CEN', ...payloads];
    const json = samples.map(bytes => decodeExport(bytes).text).filter(text => text.startsWith('{'));
    return JSON.stringify(JSON.parse(random.of(json), (key, value: unknown) => key !== 'format' && key !== '' && random.isOneIn(odds) ? random.of(values) : value));
}

const workspace = new TestWorkspace();

/** Imports the sources of a seed. Returns whether they give a plan. */
function imports(random: Random): boolean {
    const sources: ImportSource[] = Array.from({ length: random.of([1, 1, 1, 2, 3]) }, (_, i) => ({ name: `source ${i}`, text: random.isOneIn(3) ? withOtherValues(random) : decodeExport(mutated(random)).text }));
    try {
        const { files } = importPlan(sources, { branches: random.isOneIn(4), hierarchy: random.isOneIn(9) ? random.of(payloads) : undefined });
        (random.isOneIn(parsed) ? files : []).forEach(file => check(file));
        return true;
    } catch (error) {
        if (!(error instanceof ImportError) || /undefined|\[object/.test(error.message)) {
            throw error;
        }
        return false;
    }
}

function check({ name, text }: { readonly name: string; readonly text: string }): void {
    const document = workspace.services.shared.workspace.LangiumDocumentFactory.fromString(text, uriOf('plan.sup'));
    if (!/^[a-z0-9-]+\.sup$/.test(name) || !canFormat(document)) {
        throw new Error(`${name}: ${document.parseResult.parserErrors[0]?.message ?? 'lexer'}\n${text}`);
    }
}

let plans = 0;
for (let seed = first; seed < first + count; seed++) {
    try {
        plans += imports(new Random(seed)) ? 1 : 0;
    } catch (error) {
        throw new Error(`seed ${seed}`, { cause: error });
    }
}
console.log(JSON.stringify({ plans, peak: process.resourceUsage().maxRSS * 1024 }));
