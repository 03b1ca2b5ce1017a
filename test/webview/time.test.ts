import type { Locator } from 'playwright-core';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { seriousIn } from '../support/axe.js';
import { editorThemes } from '../support/editor-themes.js';
import { payloads } from '../support/payloads.js';
import { closeBrowser, type PageOptions, PreviewPage } from '../support/preview-page.js';
import { stagePlan, stageExample } from '../support/stage.js';
import { expectQuiet } from './plans.js';

// The time pane below the picture: playback, what-if events and the log.

const stage = stageExample('scenarios', 'fjordline.sup');
const failing = 'WSUS in Oslo listens on other ports than the role says';

let preview: PreviewPage;
afterEach(() => preview.close());
afterAll(closeBrowser);

async function open(options: PageOptions = {}): Promise<PreviewPage> {
    preview = await PreviewPage.open({ respond: request => stage.respond(request), ...options });
    await preview.show(stage.content, 'fjordline.sup');
    return preview;
}

async function openTime(options: PageOptions = {}): Promise<void> {
    await open(options);
    await button('Time').click();
    await preview.page.locator('.lane').first().waitFor();
}

const button = (name: string | RegExp): Locator => preview.page.getByRole('button', { name, exact: typeof name === 'string' });
const slider = (): Locator => preview.page.getByRole('slider', { name: 'Time' });
const clock = (): Promise<string | null> => preview.page.getByLabel('Current time', { exact: true }).textContent();
const goTo = (minute: number): Promise<void> => slider().fill(String(minute));
const site = (code: string): Locator => preview.page.locator(`[role=treeitem][data-part="site:${code}"]`);

async function selectRun(title: string): Promise<void> {
    await preview.page.getByLabel('Run', { exact: true }).selectOption(title);
    await preview.page.locator('.mark-button').first().waitFor();
}

describe('the time pane', () => {
    test('requests a run only when it is opened', async () => {
        await open();
        expect(preview.sent('request')).toEqual([]);
        await button('Time').click();
        await expect.poll(() => preview.sent('request').map(({ request }) => request)).toEqual([{ kind: 'play', events: [] }]);
        await expectQuiet(preview);
    });

    test('shows a lane with an accessible description for each site that synchronizes', async () => {
        await openTime();
        await selectRun(failing);
        const lanes = preview.page.locator('.lane-rows').getByRole('button');
        expect(await lanes.allTextContents()).toEqual(['CEN', 'OSL', 'BER']);
        expect(await preview.page.getByRole('button', { name: /^OSL: 0 synchronizations, failed from 0d 04:01/ }).count()).toBe(1);
    });

    test('plays at the selected speed and pauses', async () => {
        await openTime();
        await preview.page.getByLabel('Speed').selectOption({ label: '1d per second' });
        await button('Play').click();
        await expect.poll(async () => Number((await slider().inputValue())), { timeout: 10_000 }).toBeGreaterThan(600);
        await button('Pause').click();
        const stopped = await clock();
        await preview.frame();
        expect(await clock()).toBe(stopped);
    });

    test('steps forward and back from moment to moment', async () => {
        await openTime();
        await selectRun(failing);
        const moments: (string | null)[] = [];
        for (let i = 0; i < 3; i++) {
            await button('Next Moment').click();
            moments.push(await clock());
        }
        expect(new Set(moments).size).toBe(3);
        await button('Previous Moment').click();
        expect(await clock()).toBe(moments[1]);
        await button('Go to End').click();
        expect(await clock()).toBe('3d 00:00');
        await button('Go to Start').click();
        expect(await clock()).toBe('0d 00:00');
    });

    test('offers a slider for the keyboard with a description of the moment', async () => {
        await openTime();
        await selectRun(failing);
        await slider().focus();
        for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'ArrowLeft']) {
            await preview.page.keyboard.press(key);
        }
        expect(await clock()).toBe('1d 01:00');
        expect(await slider().getAttribute('aria-valuetext')).toMatch(/^day 1, 01:00; OSL failed; .*out of date/);
    });

    test('shows the activity of each site in the picture and its reason in the details', async () => {
        await openTime({ width: 1500, height: 1000 });
        await selectRun(failing);
        await goTo(300);
        await preview.page.locator('.overlay').getByText('failed, will retry').waitFor();
        await site('OSL').click();
        await preview.page.getByText('the ports of the role on OSLSUP01 differ from those of the WSUS web site').waitFor();
    });

    test('goes to the time of an expectation when its mark is pressed', async () => {
        await openTime();
        await selectRun(failing);
        await button(/^2d 00:00: expect console of OSL ahead of catalog/).click();
        expect(await clock()).toBe('2d 00:00');
    });

    test('restores the current time after a reload of the page', async () => {
        await openTime();
        await goTo(5_000);
        await preview.frame();
        const { remembered } = preview;
        await preview.close();
        await open({ remembered });
        await preview.page.locator('.lane').first().waitFor();
        expect(await clock()).toBe('3d 11:20');
    });

    test('steps from moment to moment instead of playing when motion is reduced', async () => {
        await openTime({ isMotionReduced: true });
        expect(await button('Play').count()).toBe(0);
        await button('Advance to Next Moment').click();
        expect(await clock()).not.toBe('0d 00:00');
    });

    test('reports a failed run and keeps the last one', async () => {
        const state: { error?: string } = {};
        preview = await PreviewPage.open({ respond: request => {
            if (state.error !== undefined && request.kind === 'play') {
                throw new Error(state.error);
            }
            return stage.respond(request);
        } });
        await preview.show(stage.content);
        await button('Time').click();
        await preview.page.locator('.lane').first().waitFor();
        state.error = 'The language server is not running.';
        await preview.page.getByLabel('Run', { exact: true }).selectOption(failing);
        await preview.page.getByRole('alert').getByText(state.error).waitFor();
        expect(await preview.page.locator('.lane').count()).toBeGreaterThan(0);
    });

    test('cancels a pending run', async () => {
        preview = await PreviewPage.open({ respond: () => new Promise(() => undefined) });
        await preview.show(stage.content);
        await button('Time').click();
        await button('Cancel').click();
        await expect.poll(() => preview.sent('cancel')).toHaveLength(1);
        await preview.page.getByText('The run was cancelled.').waitFor();
    });
});

