import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workspaceWith } from '../support/workspace.js';
import { Workbench } from './workbench.js';

// An administrator begins with an empty file and accepts what completion offers.

let workbench: Workbench;
beforeAll(async () => {
    workbench = await Workbench.open({ 'new.sup': '' });
});
afterAll(() => workbench.close());

/** The pause between two keys at 60 words a minute, in milliseconds. */
const pause = 200;

test('an empty file becomes a plan of seven sites without findings, with a scenario that passes, by accepting suggestions', async () => {
    const { page } = workbench;
    await workbench.openFile('new.sup');
    const suggestion = page.locator('.suggest-widget.visible .monaco-list-row');
    const accept = async (typed: string, label: string): Promise<void> => {
        await page.keyboard.press('Control+End');
        await page.keyboard.press('Enter');
        await page.keyboard.type(typed, { delay: pause });
        await suggestion.filter({ hasText: label }).first().waitFor();
        await workbench.picture(`completion-${typed}`);
        await page.keyboard.press('Tab');
        await suggestion.first().waitFor({ state: 'hidden' });
        // Reads the block, and leaves the placeholders as they are.
        await page.keyboard.press('Escape');
        await page.keyboard.press('Escape');
    };
    // Before the server has started, typing opens no list.
    await (await workbench.status()).filter({ hasText: 'problem' }).waitFor();
    const start = Date.now();
    await accept('hier', 'hierarchy');
    await accept('cen', 'central site');
    for (const typed of ['pri', 'pri', 'sec', 'sec', 'sec', 'sec']) {
        await accept(typed, typed === 'pri' ? 'primary site' : 'secondary site');
    }
    await accept('sce', 'scenario');
    await workbench.save();
    await page.locator('.testing-run-glyph.codicon-testing-passed-icon:not(.retired)').first().waitFor();
    // The time depends on the machine, so it is only printed.
    console.log(`Seven sites and a scenario that passes: ${Math.round((Date.now() - start) / 1_000)} s`);
    await workbench.picture('seven-sites');
    const text = (): string => readFileSync(join(workbench.folder, 'new.sup'), 'utf8');
    await expect.poll(() => text().match(/^(central|primary|secondary) site/gm)?.length).toBe(7);
    expect((await workspaceWith(text())).listing(), text()).toEqual([]);
});
