import { afterEach, describe, expect, test } from 'vitest';
import { CancellationTokenSource, ErrorCodes, LSPErrorCodes, type TextEdit, WorkDoneProgress } from 'vscode-languageserver-protocol/node';
import { ComparePlansRequest, ExportRequest, LogRequest, OutagesRequest, type PlayedRun, PlayRequest, PossibleEventsRequest, ScenarioEditRequest, type TimedEvent } from '@sup/protocol/server';
import { LspClient } from '../support/lsp-client.js';
import { scenario, tidewater } from '../support/tidewater.js';

// Requests of the preview for playback, what-if questions, comparisons and exports.

let client: LspClient;
const start = async (more: Readonly<Record<string, string>> = {}): Promise<LspClient> => (client = await LspClient.start({ 'plan.sup': tidewater, ...more }));
afterEach(() => client.stop());

const day = 1_440;
const plan = (): { textDocument: { uri: string } } => ({ textDocument: { uri: client.uri('plan.sup') } });
const play = async (events: readonly TimedEvent[], title?: string): Promise<PlayedRun> => (await client.connection.sendRequest(PlayRequest, { ...plan(), events, scenario: title }))!;

describe('playback', () => {
    test('plays the plan as it is for two weeks', async () => {
        await start();
        const { recording, difference, refused, lines } = await play([]);
        expect(recording).toMatchObject({ duration: 14 * day, sites: [{ code: 'CEN' }, { code: 'OSL' }, { code: 'BER', synchronizes: false }] });
        expect([difference ?? null, refused, lines > 100]).toEqual([null, [], true]);
    });

    test('plays a plan with a monthly schedule long enough for two synchronizations', async () => {
        await start({ 'plan.sup': tidewater.replace('every 1 day at 02:07', 'on the second Tuesday of every month at 20:00') });
        expect((await play([])).recording.duration).toBe(70 * day);
    });

    test('plays a scenario by its title', async () => {
        await start({ 'scenarios.sup': scenario('A long weekend', '3 days', 'at 1d: stop OSLSUP01 for 1d', 'expect CEN synchronized by 6h') });
        const { recording } = await play([], 'A long weekend');
        expect(recording).toMatchObject({ title: 'A long weekend', duration: 3 * day, outages: [{ part: 'server:OSLSUP01', from: day, to: 2 * day }] });
        expect(recording.marks.map(({ kind, text }) => [kind, text])).toContainEqual(['held', 'expect CEN synchronized by 6h']);
        expect(await client.connection.sendRequest(PlayRequest, { ...plan(), events: [], scenario: 'Another' })).toBeNull();
    });

    test('reports what an event changes, and why another one cannot be parsed', async () => {
        await start();
        const { difference, refused, recording } = await play([{ at: 2 * day, event: 'stop OSLSUP01' }, { at: 3 * day, event: 'explode OSLSUP01' }]);
        expect(difference!.cannotScan.clients).toBeGreaterThan(0);
        expect(difference!.sites[0]).toMatchObject({ site: 'site:OSL' });
        expect(refused).toEqual([{ index: 1, message: expect.stringMatching(/^`explode` is not allowed here/) as string }]);
        expect(recording.marks.filter(({ kind }) => kind === 'event')).toHaveLength(1);
    });

    test('plays the latest text of the editor', async () => {
        await start();
        await client.openFile('plan.sup', tidewater);
        await client.changeFile('plan.sup', tidewater.replace('secondary site BER', 'secondary site HAM'));
        expect((await play([])).recording.sites.map(({ code }) => code)).toEqual(['CEN', 'OSL', 'HAM']);
    });

    test('cancels a run that is being simulated', async () => {
        await start({ 'scenarios.sup': scenario('Ten years', '3000 days', 'expect CEN synchronized by 6h') });
        const source = new CancellationTokenSource();
        const answer = client.connection.sendRequest(PlayRequest, { ...plan(), events: [], scenario: 'Ten years' }, source.token);
        source.cancel();
        await expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    });
});

