import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { closeBrowser } from '../support/preview-page.js';
import { stageExample } from '../support/stage.js';
import { expectQuiet } from './plans.js';
import { RunPage } from './run-page.js';

// The time pane below the picture: playback and the strips of the run.

const stage = stageExample('scenarios', 'fjordline.sup');
const failing = 'WSUS in Oslo listens on other ports than the role says';

let run: RunPage;
afterEach(() => run.preview.close());
afterAll(closeBrowser);

describe('the time pane', () => {
    test('requests a run only when it is opened', async () => {
        run = await RunPage.open(stage);
        expect(run.preview.sent('request')).toEqual([]);
        await run.mode('Time').click();
        await expect.poll(() => run.preview.sent('request').map(({ request }) => request)).toEqual([{ kind: 'play', events: [] }]);
        await expectQuiet(run.preview);
    });

    test('shows a lane with an accessible description for each site that synchronizes, those that differ first', async () => {
        run = await RunPage.openTime(stage);
        await run.selectScenario(failing);
        const lanes = run.preview.page.locator('.lane-rows').getByRole('button');
        expect(await lanes.allTextContents()).toEqual(['OSL', 'BER']);
        await run.button('1 more site synchronizes as usual').click();
        await expect.poll(() => lanes.allTextContents()).toEqual(['OSL', 'BER', 'CEN']);
        expect(await run.preview.page.getByRole('button', { name: /^OSL: 0 synchronizations, failed from 0d 04:01/ }).count()).toBe(1);
    });

    test('plays at the selected speed and pauses', async () => {
        run = await RunPage.openTime(stage);
        await run.preview.page.getByLabel('Speed').selectOption({ label: '1d per second' });
        await run.button('Play').click();
        await expect.poll(async () => Number((await run.slider().inputValue())), { timeout: 10_000 }).toBeGreaterThan(600);
        await run.button('Pause').click();
        const stopped = await run.clock();
        await run.preview.frame();
        expect(await run.clock()).toBe(stopped);
    });

    test('steps forward and back from moment to moment', async () => {
        run = await RunPage.openTime(stage);
        await run.selectScenario(failing);
        const moments: (string | null)[] = [];
        for (let i = 0; i < 3; i++) {
            await run.button('Step Forward').click();
            moments.push(await run.clock());
        }
        expect(new Set(moments).size).toBe(3);
        await run.button('Step Back').click();
        expect(await run.clock()).toBe(moments[1]);
        await run.slider().press('End');
        expect(await run.clock()).toBe('day 3, 00:00');
        await run.slider().press('Home');
        expect(await run.clock()).toBe('day 0, 00:00');
    });

    test('offers a slider for the keyboard with a description of the moment', async () => {
        run = await RunPage.openTime(stage);
        await run.selectScenario(failing);
        await run.slider().focus();
        for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'ArrowLeft']) {
            await run.preview.page.keyboard.press(key);
        }
        expect(await run.clock()).toBe('day 1, 01:00');
        expect(await run.slider().getAttribute('aria-valuetext')).toMatch(/^day 1, 01:00; OSL failed; .*out of date/);
    });

    test('shows the activity of each site in the picture and its reason in the details', async () => {
        run = await RunPage.openTime(stage, { width: 1500, height: 1000 });
        await run.selectScenario(failing);
        await run.goTo(300);
        await run.preview.page.locator('.overlay').getByText('failed, will retry').waitFor();
        await run.site('OSL').click();
        await run.preview.page.getByText('the ports of the role on OSLSUP01 differ from those of the WSUS web site').waitFor();
    });

    test('goes to the time of an expectation when its mark is pressed', async () => {
        run = await RunPage.openTime(stage);
        await run.selectScenario(failing);
        await run.button(/^2d 00:00: expect console of OSL ahead of catalog/).click();
        expect(await run.clock()).toBe('day 2, 00:00');
    });

    test('restores the current time after a reload of the page', async () => {
        run = await RunPage.openTime(stage);
        await run.goTo(5_000);
        await run.preview.frame();
        const { remembered } = run.preview;
        await run.preview.close();
        run = await RunPage.open(stage, { remembered });
        await run.preview.page.locator('.lane').first().waitFor();
        expect(await run.clock()).toBe('day 3, 11:20');
    });

    test('steps from moment to moment instead of playing when motion is reduced', async () => {
        run = await RunPage.openTime(stage, { isMotionReduced: true });
        expect(await run.button('Play').count()).toBe(0);
        await run.button('Step Forward').click();
        expect(await run.clock()).not.toBe('day 0, 00:00');
    });

    test('reports a failed run and keeps the last one', async () => {
        const state: { error?: string } = {};
        run = await RunPage.open(stage, { respond: request => {
            if (state.error !== undefined && request.kind === 'play') {
                throw new Error(state.error);
            }
            return stage.respond(request);
        } });
        await run.mode('Time').click();
        await run.preview.page.locator('.lane').first().waitFor();
        state.error = 'The language server is not running.';
        await run.preview.page.getByLabel('Scenario', { exact: true }).selectOption(failing);
        await run.preview.page.getByRole('alert').getByText(state.error).waitFor();
        expect(await run.preview.page.locator('.lane').count()).toBeGreaterThan(0);
    });

    test('cancels a pending run', async () => {
        run = await RunPage.open(stage, { respond: () => new Promise(() => undefined) });
        await run.mode('Time').click();
        await run.button('Cancel').click();
        await expect.poll(() => run.preview.sent('cancel')).toHaveLength(1);
        await run.preview.page.getByText('The run was cancelled.').waitFor();
    });
});
