import { expect, test } from 'vitest';
import { MeasuredServer } from '../support/measured-server.js';
import { besideHover, documentsOfToday, openOther, size, uri } from './whole-file/beside-hover.js';
import { hostileDocuments } from './whole-file/documents.js';

// The extension's own requests about a hostile plan: previews, pictures, reports, descriptions, comparisons, rollouts, simulations. They do not delay a
// hover in another file, their answers have a limited size, and they need about as much processor time as opening the document, except for those that
// simulate each failure: these grow with the square of the sites. All of them stop when they are cancelled.

/** The processor time of an answer: a multiple of that of opening the document, and milliseconds that do not depend on it. */
const limits = { factor: 3, milliseconds: 1_000 } as const;

type Request = readonly [method: string, params: object];

const textDocument = { uri };
const picture = { textDocument, theme: 'light', direction: 'down' };
const filesWith = (text: string): readonly object[] => [{ uri, text }];

/** `before`: another version of the document. */
function requests(before: string): readonly Request[] {
    return [
        ['sup/preview', { textDocument }],
        ['sup/planTree', {}],
        ['sup/moveTargets', { textDocument, line: 0 }],
        ['sup/hierarchyFiles', { textDocument }],
        ['sup/possibleEvents', { textDocument, part: 'site:NOR' }],
        ['sup/locate', { textDocument, part: 'site:NOR' }],
        ['sup/partAt', { textDocument, position: { line: 1, character: 1 } }],
        ['sup/export', { ...picture, format: 'html' }],
        ['sup/export', { ...picture, format: 'markdown' }],
        ['sup/export', { ...picture, format: 'svg' }],
        ['sup/export', { ...picture, format: 'svg', extent: 'everything', layer: 'problems' }],
        ['sup/export', { ...picture, format: 'mermaid' }],
        ['sup/describe', { textDocument }],
        ['sup/describe', { textDocument, run: {} }],
        ['sup/compare', { textDocument, before: filesWith(before), beforeLabel: 'before', afterLabel: 'after' }],
        ['sup/rollout', { textDocument, before: filesWith(before) }],
        ['sup/play', { textDocument, events: [] }],
        ['sup/advise', { textDocument, position: { line: 1, character: 1 } }],
        ['sup/runScenario', { textDocument, title: 'x' }],
        ['sup/trace', { textDocument, title: 'x' }],
        ['sup/coverage', { scenarios: [{ textDocument, title: 'x' }] }]
    ];
}

/** The requests that simulate each failure. */
const sweeps: readonly Request[] = [
    ['sup/variants', { textDocument, label: 'now', variants: [{ label: 'before', files: filesWith('') }] }],
    ['sup/export', { ...picture, format: 'svg', layer: 'outages' }],
    ['sup/outages', { textDocument }],
    ['sup/sweep', { textDocument }]
];

/** The documents with the largest answers, and some others. */
const largest = ['heads without names', 'parents of one site', 'sites of one code'];
const documents = [...new Set([...hostileDocuments.filter(({ name }) => largest.includes(name)), ...documentsOfToday(2)])];

test.each(documents)('answers requests about the plan of $name without delaying others', async ({ make }) => {
    const server = await MeasuredServer.start();
    await openOther(server);
    const before = await server.usage();
    await server.open(uri, make(size));
    let last = await server.usage();
    const most = limits.factor * (last.processor - before.processor) + limits.milliseconds;
    for (const [method, params] of requests(make(size / 2))) {
        await besideHover(server, method, params);
        const usage = await server.usage();
        expect(usage.processor - last.processor, method).toBeLessThan(most);
        last = usage;
    }
}, 400_000);

const plan = (): string => hostileDocuments.find(({ name }) => name === 'sites on lines')!.make(size);

test('computes no answer to requests about a plan that are cancelled', async () => {
    const server = await MeasuredServer.start();
    await server.open(uri, plan());
    const all = [...requests(''), ...sweeps];
    const sent = server.together(() => all.map(([method, params]) => server.request(method, params)));
    server.together(() => sent.forEach(({ id }) => server.notify('$/cancelRequest', { id })));
    const answers = await Promise.all(sent.map(({ answer }) => answer));
    expect(all.filter((_, i) => answers[i]!.error?.code !== -32_800).map(([method]) => method)).toEqual([]);
}, 120_000);

test.each([...sweeps, ...requests(plan().replaceAll('clients: 5', 'clients: 6')).filter(([method]) => ['sup/compare', 'sup/rollout'].includes(method))])('%s stops when it is cancelled after it has begun', async (method, params) => {
    const server = await MeasuredServer.start();
    await server.open(uri, plan());
    const begun = new Promise<void>(resolve => {
        const end = server.onMessage(message => {
            if (message.method === '$/progress') {
                end();
                resolve();
            }
        });
    });
    const { id, answer } = server.request(method, { ...params, workDoneToken: 'work' });
    await begun;
    const { processor } = await server.usage();
    server.notify('$/cancelRequest', { id });
    expect((await answer).error).toMatchObject({ code: -32_800 });
    // A chunk that had begun is finished.
    expect((await server.usage()).processor - processor).toBeLessThan(limits.milliseconds);
}, 120_000);