describe('the failure of each part', () => {
    test('states for each site what is lost if one of its parts fails', async () => {
        await start();
        const { title, sites } = (await client.connection.sendRequest(OutagesRequest, plan()))!;
        expect(title).toMatch(/^Most scans are lost when OSLSUP01 stops: /);
        expect(sites.find(({ site }) => site === 'site:OSL')).toMatchObject({ failure: 'OSLSUP01 stops', failedHours: expect.any(Number) as number });
        expect(sites.find(({ site }) => site === 'site:BER')).toMatchObject({ failure: 'its link is cut' });
    });

    test('reports the progress of the simulation, and cancels it', async () => {
        await start();
        const source = new CancellationTokenSource();
        client.connection.onProgress(WorkDoneProgress.type, 'outages', () => source.cancel());
        await expect(client.connection.sendRequest(OutagesRequest, { ...plan(), workDoneToken: 'outages' }, source.token)).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    });

    test('shows the effect of failures in an exported picture', async () => {
        await start();
        const svg = await client.connection.sendRequest(ExportRequest, { ...plan(), format: 'svg', theme: 'light', direction: 'down', layer: 'outages' });
        expect(svg).toMatch(/if OSLSUP01 stops: [\d,]+ clients affected/);
    });
});

describe('the log of a run', () => {
    const ask = (question: object): Promise<unknown> => client.connection.sendRequest(LogRequest.method, { text: '', omitsInformation: false, from: { line: 0 }, count: 500, ...question });

    test('returns the log in pages that contain each line once', async () => {
        await start();
        const { run, lines } = await play([]);
        const texts: string[] = [];
        for (let from = 0; from < lines; from += 100) {
            const page = (await client.connection.sendRequest(LogRequest, { run, text: '', omitsInformation: false, from: { line: from }, count: 100 }))!;
            expect(page).toMatchObject({ total: lines, from });
            texts.push(...page.lines.map(({ text }) => text));
        }
        expect(texts).toHaveLength(lines);
        expect(texts[0]).toMatch(/Synchronization started: full, on schedule/);
    });

    test('filters the log by text, site and severity, and starts at the requested minute', async () => {
        await start();
        const { run } = await play([{ at: 2 * day, event: 'fail WSUS of OSLSUP01' }]);
        const settling = await ask({ run, text: 'SETTLING', from: { minute: 5 * day } }) as { total: number; from: number; lines: { at: number; text: string }[] };
        expect(settling.lines[0]!.at).toBeGreaterThanOrEqual(5 * day);
        expect(new Set(settling.lines.map(({ text }) => text))).toEqual(new Set(['WSUS has synchronized; settling for 2m.']));
        expect(settling.from + settling.lines.length).toBe(settling.total);
        const warnings = await ask({ run, omitsInformation: true }) as { total: number; lines: { site: string; severity: string; part: string }[] };
        expect(warnings.total).toBeGreaterThan(0);
        expect(new Set(warnings.lines.map(({ severity }) => severity))).not.toContain('information');
        const atOslo = await ask({ run, site: 'site:OSL', from: { minute: 2 * day } }) as { lines: { at: number; site: string; part: string }[] };
        expect(new Set(atOslo.lines.map(({ site }) => site))).toEqual(new Set(['OSL']));
        expect(atOslo.lines[0]!.at).toBeGreaterThanOrEqual(2 * day);
    });

    test('evicts the logs of old runs', async () => {
        await start();
        const { run } = await play([]);
        for (let i = 0; i < 8; i++) {
            await play([]);
        }
        expect(await ask({ run })).toBeNull();
        expect(await ask({ run: 999 })).toBeNull();
    });
});