describe('the log', () => {
    test('searches the log and goes to the time of a pressed line', async () => {
        await openTime();
        await button('Log').click();
        const lines = preview.page.locator('.log-line');
        await lines.first().waitFor();
        await preview.page.getByLabel('Search the log').fill('settling');
        await expect.poll(() => lines.count()).toBeGreaterThan(0);
        await expect.poll(async () => (await lines.allTextContents()).every(text => text.includes('settling'))).toBe(true);
        await lines.nth(1).click();
        expect(await clock()).toBe(await lines.nth(1).locator('.log-time').textContent());
    });

    test('cancels a superseded request and ignores its late response', async () => {
        await open({ respond: request => request.kind === 'log' && request.text === '' ? new Promise(() => undefined) : stage.respond(request) });
        await button('Time').click();
        await button('Log').click();
        const logRequests = () => preview.sent('request').filter(({ request }) => request.kind === 'log');
        await expect.poll(logRequests).toHaveLength(1);
        const lines = preview.page.locator('.log-line');
        await preview.page.getByLabel('Search the log').fill('settling');
        await lines.first().waitFor();
        const [{ id } = expect.fail()] = logRequests();
        expect(preview.sent('cancel')).toEqual([{ kind: 'cancel', id }]);
        const late = { at: 0, severity: 'error', component: 'Simulator', status: undefined, text: 'too late', site: undefined, part: undefined } as const;
        await preview.send({ kind: 'response', id, response: { total: 1, from: 0, lines: [late] } });
        await preview.frame();
        expect((await lines.allTextContents()).filter(text => !text.includes('settling'))).toEqual([]);
        await expectQuiet(preview);
    });
});

