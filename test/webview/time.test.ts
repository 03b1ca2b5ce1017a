import type { Locator } from 'playwright-core';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { seriousIn } from '../support/axe.js';
import { editorThemes } from '../support/editor-themes.js';
import { payloads } from '../support/payloads.js';
import { closeBrowser, type PageOptions, PreviewPage } from '../support/preview-page.js';
import { staged, stagedExample } from '../support/stage.js';
import { expectQuiet } from './plans.js';

// The run below the picture, as somebody plays it in a review.

const stage = stagedExample('scenarios', 'fjordline.sup');
const failing = 'WSUS in Oslo listens on other ports than the role says';

let preview: PreviewPage;
afterEach(() => preview.close());
afterAll(closeBrowser);

async function open(options: PageOptions = {}): Promise<PreviewPage> {
    preview = await PreviewPage.open({ answer: question => stage.answer(question), ...options });
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
const clock = (): Promise<string | null> => preview.page.getByLabel('Moment', { exact: true }).textContent();
const goTo = (minute: number): Promise<void> => slider().fill(String(minute));
const site = (code: string): Locator => preview.page.locator(`[role=treeitem][data-part="site:${code}"]`);

async function choose(title: string): Promise<void> {
    await preview.page.getByLabel('What is played').selectOption(title);
    await preview.page.locator('.mark-button').first().waitFor();
}

describe('time', () => {
    test('is asked for when somebody opens it, and not before', async () => {
        await open();
        expect(preview.sent('ask')).toEqual([]);
        await button('Time').click();
        await expect.poll(() => preview.sent('ask').map(({ question }) => question)).toEqual([{ kind: 'play', events: [] }]);
        await expectQuiet(preview);
    });

    test('has a lane for each site that synchronizes, and says in words what is in it', async () => {
        await openTime();
        await choose(failing);
        const lanes = preview.page.locator('.lane-rows').getByRole('button');
        expect(await lanes.allTextContents()).toEqual(['CEN', 'OSL', 'BER']);
        expect(await preview.page.getByRole('button', { name: /^OSL: 0 synchronizations, failed from 0d 04:01/ }).count()).toBe(1);
    });

    test('passes while it plays, at the speed that is chosen, and stops when it is told to', async () => {
        await openTime();
        await preview.page.getByLabel('Speed').selectOption({ label: '1d a second' });
        await button('Play').click();
        await expect.poll(async () => Number((await slider().inputValue())), { timeout: 10_000 }).toBeGreaterThan(600);
        await button('Pause').click();
        const stopped = await clock();
        await preview.frame();
        expect(await clock()).toBe(stopped);
    });

    test('is stepped through from moment to moment, forth and back', async () => {
        await openTime();
        await choose(failing);
        const moments: (string | null)[] = [];
        for (let i = 0; i < 3; i++) {
            await button('Next Moment').click();
            moments.push(await clock());
        }
        expect(new Set(moments).size).toBe(3);
        await button('Previous Moment').click();
        expect(await clock()).toBe(moments[1]);
        await button('To the End').click();
        expect(await clock()).toBe('3d 00:00');
        await button('To the Start').click();
        expect(await clock()).toBe('0d 00:00');
    });

    test('is a slider for the keyboard, which says what it shows', async () => {
        await openTime();
        await choose(failing);
        await slider().focus();
        for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'ArrowLeft']) {
            await preview.page.keyboard.press(key);
        }
        expect(await clock()).toBe('1d 01:00');
        expect(await slider().getAttribute('aria-valuetext')).toMatch(/^day 1, 01:00; OSL failed; .*behind/);
    });

    test('shows in the picture what each site is at, and in the details why', async () => {
        await openTime({ width: 1500, height: 1000 });
        await choose(failing);
        await goTo(300);
        await preview.page.locator('.overlay').getByText('failed, will try again').waitFor();
        await site('OSL').click();
        await preview.page.getByText('the role on OSLSUP01 uses other ports than the WSUS web site').waitFor();
    });

    test('leads from the mark of an expectation to its moment', async () => {
        await openTime();
        await choose(failing);
        await button(/^2d 00:00: expect console of OSL ahead of catalog/).click();
        expect(await clock()).toBe('2d 00:00');
    });

    test('is what it was after the page has been away', async () => {
        await openTime();
        await goTo(5_000);
        await preview.frame();
        const { remembered } = preview;
        await preview.close();
        await open({ remembered });
        await preview.page.locator('.lane').first().waitFor();
        expect(await clock()).toBe('3d 11:20');
    });

    test('goes from moment to moment instead of playing for whoever wants little motion', async () => {
        await openTime({ isMotionReduced: true });
        expect(await button('Play').count()).toBe(0);
        await button('On to the Next Moment').click();
        expect(await clock()).not.toBe('0d 00:00');
    });

    test('that cannot be worked out says why, and keeps what was shown', async () => {
        const state: { refusal?: string } = {};
        preview = await PreviewPage.open({ answer: question => {
            if (state.refusal !== undefined && question.kind === 'play') {
                throw new Error(state.refusal);
            }
            return stage.answer(question);
        } });
        await preview.show(stage.content);
        await button('Time').click();
        await preview.page.locator('.lane').first().waitFor();
        state.refusal = 'The language server is not running.';
        await preview.page.getByLabel('What is played').selectOption(failing);
        await preview.page.getByRole('alert').getByText(state.refusal).waitFor();
        expect(await preview.page.locator('.lane').count()).toBeGreaterThan(0);
    });

    test('can be cancelled while it is worked out', async () => {
        preview = await PreviewPage.open({ answer: () => new Promise(() => undefined) });
        await preview.show(stage.content);
        await button('Time').click();
        await button('Cancel').click();
        await expect.poll(() => preview.sent('cancel')).toHaveLength(1);
        await preview.page.getByText('The run was cancelled.').waitFor();
    });
});