describe('what-if events', () => {
    test('lists the events that make sense for a part', async () => {
        await start();
        const of = async (part: string): Promise<string[] | undefined> => (await client.connection.sendRequest(PossibleEventsRequest, { ...plan(), part }))?.map(({ event }) => event);
        expect(await of('server:OSLSUP01')).toEqual(expect.arrayContaining(['stop OSLSUP01', 'fail WSUS of OSLSUP01', 'set OSLSUP01 ports to 80, 443']));
        expect(await of('site:BER')).toEqual(expect.arrayContaining(['fail link of BER', 'restore link of BER']));
        expect(await of('microsoft-update')).toEqual(expect.arrayContaining(['fail Microsoft Update', 'withdraw product "Windows 7"']));
        expect(await of('site:XYZ')).toBeUndefined();
    });

    test('saves events as a scenario without findings that reproduces the run', async () => {
        await start();
        await client.openFile('plan.sup', tidewater);
        const events = [{ at: 7 * day, event: 'stop OSLSUP01' }, { at: 9 * day + 65, event: 'start OSLSUP01' }];
        const { difference, recording } = await play(events);
        const { edit, title } = (await client.connection.sendRequest(ScenarioEditRequest, { ...plan(), events }))!;
        expect(title).toBe('What if: OSLSUP01 stops');
        await client.apply(edit);
        expect(client.text('plan.sup')).toMatch(/\n\nscenario "What if: OSLSUP01 stops" for 2 weeks \{\n {2}assume \{ start: settled \}\n {2}at 7d: stop OSLSUP01\n {2}at 9d 01:05: start OSLSUP01\n\n {2}expect all clients scan\n {2}expect all sites synchronized\n {2}\/\/ This does not hold: [^\n]+\n {2}\/\/ expect no errors at all sites\n\}\n$/);
        await client.diagnostics('plan.sup', codes => codes.length === 0);
        const again = await play([], title);
        expect(difference!.sites.length).toBeGreaterThan(0);
        expect(again.recording.sites).toEqual(recording.sites);
        expect((await client.connection.sendRequest(ScenarioEditRequest, { ...plan(), events }))!.title).toBe('What if: OSLSUP01 stops (2)');
    });

    test('merges new events into those of a scenario, ordered by time', async () => {
        await start({ 'scenarios.sup': scenario('A long weekend', '3 days', 'seed: 4', 'at 2h: synchronize CEN now', 'at 1d: stop OSLSUP01 for 1d', 'expect CEN synchronized by 6h') });
        const { edit } = (await client.connection.sendRequest(ScenarioEditRequest, { ...plan(), scenario: 'A long weekend', events: [{ at: 300, event: 'fail Microsoft Update for 2h' }] }))!;
        const [{ newText }] = edit.changes![client.uri('plan.sup')] as [TextEdit];
        expect(newText.split('\n').map(line => line.trim()).filter(Boolean)).toEqual([
            'scenario "What if: Microsoft Update fails" for 3 days {', 'seed: 4', 'at 2h: synchronize CEN now', 'at 05:00: fail Microsoft Update for 2h', 'at 1d: stop OSLSUP01 for 1d', 'expect CEN synchronized by 6h', '}'
        ]);
    });
});

test('escapes invisible characters in the title of a saved scenario', async () => {
    await start({ 'plan.sup': tidewater.replace('"Windows 7"', '"Windows \u202e7"') });
    const { title } = (await client.connection.sendRequest(ScenarioEditRequest, { ...plan(), events: [{ at: day, event: 'withdraw product "Windows \u202e7"' }] }))!;
    expect(title).toMatch(/^What if: .*Windows \\u202e7/);
});

describe('comparison with another version', () => {
    const compare = (before: string) => client.connection.sendRequest(ComparePlansRequest, { ...plan(), before: [{ uri: 'git:/plan.sup?ref', text: before }], beforeLabel: 'main', afterLabel: 'now' });

    test('finds no difference between versions that differ only in layout and comments', async () => {
        await start();
        const compared = (await compare(tidewater.replaceAll('\n  ', '\n      ').replace('hierarchy Tidewater', '// a comment\nhierarchy Tidewater')))!;
        expect(compared.comparison).toMatchObject({ changes: [], findings: { introduced: [], solved: [] }, outcome: [] });
        expect(compared.both.sites.every(({ mark }) => mark === undefined)).toBe(true);
    });

    test('draws both versions as one picture and marks the sites that differ', async () => {
        await start();
        const compared = (await compare(tidewater.replace('secondary site BER', 'secondary site HAM').replace('clients: 400', 'clients: 500')))!;
        expect(Object.fromEntries(compared.both.sites.map(({ code, mark }) => [code, mark?.kind]))).toEqual({ CEN: undefined, OSL: 'changed', HAM: 'removed', BER: 'added' });
        expect([compared.before.sites.length, compared.after.sites.length, compared.both.sites.length]).toEqual([3, 3, 4]);
    });

    test('keeps the other version out of the current plan', async () => {
        await start();
        await compare(tidewater.replace('secondary site BER', 'secondary site HAM'));
        expect((await play([])).recording.sites.map(({ code }) => code)).not.toContain('HAM');
    });

    test('accepts another version that is empty or not a plan', async () => {
        await start();
        expect((await compare(''))!.comparison.changes.length).toBeGreaterThan(0);
        expect((await compare('}}}}{{{{ "\u0000'))!.before.sites).toEqual([]);
    });
});

