import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { decodeExport } from '@sup/files';
import { ImportError, type ImportSource, importPlan } from '@sup/import';
import { canFormat } from '@sup/language';
import { payloads } from '../support/payloads.js';
import { Random } from '../support/random.js';
import { byRunLength } from '../support/run-length.js';
import { TestWorkspace, uriOf } from '../support/workspace.js';

// Anyone may have made the sources. An import ends with a plan or with a message in any case.

const count = byRunLength({ short: 1_500, long: 200_000 });
/** One result in so many is parsed, which takes longer than the import. */
const parsed = byRunLength({ short: 5, long: 50 });

const folder = fileURLToPath(new URL('samples', import.meta.url));
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

test('any source gives a plan without syntax errors, or a message', () => {
    const workspace = new TestWorkspace();
    let plans = 0;
    for (let seed = 0; seed < count; seed++) {
        const random = new Random(seed);
        const sources: ImportSource[] = Array.from({ length: random.of([1, 1, 1, 2, 3]) }, (_, i) => ({ name: `source ${i}`, text: random.isOneIn(3) ? withOtherValues(random) : decodeExport(mutated(random)).text }));
        try {
            const { files } = importPlan(sources, { branches: random.isOneIn(4), hierarchy: random.isOneIn(9) ? random.of(payloads) : undefined });
            plans++;
            for (const { name, text } of random.isOneIn(parsed) ? files : []) {
                expect(name, `seed ${seed}`).toMatch(/^[a-z0-9-]+\.sup$/);
                const document = workspace.services.shared.workspace.LangiumDocumentFactory.fromString(text, uriOf(`${seed}.sup`));
                expect(canFormat(document), `seed ${seed}: ${document.parseResult.parserErrors[0]?.message ?? 'lexer'}\n${text}`).toBe(true);
            }
        } catch (error) {
            if (!(error instanceof ImportError)) {
                throw new Error(`seed ${seed}`, { cause: error });
            }
            expect(error.message).not.toMatch(/undefined|\[object/);
        }
    }
    expect(plans).toBeGreaterThan(count / 4);
});

test.each<[string, string]>([
    ['deeply nested lists', `{"format":"sup-hierarchy","sites":${'['.repeat(1_000_000)}`],
    ['millions of values', `{"format":"sup-hierarchy","sites":[${'0,'.repeat(2_500_000)}0]}`],
    ['an unclosed text', `{"format":"sup-hierarchy","name":"${'a\\'.repeat(1_000_000)}`],
    ['nested sections', 'SITE CONTROL FILE [6487]\n' + 'BEGIN_A\n'.repeat(200_000)],
    ['a long line', `SITE CONTROL FILE [6487]\nBEGIN_A\nPROPERTY <${'><'.repeat(2_000_000)}>\nEND_A\n`],
    ['a long path', `SITE CONTROL FILE [6487]\nBEGIN_SYSTEM_RESOURCE_USE\nRESOURCE<x><${'\\a]'.repeat(1_000_000)}\nROLE<SMS Software Update Point>\nEND_SYSTEM_RESOURCE_USE\n`],
    ['an end without a line break', `BEGIN_A\n${'END_'.repeat(1_000_000)}`],
    ['many columns', `code${',x'.repeat(1_000_000)}`],
    ['an unclosed quote', `code\n"${'""'.repeat(2_000_000)}`],
    ['many rows', `code,parent\n${'A,B\n'.repeat(400_000)}`],
    ['blanks', ' '.repeat(8_000_000)]
])('reads or refuses %s in linear time', (_, text) => {
    let outcome: unknown;
    try {
        outcome = importPlan([{ name: 'hostile', text }]).hierarchy;
    } catch (error) {
        outcome = error;
    }
    expect(typeof outcome === 'string' || outcome instanceof ImportError).toBe(true);
});
