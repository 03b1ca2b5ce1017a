import { afterEach, describe, expect, test } from 'vitest';
import { CancellationTokenSource, ErrorCodes, WorkDoneProgress } from 'vscode-languageserver-protocol/node';
import { OrderRolloutRequest, type PlanFile, type PlayedRollout } from '@sup/protocol/server';
import { changedScene, type Scene } from '@sup/picture';
import { LspClient } from '../support/lsp-client.js';
import { rolloutExamples } from '../support/rollout-examples.js';
import type { Files } from '../support/workspace.js';

// The order of the changes from another version to the open plan.

let client: LspClient;
const start = async (files: Files): Promise<LspClient> => (client = await LspClient.start(files));
afterEach(() => client.stop());

const [before, after] = rolloutExamples['another active server with a Group Policy'];
const filesWith = (text: string): readonly PlanFile[] => [{ uri: client.uri('plan.sup'), text }];
const params = (text: string, file = 'plan.sup') => ({ textDocument: { uri: client.uri(file) }, before: filesWith(text) });
const order = (text: string, file?: string): Promise<PlayedRollout | null> => client.connection.sendRequest(OrderRolloutRequest, params(text, file));

describe('rollout', () => {
    test('has a step for each operation, with its facts and the picture after it', async () => {
        await start({ 'plan.sup': after });
        const rollout = (await order(before))!;
        expect(rollout.steps.map(({ title }) => title)).toEqual([
            'Install WSUS at MID (MIDSUP02)', 'Add the software update point role at MID (MIDSUP02)', 'Remove the update service address from the Group Policy at MID',
            'Select another active software update point at MID (MIDSUP01, MIDSUP02)', 'Set the update service address in the Group Policy at MID',
            'Remove the software update point at MID (MIDSUP01)', 'Remove the server at MID (MIDSUP01)'
        ]);
        expect(rollout.steps[3]).toMatchObject({ sites: ['site:MID'], interruption: { of: 'scans', clients: 1_000 }, after: [2, 3] });
        const scenes = rollout.steps.reduce<readonly Scene[]>((found, { change }) => [...found, changedScene(found.at(-1)!, change!)], [rollout.start]);
        const serversOf = ({ sites }: Scene): readonly string[] => sites.find(({ code }) => code === 'MID')!.servers.map(({ name, marks }) => `${name} ${marks.join(' ')}`);
        expect(serversOf(scenes[2]!)).toEqual(expect.arrayContaining(['MIDSUP01 active', 'MIDSUP02 inactive']));
        expect(serversOf(scenes[4]!)).toEqual(expect.arrayContaining(['MIDSUP02 active', 'MIDSUP01 inactive']));
        expect(scenes.slice(1).map(({ sites }) => sites.filter(({ mark }) => mark).map(({ code }) => code))).toEqual(rollout.steps.map(() => ['MID']));
        expect(rollout.checkList).toContain('- [ ] **4. Select another active software update point at MID (MIDSUP01, MIDSUP02)**');
    });

    test('has no steps for the same plan', async () => {
        await start({ 'plan.sup': after });
        expect(await order(after)).toMatchObject({ steps: [], left: [], summary: ['There is nothing to do: the plans differ in nothing that is set in the product.'] });
    });

    test('states why a plan cannot be ordered', async () => {
        await start({ 'plan.sup': after });
        const rollout = (await order(`${before}\nsecondary site MID reports to TOP { }`))!;
        expect(rollout.summary[0]).toBe('No order was found. In the earlier plan, there are two sites with the code MID. Solve this first: no order can be derived from it.');
        expect(rollout.left.length).toBeGreaterThan(0);
    });

    test('limits the answer for a large plan to a small multiple of the plan', async () => {
        const sites = (release: string): string => Array.from({ length: 400 }, (_, i) => `primary site ${(i + 36 ** 2).toString(36).toUpperCase()} reports to TOP { release: ${release}  mode: mixed  clients: 10 intranet }\n`).join('');
        const text = after + sites('SP2');
        await start({ 'plan.sup': text });
        const rollout = (await order(after + sites('SP1')))!;
        expect(rollout.steps.map(({ sites: changed }) => changed.length)).toEqual([400]);
        expect(JSON.stringify(rollout).length).toBeLessThan(30 * text.length);
    });

    test('returns null for a document that is not a plan', async () => {
        await start({ 'plan.sup': after });
        expect(await order(before, 'missing.sup')).toBeNull();
    });

    test('reports its progress and stops when it is cancelled', async () => {
        await start({ 'plan.sup': after });
        const source = new CancellationTokenSource();
        const seen: string[] = [];
        client.connection.onProgress(WorkDoneProgress.type, 'rollout', value => {
            seen.push(value.kind);
            if (value.kind === 'report') {
                source.cancel();
            }
        });
        const response = client.connection.sendRequest(OrderRolloutRequest, { ...params(before), workDoneToken: 'rollout' }, source.token);
        await expect(response).rejects.toMatchObject({ message: expect.stringContaining('cancelled') as string });
        expect(seen).toEqual(expect.arrayContaining(['begin', 'report', 'end']));
    });
});

test.each([null, {}, { textDocument: { uri: 'file:///a.sup' } }, { before: null }, { before: [null] }, { before: [{ uri: 7, text: '' }] }, { before: [{ uri: 'file:///a.sup', text: 7 }] }])('rejects malformed requests for a rollout (%#)', async wrong => {
    await start({ 'plan.sup': after });
    const response = client.connection.sendRequest(OrderRolloutRequest.method, wrong === null || Object.keys(wrong).length === 0 || 'textDocument' in wrong ? wrong : { ...params(before), ...wrong });
    await expect(response).rejects.toMatchObject({ code: ErrorCodes.InvalidParams });
});