describe('what-if events', () => {
    test('shows the effect of stopping a server with two clicks', async () => {
        await open();
        await site('OSL').click({ button: 'right' });
        await preview.page.getByRole('menuitem', { name: 'Stop OSLSUP01' }).click();
        await preview.page.locator('.difference').getByText(/clients cannot scan/).first().waitFor();
        await preview.page.locator('.difference').getByRole('button', { name: /^BER / }).first().click();
        await preview.page.getByRole('heading', { name: /^BER/ }).waitFor();
        expect(preview.sent('request').map(({ request }) => request).filter(({ kind }) => kind === 'play')).toEqual([{ kind: 'play', events: [{ at: 7 * 1_440, event: 'stop OSLSUP01' }] }]);
        await expectQuiet(preview);
    });

    test('adds a what-if event with the keyboard', async () => {
        await open();
        await site('OSL').focus();
        await preview.page.keyboard.press('Shift+F10');
        await preview.page.getByRole('menuitem', { name: 'Stop OSLSUP01' }).waitFor();
        await preview.page.keyboard.press('ArrowDown');
        await preview.page.keyboard.press('Enter');
        await preview.page.locator('.difference').waitFor();
    });

    test('adds no what-if event when the menu is closed with Escape', async () => {
        await open();
        await site('OSL').focus();
        await preview.page.keyboard.press('Shift+F10');
        await preview.page.getByRole('menu').waitFor();
        await preview.page.keyboard.press('Escape');
        expect(await preview.page.getByRole('menu').count()).toBe(0);
        expect(await preview.page.evaluate(() => document.activeElement?.getAttribute('data-part'))).toBe('site:OSL');
    });

    test('combines what-if events, saves them as a scenario, removes them and restores them', async () => {
        await openTime();
        await goTo(2_000);
        await site('OSL').click();
        await button('Stop OSLSUP01').click();
        await goTo(4_000);
        await button('Start OSLSUP01').click();
        await preview.page.locator('.chip').nth(1).waitFor();
        await button('Save as Scenario').click();
        await expect.poll(() => preview.sent('save-scenario')).toEqual([{ kind: 'save-scenario', events: [{ at: 2_000, event: 'stop OSLSUP01' }, { at: 4_000, event: 'start OSLSUP01' }] }]);
        await button('Remove: start OSLSUP01').click();
        await expect.poll(() => preview.page.locator('.chip').count()).toBe(1);
        await button('Undo').click();
        await expect.poll(() => preview.page.locator('.chip').count()).toBe(2);
        await button('Start Over').click();
        await expect.poll(() => preview.page.locator('.chip').count()).toBe(0);
    });

    test('adds a what-if event before the end of the run, even if the end is the current time', async () => {
        await openTime();
        await button('Go to End').click();
        await site('OSL').click();
        await button('Stop OSLSUP01').click();
        await preview.page.locator('.chip').waitFor();
        await button('Save as Scenario').click();
        const end = Number(await slider().getAttribute('max'));
        await expect.poll(() => preview.sent('save-scenario').map(({ events }) => events[0]!.at)).toEqual([end - 1]);
    });

    test('adds a what-if event with a custom value', async () => {
        await openTime();
        await preview.page.getByRole('treeitem', { name: /OSL/ }).first().click();
        await preview.page.locator('.server-button').getByText('OSLSUP01').click();
        await button('Change the ports…').click();
        await preview.page.getByLabel('Change the ports to').fill('81, 444');
        await button('Add Event').click();
        await preview.page.locator('.chip').getByText('set OSLSUP01 ports to 81, 444').waitFor();
    });
});

describe.each(editorThemes)('the theme %s', theme => {
    test('causes no serious accessibility violations in time pane, log, menu and difference', async () => {
        await openTime({ theme, isMotionReduced: true, width: 1500, height: 1000 });
        await site('OSL').click({ button: 'right' });
        await preview.page.getByRole('menuitem', { name: 'Stop OSLSUP01' }).waitFor();
        expect(await seriousIn(preview)).toEqual([]);
        await preview.page.getByRole('menuitem', { name: 'Stop OSLSUP01' }).click();
        await preview.page.locator('.difference').waitFor();
        await goTo(9_000);
        await button('Log').click();
        await preview.page.locator('.log-line').first().waitFor();
        await preview.picture(`time-${theme}`);
        expect(await seriousIn(preview)).toEqual([]);
    });
});

