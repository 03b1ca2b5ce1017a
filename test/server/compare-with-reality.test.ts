import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { RealityComparison } from '@sup/protocol/server';
import { startClient } from '../support/start-client.js';

const samples = fileURLToPath(new URL('../import/samples', import.meta.url));
const plan = readFileSync(join(samples, 'json/01-four-sites.sup'), 'utf8').replace('ports: 80, 443\n      ssl: yes', 'ports: 8530, 8531\n      ssl: yes');

describe('sup/compareWithReality', () => {
    test('reports differences at the lines of the plan, with the edits that take them over', async () => {
        const client = await startClient({ 'nordvik.sup': plan });
        cpSync(join(samples, 'json'), join(client.folder, 'samples/json'), { recursive: true, filter: path => !path.endsWith('.sup') });
        const textDocument = { uri: client.uri('nordvik.sup') };
        const ask = (file: string) => client.connection.sendRequest<RealityComparison | { objection: string } | null>('sup/compareWithReality', { textDocument, files: [client.uri(file)] });
        const answer = await ask('samples/json/01-four-sites.json') as RealityComparison;
        expect(answer).toMatchObject({ hierarchy: 'Nordvik', files: [textDocument.uri], collectedAt: '2026-11-23T08:15:00Z', uncompared: 2, isIncomplete: true });
        expect(answer.differences).toMatchObject([{
            uri: textDocument.uri,
            diagnostic: { range: { start: { line: 108, character: 13 } }, severity: 2, source: 'sup', code: 'plan-differs-from-reality', message: expect.stringContaining('planned 8530, 8531; 80, 443 on 2026-11-23.') as string },
            fixes: [{ title: 'Take over `80, 443` from reality', changes: [{ uri: textDocument.uri, edits: [{ newText: '80, 443' }] }] }]
        }]);
        expect(answer.messages.some(message => message.startsWith('computer of NV1SUP01: '))).toBe(true);
        expect(await ask('samples/json/04-nlb.json')).toEqual({ objection: 'the files describe another hierarchy: the plan has none of their sites, which are FAB' });
        expect(await ask('nordvik.sup')).toHaveProperty('objection');
    });

    test('answers with a picture of both sides on request, in which values that were not compared are marked', async () => {
        const changed = plan.replace(/\nsecondary site NV3 [\s\S]*$/, '\nsecondary site NV9 reports to NV0 {\n  release: SP2\n}\n');
        const client = await startClient({ 'nordvik.sup': changed });
        cpSync(join(samples, 'json'), join(client.folder, 'samples/json'), { recursive: true, filter: path => !path.endsWith('.sup') });
        const { plans, differences } = await client.connection.sendRequest<RealityComparison>('sup/compareWithReality', { textDocument: { uri: client.uri('nordvik.sup') }, files: [client.uri('samples/json/01-four-sites.json')], isPictured: true });
        expect(differences).toHaveLength(3);
        const { before, both, comparison, beforeLabel, reality } = plans!;
        expect(beforeLabel).toBe('reality on 2026-11-23');
        expect(before.sites.map(({ code }) => code)).toEqual(['NV0', 'NV1', 'NV2', 'NV3']);
        expect(both.isReality).toBe(true);
        expect(both.sites.map(({ code, mark }) => [code, mark?.kind, mark?.summary])).toEqual([
            ['NV0', undefined, undefined], ['NV1', 'not-compared', '1 value not compared'], ['NV2', 'differs', 'NV2SUP01 80, 443 → 8530, 8531'], ['NV3', 'not-planned', undefined], ['NV9', 'not-found', undefined]
        ]);
        expect(both.sites[1]!.mark!.lines).toEqual(['not compared: NV1, the link']);
        expect(comparison.changes.map(({ kind, site, host, sentence }) => [kind, site, host, sentence])).toEqual([
            ['added', 'NV9', undefined, 'Site NV9 is in the plan, but was not found on 2026-11-23.'],
            ['removed', 'NV3', undefined, 'Secondary site NV3 below NV2 is not in the plan, but was found on 2026-11-23.'],
            ['changed', 'NV2', 'NV2SUP01', 'NV2SUP01, the pair of ports of the software update point: planned 8530, 8531; 80, 443 on 2026-11-23.']
        ]);
        expect(reality!.notes[0]).toBe('2 values could not be compared, because the plan or the export does not state them.');
    });

    test('answers null for an unknown document, and accepts files on disk only', async () => {
        const client = await startClient({ 'a.sup': 'hierarchy A\n' });
        const valid = { textDocument: { uri: client.uri('b.sup') }, files: [client.uri('a.json')] };
        expect(await client.connection.sendRequest('sup/compareWithReality', valid)).toBeNull();
        for (const invalid of [{ files: [] }, { files: ['https://example.org/a.json'] }, { textDocument: 5 }]) {
            await expect(client.connection.sendRequest('sup/compareWithReality', { ...valid, ...invalid })).rejects.toThrow('Invalid parameters for sup/compareWithReality');
        }
    });
});