describe('the log', () => {
    test('is read by the page, searched, and leads to its moments', async () => {
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
});

describe('a question', () => {
    test('takes two clicks: what happens in Bergen if Oslo\'s server dies?', async () => {
        await open();
        await site('OSL').click({ button: 'right' });
        await preview.page.getByRole('menuitem', { name: 'Stop OSLSUP01' }).click();
        await preview.page.locator('.difference').getByText(/clients cannot scan/).first().waitFor();
        await preview.page.locator('.difference').getByRole('button', { name: /^BER / }).first().click();
        await preview.page.getByRole('heading', { name: /^BER/ }).waitFor();
        expect(preview.sent('ask').map(({ question }) => question).filter(({ kind }) => kind === 'play')).toEqual([{ kind: 'play', events: [{ at: 7 * 1_440, event: 'stop OSLSUP01' }] }]);
        await expectQuiet(preview);
    });

    test('is asked by the keyboard as well', async () => {
        await open();
        await site('OSL').focus();
        await preview.page.keyboard.press('Shift+F10');
        await preview.page.getByRole('menuitem', { name: 'Stop OSLSUP01' }).waitFor();
        await preview.page.keyboard.press('ArrowDown');
        await preview.page.keyboard.press('Enter');
        await preview.page.locator('.difference').waitFor();
    });

    test('is left without a trace by Escape', async () => {
        await open();
        await site('OSL').focus();
        await preview.page.keyboard.press('Shift+F10');
        await preview.page.getByRole('menu').waitFor();
        await preview.page.keyboard.press('Escape');
        expect(await preview.page.getByRole('menu').count()).toBe(0);
        expect(await preview.page.evaluate(() => document.activeElement?.getAttribute('data-part'))).toBe('site:OSL');
    });

    test('is followed by others, taken back, and kept as a scenario', async () => {
        await openTime();
        await goTo(2_000);
        await site('OSL').click();
        await button('Stop OSLSUP01').click();
        await goTo(4_000);
        await button('Start OSLSUP01').click();
        await preview.page.locator('.chip').nth(1).waitFor();
        await button('Save as Scenario').click();
        await expect.poll(() => preview.sent('save-scenario')).toEqual([{ kind: 'save-scenario', events: [{ at: 2_000, event: 'stop OSLSUP01' }, { at: 4_000, event: 'start OSLSUP01' }] }]);
        await button('Take back: start OSLSUP01').click();
        await expect.poll(() => preview.page.locator('.chip').count()).toBe(1);
        await button('Undo').click();
        await expect.poll(() => preview.page.locator('.chip').count()).toBe(2);
        await button('Start Over').click();
        await expect.poll(() => preview.page.locator('.chip').count()).toBe(0);
    });

    test('happens within the run, though its very end is shown', async () => {
        await openTime();
        await button('To the End').click();
        await site('OSL').click();
        await button('Stop OSLSUP01').click();
        await preview.page.locator('.chip').waitFor();
        await button('Save as Scenario').click();
        const end = Number(await slider().getAttribute('max'));
        await expect.poll(() => preview.sent('save-scenario').map(({ events }) => events[0]!.at)).toEqual([end - 1]);
    });

    test('has a value of somebody\'s own, where there is one', async () => {
        await openTime();
        await preview.page.getByRole('treeitem', { name: /OSL/ }).first().click();
        await preview.page.locator('.server-button').getByText('OSLSUP01').click();
        await button('Change the ports…').click();
        await preview.page.getByLabel('Change the ports to').fill('81, 444');
        await button('Let It Happen').click();
        await preview.page.locator('.chip').getByText('set OSLSUP01 ports to 81, 444').waitFor();
    });
});

describe.each(editorThemes)('in the theme %s', theme => {
    test('an accessibility checker finds nothing serious in time, log, menu and difference', async () => {
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

test('texts that would be more than text are text in time, log and questions', async () => {
    const written = (text: string): string => text.replaceAll('"', '""').replace(/[\u0000-\u001f\u2028\u2029\ud800\ufffe]/g, ' ');
    const hostile = staged({
        'plan.sup': ['hierarchy Hostile', 'central site CEN { server CENSUP01 { site server wsus 3.0 SP2 { } software update point active { } } synchronization { schedule: every 1 day at 02:00 } }',
            ...payloads.slice(0, 30).map((text, i) => `scenario "${i} ${written(text)}" for 2 days {\n at 1h: publish update "${written(text)}"\n expect update "${written(text)}" available at CEN\n}`)].join('\n')
    });
    preview = await PreviewPage.open({ answer: question => hostile.answer(question) });
    await preview.show(hostile.content);
    await button('Time').click();
    await preview.page.locator('.lane').first().waitFor();
    expect(hostile.content.scenarios).toHaveLength(30);
    const drawn = (): Promise<string[]> => preview.page.evaluate(() => [...new Set(Array.from(document.querySelectorAll('body *'), ({ tagName }) => tagName.toLowerCase()))]);
    for (const { title } of hostile.content.scenarios.slice(0, 12)) {
        await preview.page.getByLabel('What is played').selectOption(title);
        await preview.page.locator('.mark-button').first().waitFor();
    }
    const foreign = ['a', 'animate', 'base', 'foreignobject', 'form', 'iframe', 'image', 'img', 'link', 'math', 'meta', 'object', 'set', 'style', 'use'];
    expect((await drawn()).filter(name => foreign.includes(name))).toEqual([]);
    await expectQuiet(preview);
});
