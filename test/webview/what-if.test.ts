import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { closeBrowser } from '../support/preview-page.js';
import { stageExample, stagePlan } from '../support/stage.js';
import { expectQuiet } from './plans.js';
import { RunPage } from './run-page.js';

// Events that the user adds to a run.

const stage = stageExample('scenarios', 'fjordline.sup');

let run: RunPage;
afterEach(() => run.preview.close());
afterAll(closeBrowser);

describe('what-if events', () => {
    test('answers in the headline, after two clicks, what happens in Bergen if the server in Oslo stops', async () => {
        run = await RunPage.open(stage);
        await run.site('OSL').click({ button: 'right' });
        await run.preview.page.getByRole('menuitem', { name: 'Stop OSLSUP01' }).click();
        await run.headline().getByText(/clients cannot scan/).waitFor();
        await run.preview.page.getByText(/^Because OSLSUP01 \(Oslo\) is stopped from 7d on\. Affected: OSL and TRD\. OSL and BER get no new updates before the run ends\./).waitFor();
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
        await run.button('Start Over').click();
        await expect.poll(() => run.preview.page.locator('.chip').count()).toBe(0);
        await run.button('Undo').click();
        await run.button('Undo').click();
        await expect.poll(() => run.preview.page.locator('.chip').count()).toBe(2);
        await run.button('Start Over').click();
        await expect.poll(() => run.preview.page.locator('.chip').count()).toBe(0);
    });

    test.each([1_280, 680])('keeps the choice of a scenario at %d px while events are added, and leaves them with it', async width => {
        run = await RunPage.openTime(stage);
        await run.preview.page.setViewportSize({ width, height: 720 });
        await run.site('OSL').click({ button: 'right' });
        await run.preview.page.getByRole('menuitem', { name: 'Stop OSLSUP01' }).click();
        await run.preview.page.locator('.chip').waitFor();
        const choice = run.preview.page.getByLabel('Scenario', { exact: true });
        await expect.poll(() => choice.locator('option:checked').textContent()).toBe('What if: stop OSLSUP01');
        await choice.selectOption('The plan as it is');
        await expect.poll(() => run.preview.page.locator('.chip').count()).toBe(0);
        await expectQuiet(run.preview);
    });

    test('forgets the scenario and the events when another hierarchy is shown, but not for another file of the same one', async () => {
        const quay = stagePlan({ 'quay.sup': 'hierarchy Quay\ncentral site QAY {\n  clients: 20 intranet\n  server QAYSUP01 {\n    site server\n    wsus 3.0 SP2 { ports: 8530, 8531 }\n    software update point active\n  }\n}' });
        let shown = stage;
        run = await RunPage.openTime(stage, { respond: request => shown.respond(request) });
        await run.selectScenario('The ports in Oslo are corrected after an hour');
        await run.site('OSL').click();
        await run.button('Stop OSLSUP01').click();
        await run.preview.page.locator('.chip').waitFor();
        await run.preview.show(stage.content, 'other.sup');
        expect(await run.preview.page.locator('.chip').count()).toBe(1);
        shown = quay;
        await run.preview.show(quay.content, 'quay.sup');
        await expect.poll(() => run.preview.page.locator('.chip').count()).toBe(0);
        await run.site('QAY').click({ button: 'right' });
        await run.preview.page.getByRole('menuitem', { name: 'Stop QAYSUP01' }).click();
        await run.headline().getByText(/clients cannot scan/).waitFor();
        expect(run.preview.sent('request').map(({ request }) => request).findLast(({ kind }) => kind === 'play')).toEqual({ kind: 'play', events: [{ at: 0, event: 'stop QAYSUP01' }] });
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
