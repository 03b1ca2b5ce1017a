import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { closeBrowser } from '../support/preview-page.js';
import { stageExample } from '../support/stage.js';
import { expectQuiet } from './plans.js';
import { RunPage } from './run-page.js';

// Events that the user adds to a run.

const stage = stageExample('scenarios', 'fjordline.sup');

let run: RunPage;
afterEach(() => run.preview.close());
afterAll(closeBrowser);

describe('what-if events', () => {
    test('shows the effect of stopping a server with two clicks', async () => {
        run = await RunPage.open(stage);
        await run.site('OSL').click({ button: 'right' });
        await run.preview.page.getByRole('menuitem', { name: 'Stop OSLSUP01' }).click();
        await run.headline().getByText(/clients cannot scan/).waitFor();
        await run.preview.page.getByText(/^Because OSLSUP01 \(Oslo\) is stopped from 7d on\. Affected: OSL/).waitFor();
        await expect.poll(async () => Number(await run.slider().inputValue())).toBeGreaterThan(7 * 1_440);
        await run.button('Figures').click();
        await run.preview.page.locator('.figures').getByRole('button', { name: /^BER / }).first().click();
        await run.preview.page.getByRole('heading', { name: /^BER/ }).waitFor();
        expect(run.preview.sent('request').map(({ request }) => request).filter(({ kind }) => kind === 'play')).toEqual([{ kind: 'play', events: [{ at: 7 * 1_440, event: 'stop OSLSUP01' }] }]);
        await expectQuiet(run.preview);
    });

    test('adds a what-if event with the keyboard', async () => {
        run = await RunPage.open(stage);
        await run.site('OSL').focus();
        await run.preview.page.keyboard.press('Shift+F10');
        await run.preview.page.getByRole('menuitem', { name: 'Stop OSLSUP01' }).waitFor();
        await run.preview.page.keyboard.press('ArrowDown');
        await run.preview.page.keyboard.press('Enter');
        await run.headline().getByText(/clients cannot scan/).waitFor();
    });

    test('adds no what-if event when the menu is closed with Escape', async () => {
        run = await RunPage.open(stage);
        await run.site('OSL').focus();
        await run.preview.page.keyboard.press('Shift+F10');
        await run.preview.page.getByRole('menu').waitFor();
        await run.preview.page.keyboard.press('Escape');
        expect(await run.preview.page.getByRole('menu').count()).toBe(0);
        expect(await run.preview.page.evaluate(() => document.activeElement?.getAttribute('data-part'))).toBe('site:OSL');
    });

    test('combines what-if events, saves them as a scenario, removes them and restores them', async () => {
        run = await RunPage.openTime(stage);
        await run.goTo(2_000);
        await run.site('OSL').click();
        await run.button('Stop OSLSUP01').click();
        await run.goTo(4_000);
        await run.button('Start OSLSUP01').click();
        await run.preview.page.locator('.chip').nth(1).waitFor();
        await run.button('Save as Scenario').click();
        await expect.poll(() => run.preview.sent('save-scenario')).toEqual([{ kind: 'save-scenario', events: [{ at: 2_000, event: 'stop OSLSUP01' }, { at: 4_000, event: 'start OSLSUP01' }] }]);
        await run.button('Remove: start OSLSUP01').click();
        await expect.poll(() => run.preview.page.locator('.chip').count()).toBe(1);
        await run.button('Undo').click();
        await expect.poll(() => run.preview.page.locator('.chip').count()).toBe(2);
        await run.button('Start Over').click();
        await expect.poll(() => run.preview.page.locator('.chip').count()).toBe(0);
    });

    test('adds a what-if event before the end of the run, even if the end is the current time', async () => {
        run = await RunPage.openTime(stage);
        await run.slider().press('End');
        await run.site('OSL').click();
        await run.button('Stop OSLSUP01').click();
        await run.preview.page.locator('.chip').waitFor();
        await run.button('Save as Scenario').click();
        const end = Number(await run.slider().getAttribute('max'));
        await expect.poll(() => run.preview.sent('save-scenario').map(({ events }) => events[0]!.at)).toEqual([end - 1]);
    });

    test('adds a what-if event with a custom value', async () => {
        run = await RunPage.openTime(stage);
        await run.preview.page.getByRole('treeitem', { name: /OSL/ }).first().click();
        await run.preview.page.locator('.server-button').getByText('OSLSUP01').click();
        await run.button('Change the ports…').click();
        await run.preview.page.getByLabel('Change the ports to').fill('81, 444');
        await run.button('Add Event').click();
        await run.preview.page.locator('.chip').getByText('set OSLSUP01 ports to 81, 444').waitFor();
    });
});