test('markup in scenarios stays text in the time pane', async () => {
    const escaped = (text: string): string => text.replaceAll('"', '""').replace(/[\u0000-\u001f\u2028\u2029\ud800\ufffe]/g, ' ');
    const hostile = stagePlan({
        'plan.sup': ['hierarchy Hostile', 'central site CEN { server CENSUP01 { site server wsus 3.0 SP2 { } software update point active { } } synchronization { schedule: every 1 day at 02:00 } }',
            ...payloads.slice(0, 30).map((text, i) => `scenario "${i} ${escaped(text)}" for 2 days {\n at 1h: publish update "${escaped(text)}"\n expect update "${escaped(text)}" available at CEN\n}`)].join('\n')
    });
    preview = await PreviewPage.open({ respond: request => hostile.respond(request) });
    await preview.show(hostile.content);
    await button('Time').click();
    await preview.page.locator('.lane').first().waitFor();
    expect(hostile.content.scenarios).toHaveLength(30);
    const drawn = (): Promise<string[]> => preview.page.evaluate(() => [...new Set(Array.from(document.querySelectorAll('body *'), ({ tagName }) => tagName.toLowerCase()))]);
    for (const { title } of hostile.content.scenarios.slice(0, 12)) {
        await preview.page.getByLabel('Run', { exact: true }).selectOption(title);
        await preview.page.locator('.mark-button').first().waitFor();
    }
    const forbidden = ['a', 'animate', 'base', 'foreignobject', 'form', 'iframe', 'image', 'img', 'link', 'math', 'meta', 'object', 'set', 'style', 'use'];
    expect((await drawn()).filter(name => forbidden.includes(name))).toEqual([]);
    await expectQuiet(preview);
});

describe('the worst moment of a failure in Brightwater', () => {
    const brightwater = stageExample('brightwater', 'headquarters.sup');
    const noon = 7 * 1_440 + 720;

    async function openAt(events: readonly { readonly at: number; readonly event: string }[], options: PageOptions = {}, more: object = {}): Promise<void> {
        const remembered = { version: 1, document: '', isTimeOpen: true, timeHeight: 280, question: { events }, time: noon, ...more };
        preview = await PreviewPage.open({ isMotionReduced: true, width: 1_400, height: 900, respond: request => brightwater.respond(request), remembered, ...options });
        await preview.show(brightwater.content, 'headquarters.sup');
        await preview.page.locator('[data-condition]').first().waitFor();
    }
    const framed = (): Promise<string[]> => preview.page.evaluate(() => Array.from(document.querySelectorAll('.box-fail, .box-behind')).map(box => `${box.closest('[role=treeitem]')!.getAttribute('data-part')!.slice(5)} ${box.classList.contains('box-fail') ? 'fail' : 'behind'}`));
    const stop = [{ at: 5 * 1_440, event: 'stop EURSUP01 for 3d' }];

    test('frames only the sites whose clients cannot scan or lack updates because of it, and the head of their branch', async () => {
        await openAt(stop);
        expect((await framed()).sort()).toEqual(['ANT behind', 'BRE fail', 'EUR fail', 'GDN behind', 'GOT fail', 'KLP fail', 'LEH behind', 'ROS fail', 'TAL fail']);
        expect(await site('EUR').textContent()).toContain('4,705 cannot scan');
        expect(await site('EUR').getAttribute('aria-label')).toMatch(/stopped, 4,705 of 5,405 clients of its branch cannot scan, 700 of 5,405 clients of its branch held back$/);
        await preview.picture('brightwater-eursup01-stopped');
    });

    test('a collapsed branch still shows the sum of its clients', async () => {
        await openAt(stop, {}, { collapsed: ['ANZ', 'APA', 'EUR', 'NAM', 'SAM', 'UKI'].map(code => `site:${code}`) });
        expect(await framed()).toEqual(['EUR fail']);
        expect(await site('EUR').textContent()).toContain('4,705 cannot scan');
    });

    test('frames nothing in a run without failures', async () => {
        await openAt([]);
        const frames = [];
        for (const minute of [0, 300, 1_440, 5_000, 9_000, noon, 14_000]) {
            await goTo(minute);
            await preview.frame();
            frames.push(...await framed());
        }
        expect(frames).toEqual([]);
    });
});