describe('exports', () => {
    test.each(['svg', 'html', 'markdown'] as const)('exports the sites as %s without paths of this computer', async format => {
        await start();
        const text = (await client.connection.sendRequest(ExportRequest, { ...plan(), format, theme: 'light', direction: 'down' }))!;
        expect(text).toContain('OSLSUP01');
        expect(text).not.toContain(new URL(client.uri('plan.sup')).pathname.split('/').slice(0, -1).join('/'));
        expect(text).not.toMatch(/<script/i);
    });

    test.each(['svg', 'html', 'markdown', 'mermaid'] as const)('exports the first of thousands of sites as %s, in at most 2 MB, and states how many are left out', async format => {
        client = await LspClient.start({ 'plan.sup': 'central site\n'.repeat(7_500) });
        const text = (await client.connection.sendRequest(ExportRequest, { ...plan(), format, theme: 'light', direction: 'down' }))!;
        expect(JSON.stringify(text).length).toBeLessThan(2_000_000);
        expect(text).toMatch(/The first \d+ of [\d,]+ sites are shown\. All of them would take too long to draw and to send\. Use .{1,4}sup report.{1,4} to see all of them\./);
        expect(/[\d,]+ more rows not shown/.test(text)).toBe(format === 'html' || format === 'markdown');
    });
});

test('reports the progress of an export and stops it when it is cancelled', async () => {
    await start({ 'scenarios.sup': scenario('Eight years', '3000 days', 'expect CEN synchronized by 6h') });
    const source = new CancellationTokenSource();
    const seen: string[] = [];
    client.connection.onProgress(WorkDoneProgress.type, 'export', ({ kind }) => {
        seen.push(kind);
        if (kind === 'report') {
            source.cancel();
        }
    });
    const response = client.connection.sendRequest(ExportRequest, { ...plan(), format: 'html', theme: 'light', direction: 'down', workDoneToken: 'export' }, source.token);
    await expect(response).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    expect(seen).toEqual(expect.arrayContaining(['begin', 'report', 'end']));
});

describe('malformed parameters', () => {
    const nonsense: readonly (readonly [string, unknown])[] = [
        ['sup/play', {}], ['sup/play', { textDocument: { uri: 'x' }, events: [{ at: -1, event: 'stop X' }] }], ['sup/play', { textDocument: { uri: 'x' }, events: 'all' }],
        ['sup/play', { textDocument: { uri: 'x' }, events: Array.from({ length: 2_000 }, () => ({ at: 0, event: '' })) }], ['sup/log', { run: 'x' }], ['sup/log', { run: 1, text: '', omitsInformation: false, from: {}, count: 1 }],
        ['sup/possibleEvents', { textDocument: { uri: 'x' }, part: 'x'.repeat(10_000) }], ['sup/scenarioEdit', { textDocument: {} }], ['sup/compare', { textDocument: { uri: 'x' }, before: [{ uri: 1 }] }],
        ['sup/export', { textDocument: { uri: 'x' }, format: 'exe', theme: 'light', direction: 'down' }], ['sup/export', { textDocument: { uri: 'x' }, format: 'svg', theme: 'light', direction: 'down', layer: 'noise' }], ['sup/outages', {}]
    ];

    test.each(nonsense)('rejects malformed parameters of %s and keeps answering', async (method, params) => {
        await start();
        await expect(client.connection.sendRequest(method, params)).rejects.toMatchObject({ code: ErrorCodes.InvalidParams });
        expect((await play([])).recording.sites).toHaveLength(3);
    });
});
