import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { decodeExport } from '@sup/files';
import { type ImportSource, importPlan } from '@sup/import';
import { Ajv } from 'ajv';
import { formatted } from '../support/formatted.js';
import { findingsIn } from '../support/imported.js';
import { Random } from '../support/random.js';

// Exports of the three formats, each with the text that is expected of it. Every line of these texts was compared with the facts about the product, so
// an expected text changes only with a decision of the importer.

const folder = fileURLToPath(new URL('samples', import.meta.url));

interface Sample {
    readonly name: string;
    readonly files: readonly string[];
    readonly expected: string;
}

const samples: readonly Sample[] = [
    ...['json', 'sitectrl'].flatMap(kind => readdirSync(join(folder, kind)).filter(file => !file.endsWith('.sup')).map(file => ({
        name: `${kind}/${file}`, files: [`${kind}/${file}`], expected: `${kind}/${file.replace(/\.\w+$/, '.sup')}`
    }))),
    ...readdirSync(join(folder, 'csv')).map(name => ({
        name: `csv/${name}`, files: readdirSync(join(folder, 'csv', name)).filter(file => file.endsWith('.csv')).map(file => `csv/${name}/${file}`), expected: `csv/${name}/expected.sup`
    }))
];

const sourcesOf = ({ files }: Sample): readonly ImportSource[] => files.map(file => ({ name: file.slice(file.lastIndexOf('/') + 1), text: decodeExport(readFileSync(join(folder, file))).text }));
const textOf = (sources: readonly ImportSource[]): string => importPlan(sources).files[0]!.text;

/** The rules with findings in each plan: every one is about the hierarchy that the export describes, and none about what it leaves out. */
const findings: Readonly<Record<string, readonly string[]>> = {
    'json/01-four-sites.json': ['sup-port-mismatch', 'win7-products-need-wsus-sp2'],
    'json/02-unicode-inactive.json': ['sup-role-not-active', 'unknown-classification'],
    'json/03-utf16-mixed-case.json': [],
    'json/04-nlb.json': ['inactive-sup-spare', 'wsus-console-version-mismatch', 'wsus-too-old-for-site'],
    'sitectrl/01-central.ct0': [],
    'sitectrl/02-windows-1252.ct0': ['unknown-parent', 'unknown-server'],
    'sitectrl/03-cut-off-secondary.ct0': ['unknown-parent'],
    'csv/01-sql-long': [],
    'csv/02-export-csv': [],
    'csv/03-spreadsheet': []
};

describe.each(samples.map(sample => [sample.name, sample] as const))('%s', (name, sample) => {
    test('gives the plan beside it', async () => {
        const text = textOf(sourcesOf(sample));
        expect(text).toBe(readFileSync(join(folder, sample.expected), 'utf8'));
        expect(await formatted(text)).toBe(text);
    });

    test('gives a plan whose findings are all about the real hierarchy', async () => {
        expect(await findingsIn(textOf(sourcesOf(sample)))).toEqual(findings[name]);
    });

    test('gives the same plan in any order of its files', () => {
        const sources = sourcesOf(sample);
        expect(textOf(new Random(7).shuffle(sources))).toBe(textOf(sources));
    });
});

test('the schema of the export accepts every sample, and rejects another format', () => {
    const schema = JSON.parse(readFileSync(fileURLToPath(new URL('../../syntaxes/sup-hierarchy.schema.json', import.meta.url)), 'utf8')) as object;
    const validate = new Ajv({ strict: false }).compile(schema);
    for (const file of readdirSync(join(folder, 'json')).filter(each => each.endsWith('.json'))) {
        expect(validate(JSON.parse(decodeExport(readFileSync(join(folder, 'json', file))).text)), `${file}: ${JSON.stringify(validate.errors)}`).toBe(true);
    }
    expect(validate({ format: 'other', version: 1, collected: { at: '', script: '' }, sites: [], roles: [] })).toBe(false);
    expect(validate({ format: 'sup-hierarchy', version: 1, collected: { at: '', script: '' }, sites: [{}], roles: [] })).toBe(false);
});
