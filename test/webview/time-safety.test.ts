import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { seriousIn } from '../support/axe.js';
import { editorThemes } from '../support/editor-themes.js';
import { payloads } from '../support/payloads.js';
import { closeBrowser } from '../support/preview-page.js';
import { stagePlan, stageExample } from '../support/stage.js';
import { expectQuiet } from './plans.js';
import { RunPage } from './run-page.js';

// The time pane in every theme, and with hostile text.

const stage = stageExample('scenarios', 'fjordline.sup');

let run: RunPage;
afterEach(() => run.preview.close());
afterAll(closeBrowser);

describe.each(editorThemes)('the theme %s', theme => {
    test('causes no serious accessibility violations in time pane, log, menu and difference', async () => {
        run = await RunPage.openTime(stage, { theme, isMotionReduced: true, width: 1500, height: 1000 });
        await run.site('OSL').click({ button: 'right' });
        await run.preview.page.getByRole('menuitem', { name: 'Stop OSLSUP01' }).waitFor();
        expect(await seriousIn(run.preview)).toEqual([]);
        await run.preview.page.getByRole('menuitem', { name: 'Stop OSLSUP01' }).click();
        await run.button('Go to the Worst Moment').waitFor();
        await run.goTo(9_000);
        await run.button('Log').click();
        await run.preview.page.locator('.log-line').first().waitFor();
        await run.preview.picture(`time-${theme}`);
        expect(await seriousIn(run.preview)).toEqual([]);
    });
});

test('markup in scenarios stays text in the time pane', async () => {
    const escaped = (text: string): string => text.replaceAll('"', '""').replace(/[\u0000-\u001f\u2028\u2029\ud800\ufffe]/g, ' ');
    const hostile = stagePlan({
        'plan.sup': ['hierarchy Hostile', 'central site CEN { server CENSUP01 { site server wsus 3.0 SP2 { } software update point active { } } synchronization { schedule: every 1 day at 02:00 } }',
            ...payloads.slice(0, 30).map((text, i) => `scenario "${i} ${escaped(text)}" for 2 days {\n at 1h: publish update "${escaped(text)}"\n expect update "${escaped(text)}" available at CEN\n}`)].join('\n')
    });
    run = await RunPage.open(hostile);
    await run.mode('Time').click();
    await run.preview.page.locator('.lane').first().waitFor();
    expect(hostile.content.scenarios).toHaveLength(30);
    const drawn = (): Promise<string[]> => run.preview.page.evaluate(() => [...new Set(Array.from(document.querySelectorAll('body *'), ({ tagName }) => tagName.toLowerCase()))]);
    for (const { title } of hostile.content.scenarios.slice(0, 12)) {
        await run.preview.page.getByLabel('Scenario', { exact: true }).selectOption(title);
        await run.preview.page.locator('.mark-button').first().waitFor();
    }
    const forbidden = ['a', 'animate', 'base', 'foreignobject', 'form', 'iframe', 'image', 'img', 'link', 'math', 'meta', 'object', 'set', 'style', 'use'];
    expect((await drawn()).filter(name => forbidden.includes(name))).toEqual([]);
    await expectQuiet(run.preview);
});
