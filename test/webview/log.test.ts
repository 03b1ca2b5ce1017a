import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { closeBrowser } from '../support/preview-page.js';
import { stageExample } from '../support/stage.js';
import { expectQuiet } from './plans.js';
import { RunPage } from './run-page.js';

// The log beside the strips of the run.

const stage = stageExample('scenarios', 'fjordline.sup');

let run: RunPage;
afterEach(() => run.preview.close());
afterAll(closeBrowser);

describe('the log', () => {
    test('searches the log and goes to the time of a pressed line', async () => {
        run = await RunPage.openTime(stage);
        await run.button('Log').click();
        const lines = run.preview.page.locator('.log-line');
        await lines.first().waitFor();
        await run.preview.page.getByLabel('Search the log').fill('settling');
        await expect.poll(() => lines.count()).toBeGreaterThan(0);
        await expect.poll(async () => (await lines.allTextContents()).every(text => text.includes('settling'))).toBe(true);
        await lines.nth(1).click();
        expect(await run.clock()).toBe((await lines.nth(1).locator('.log-time').textContent())!.replace(/^(\d+)d /, 'day $1, '));
    });

    test('cancels a superseded request and ignores its late response', async () => {
        run = await RunPage.open(stage, { respond: request => request.kind === 'log' && request.text === '' ? new Promise(() => undefined) : stage.respond(request) });
        await run.mode('Time').click();
        await run.button('Log').click();
        const logRequests = () => run.preview.sent('request').filter(({ request }) => request.kind === 'log');
        await expect.poll(logRequests).toHaveLength(1);
        const lines = run.preview.page.locator('.log-line');
        await run.preview.page.getByLabel('Search the log').fill('settling');
        await lines.first().waitFor();
        const [{ id } = expect.fail()] = logRequests();
        expect(run.preview.sent('cancel')).toEqual([{ kind: 'cancel', id }]);
        const late = { at: 0, severity: 'error', component: 'Simulator', status: undefined, text: 'too late', site: undefined, part: undefined } as const;
        await run.preview.send({ kind: 'response', id, response: { total: 1, from: 0, lines: [late] } });
        await run.preview.frame();
        expect((await lines.allTextContents()).filter(text => !text.includes('settling'))).toEqual([]);
        await expectQuiet(run.preview);
    });
});
