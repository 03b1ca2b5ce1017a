import { afterAll, afterEach, expect, test } from 'vitest';
import { closeBrowser } from '../support/preview-page.js';
import { stagePlan } from '../support/stage.js';
import { scenario, tidewater } from '../support/tidewater.js';
import { RunPage } from './run-page.js';

// The share of clients that have scanned over time: a table of sites beside the curve.

const stage = stagePlan({
    'plan.sup': tidewater,
    'runs.sup': scenario('Deadlines', '14 days', 'at 1d: publish update "KB1" of product "Windows 7" as "Security Updates"',
        'expect 99 % of clients of all sites scan for "KB1" within 8d', 'expect 90 % of clients of OSL scan for "KB1" within 7d')
});

let run: RunPage;
afterEach(() => run.preview.close());
afterAll(closeBrowser);

test('lists when the clients of each site have scanned, and whether they meet the deadlines of the scenario', async () => {
    run = await RunPage.openTime(stage, { width: 1_400, height: 900 });
    await run.selectScenario('Deadlines');
    await run.button('Figures').click();
    const table = run.preview.page.getByRole('table', { name: /^Clients that have scanned for an update/ });
    expect(await table.getByRole('columnheader').allTextContents()).toEqual(['Site', 'Clients', '50%', '90%', '99%', 'All', 'By 8d (99%)', 'By 7d (90%)']);
    expect(await table.getByRole('row').nth(2).locator('th, td').allTextContents()).toEqual(['OSL', '400', '4d 13h 11m', '7d 8h 23m', '7d 23h 31m', '8d 4h 11m', '✓ 99.2%', '✗ 85%']);
    await table.getByRole('button', { name: 'BER' }).click();
    expect(await run.site('BER').getAttribute('aria-selected')).toBe('true');
});

test.each([510, 660, 900])('the table is not cut in a pane of %i px, where the figures take the place of the strips', async width => {
    run = await RunPage.openTime(stage, { width, height: 800 });
    await run.button('Figures').click();
    const table = run.preview.page.getByRole('table', { name: /^Clients that have scanned for an update/ });
    await table.scrollIntoViewIfNeeded();
    await run.preview.picture(`compliance-${width}`);
    const { right, room } = await table.evaluate(each => ({ right: each.getBoundingClientRect().right, room: each.closest('.figures')!.getBoundingClientRect().right }));
    expect(right).toBeLessThanOrEqual(room);
    expect(await run.preview.page.locator('.strips').isVisible()).toBe(false);
    await run.button('Figures').click();
    expect(await run.preview.page.locator('.strips').isVisible()).toBe(true);
});
