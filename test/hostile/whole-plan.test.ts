import { expect, test } from 'vitest';
import { MeasuredServer } from '../support/measured-server.js';
import { besideHover, openOther, size, uri } from './whole-file/beside-hover.js';
import { hostileDocuments } from './whole-file/documents.js';

// The extension's own requests about a hostile plan: previews, pictures, descriptions, simulations. They do not delay a hover in another file, and their
// answers have a limited size.

function requests(): readonly (readonly [method: string, params: object])[] {
    const textDocument = { uri };
    const picture = { textDocument, theme: 'light', direction: 'down' };
    return [
        ['sup/preview', { textDocument }],
        ['sup/planTree', {}],
        ['sup/moveTargets', { textDocument, line: 0 }],
        ['sup/hierarchyFiles', { textDocument }],
        ['sup/possibleEvents', { textDocument, part: 'site:NOR' }],
        ['sup/locate', { textDocument, part: 'site:NOR' }],
        ['sup/partAt', { textDocument, position: { line: 1, character: 1 } }],
        ['sup/export', { ...picture, format: 'svg' }],
        ['sup/export', { ...picture, format: 'mermaid' }],
        ['sup/describe', { textDocument }],
        ['sup/advise', { textDocument, position: { line: 1, character: 1 } }],
        ['sup/runScenario', { textDocument, title: 'x' }],
        ['sup/trace', { textDocument, title: 'x' }],
        ['sup/coverage', { scenarios: [{ textDocument, title: 'x' }] }]
    ];
}

const documents = hostileDocuments.filter(({ name }) => ['closing braces on lines', 'heads without names'].includes(name));

test.each(documents)('answers requests about the plan of $name without delaying others', async ({ make }) => {
    const server = await MeasuredServer.start();
    await openOther(server);
    await server.open(uri, make(size));
    for (const [method, params] of requests()) {
        await besideHover(server, method, params);
    }
}, 400_000);

test('does not compute a preview that is cancelled', async () => {
    const server = await MeasuredServer.start();
    await server.open(uri, hostileDocuments.find(({ name }) => name === 'sites on lines')!.make(size));
    const { answer } = server.together(() => {
        const sent = server.request('sup/preview', { textDocument: { uri } });
        server.notify('$/cancelRequest', { id: sent.id });
        return sent;
    });
    expect((await answer).error).toMatchObject({ code: -32_800 });
});
