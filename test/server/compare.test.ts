import { afterEach, describe, expect, test } from 'vitest';
import { CancellationTokenSource, ErrorCodes, WorkDoneProgress } from 'vscode-languageserver-protocol/node';
import { type ComparedPlans, ComparePlansRequest, type PlanFile } from '@sup/protocol/server';
import { LspClient } from '../support/lsp-client.js';
import { tidewater } from '../support/tidewater.js';
import type { Files } from '../support/workspace.js';

// Comparison of the open plan with another version.

let client: LspClient;
const start = async (files: Files): Promise<LspClient> => (client = await LspClient.start(files));
afterEach(() => client.stop());

const branches = 'hierarchy Tidewater\nsecondary site STV reports to OSL {\n  clients: 20 intranet\n}\n';
const now: Files = { 'plan.sup': tidewater, 'branches.sup': branches };

const asBefore = (files: Files): readonly PlanFile[] => Object.entries(files).map(([name, text]) => ({ uri: client.uri(name), text }));
const params = (before: readonly PlanFile[], file = 'plan.sup') => ({ textDocument: { uri: client.uri(file) }, before, beforeLabel: 'main', afterLabel: 'now' });
const compare = (before: readonly PlanFile[], file?: string): Promise<ComparedPlans | null> => client.connection.sendRequest(ComparePlansRequest, params(before, file));

describe('plan comparison', () => {
    test('finds no difference between a plan and its own files, whichever of them is open', async () => {
        await start(now);
        for (const file of Object.keys(now)) {
            const plans = (await compare(asBefore(now), file))!;
            expect(plans).toMatchObject({ beforeLabel: 'main', afterLabel: 'now', comparison: { changes: [], findings: { introduced: [], solved: [] }, outcome: [], verdict: 'Both versions mean the same.' } });
            expect(plans.both).toEqual({ ...plans.after, isComparison: true });
            expect(plans.before).toEqual(plans.after);
        }
    });

    test('lists the changes and marks them in one picture of both versions', async () => {
        await start(now);
        const before = { 'plan.sup': `${tidewater.replace('400 intranet', '300 intranet')}secondary site KRS reports to OSL {\n  clients: 30 intranet\n}\n` };
        const { comparison, both } = (await compare(asBefore(before)))!;
        expect(comparison.changes.map(({ sentence }) => sentence)).toEqual([
            'Site KRS is removed.', 'OSL: the number of clients on the intranet changes from 300 to 400.', 'Secondary site STV is added below OSL.'
        ]);
        expect(both.sites.map(({ id, mark }) => mark ? `${id} ${mark.kind}` : id)).toEqual(['site:CEN', 'site:OSL changed', 'site:BER', 'site:KRS removed', 'site:STV added']);
    });

    test('compares a plan with its own earlier files, although a folder with another version was changed too', async () => {
        const earlier = tidewater.replace('400 intranet', '300 intranet');
        await start({ 'plans/plan.sup': tidewater, 'plans/sup.config.json': '{}', 'draft/plan.sup': tidewater, 'draft/sup.config.json': '{}' });
        const { comparison } = (await compare(asBefore({ 'draft/plan.sup': tidewater.replace('400 intranet', '200 intranet'), 'plans/plan.sup': earlier }), 'plans/plan.sup'))!;
        expect(comparison.changes.map(({ sentence }) => sentence)).toEqual(['OSL: the number of clients on the intranet changes from 300 to 400.']);
        expect((await compare(asBefore({ 'draft/plan.sup': earlier }), 'plans/plan.sup'))!.comparison.changes).toHaveLength(1);
    });

    test('matches files by their paths, whatever the scheme of their URIs', async () => {
        await start(now);
        const before = asBefore(now).map(({ uri, text }) => ({ uri: uri.replace('file:', 'git:') + '?%7B%22ref%22%3A%22main%22%7D', text }));
        expect((await compare(before))!.comparison.changes).toEqual([]);
    });

    test('compares the text of the editor and does not change it', async () => {
        await start(now);
        await client.openFile('plan.sup', tidewater.replace('primary site OSL', 'primary site OSL "Oslo"'));
        const { comparison } = (await compare(asBefore(now)))!;
        expect(comparison.changes.map(({ sentence }) => sentence)).toEqual(['OSL now has a name in the plan: Oslo.']);
        const again = (await compare(asBefore({ ...now, 'plan.sup': tidewater.replace('site OSL', 'site OSL "Oslo"') })))!;
        expect(again.comparison.changes).toEqual([]);
    });

    test('applies the rule levels of the document', async () => {
        const before = { ...now, 'plan.sup': tidewater.replace(/(OSLSUP01[^}]*?)wsus 3.0 SP2/, '$1wsus 3.0') };
        const solved = async (): Promise<readonly string[]> => (await compare(asBefore(before)))!.comparison.findings.solved.map(({ rule }) => rule);
        await start(now);
        expect(await solved()).toEqual(['wsus-too-old-for-site']);
        await client.stop();
        await start({ ...now, 'sup.config.json': '{ "rules": { "wsus-too-old-for-site": "off" } }' });
        expect(await solved()).toEqual([]);
    });

    test('reports every site as added when the other version is empty', async () => {
        await start(now);
        const { comparison, both } = (await compare([]))!;
        expect(comparison.changes.map(({ kind, site }) => `${kind} ${site}`)).toEqual(['added BER', 'added CEN', 'added OSL', 'added STV']);
        expect(both.sites.every(({ mark }) => mark?.kind === 'added')).toBe(true);
    });

    test('returns null for a document that is not a plan', async () => {
        await start(now);
        expect(await compare(asBefore(now), 'missing.sup')).toBeNull();
    });

    test('reports the progress of a comparison and stops it when it is cancelled', async () => {
        const sites = Array.from({ length: 400 }, (_, i) => `secondary site ${(i + 46656 / 2).toString(36).toUpperCase()} reports to CEN { clients: 10 intranet }\n`).join('');
        const year = 'scenario "A year" for 365 days {\n}\n';
        await start({ 'plan.sup': tidewater + sites + year });
        const source = new CancellationTokenSource();
        const seen: string[] = [];
        client.connection.onProgress(WorkDoneProgress.type, 'compare', value => {
            seen.push(value.kind);
            if (value.kind === 'report') {
                source.cancel();
            }
        });
        const response = client.connection.sendRequest(ComparePlansRequest, { ...params(asBefore({ 'plan.sup': tidewater + year })), workDoneToken: 'compare' }, source.token);
        await expect(response).rejects.toMatchObject({ message: expect.stringContaining('cancelled') as string });
        expect(seen).toEqual(expect.arrayContaining(['begin', 'report', 'end']));
    });
});

