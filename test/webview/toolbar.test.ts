import { afterAll, afterEach, expect, test } from 'vitest';
import { closeBrowser } from '../support/preview-page.js';
import { stageExample } from '../support/stage.js';
import { contentOf, expectQuiet, harbour } from './plans.js';
import { RunPage } from './run-page.js';

const brightwater = stageExample('brightwater', 'headquarters.sup');

let run: RunPage;
afterEach(() => run.preview.close());
afterAll(closeBrowser);

test('enlarges all type while the page is presented, and opens the legend', async () => {
    run = await RunPage.open(brightwater, { width: 560, height: 560 });
    const legend = run.preview.page.getByRole('img', { name: 'Legend' });
    const height = async (): Promise<number> => (await run.site('EUR').locator('text').first().boundingBox())!.height;
    expect(await legend.count()).toBe(0);
    const usual = await height();
    await run.button(/^More/).click();
    await run.preview.page.getByRole('menuitemcheckbox', { name: 'Present' }).click();
    await legend.waitFor();
    await expect.poll(async () => await height() / usual).toBeGreaterThan(1.15);
    await expectQuiet(run.preview);
});

test('moves the focus between the views with the arrow keys, and selects one with Enter', async () => {
    run = await RunPage.open(brightwater, { isMotionReduced: true });
    await run.mode('Plan').focus();
    await run.preview.page.keyboard.press('ArrowLeft');
    expect(await run.mode('Plan').getAttribute('aria-checked')).toBe('true');
    await run.preview.page.keyboard.press('Enter');
    await run.preview.page.getByRole('row', { name: /GDN/ }).waitFor();
    expect(await run.mode('List').getAttribute('aria-checked')).toBe('true');
    await run.mode('Compare').click();
    await expect.poll(() => run.preview.sent('compare')).toHaveLength(1);
});

test('lists the sites with problems first', async () => {
    run = await RunPage.open({ ...brightwater, content: contentOf(harbour) }, { isMotionReduced: true });
    await run.mode('List').click();
    await run.preview.page.getByRole('row', { name: /^OSL/ }).waitFor();
    expect(await run.preview.page.getByRole('rowheader').allTextContents()).toEqual(['OSL', 'CEN', 'BER', 'TRD', 'STO']);
});