test.each([
    null, {}, { textDocument: { uri: 'file:///a.sup' } }, { before: null }, { before: [null] }, { before: [{ uri: 7, text: '' }] }, { before: [{ uri: 'file:///a.sup', text: 7 }] },
    { before: [{ uri: '', text: '' }] }, { before: [{ uri: 'a b://\u0000', text: '' }] }, { before: [{ uri: 'file:////a//b', text: '' }], beforeLabel: {} }, { before: [], beforeLabel: 7 }, { before: Array.from({ length: 5_001 }, () => ({ uri: 'file:///a.sup', text: '' })) }
])('rejects malformed comparison requests (%#)', async wrong => {
    await start(now);
    const sound = params([]);
    const response = client.connection.sendRequest(ComparePlansRequest.method, wrong === null || Object.keys(wrong).length === 0 || 'textDocument' in wrong ? wrong : { ...sound, ...wrong });
    await expect(response).rejects.toMatchObject({ code: ErrorCodes.InvalidParams });
});

test('compares or rejects files with unusual URIs', async () => {
    await start(now);
    for (const uri of ['file:////server//share/a.sup', 'file:///c%3A/a.sup', 'untitled:Untitled-1', 'git:/a.sup?{"ref":"~"}', 'file:///%E0%A4%A.sup', 'x:', 'file:///a/../../b.sup', `file:///${'a'.repeat(10_000)}.sup`]) {
        const answer = await compare([{ uri, text: tidewater }]).then(plans => plans?.comparison.verdict, (error: { code: number }) => error.code);
        expect([ErrorCodes.InvalidParams, expect.any(String)], uri).toContainEqual(answer);
    }
});
