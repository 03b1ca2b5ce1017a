import { afterAll, afterEach, expect, test } from 'vitest';
import { closeBrowser } from '../support/preview-page.js';
import { stageExample } from '../support/stage.js';
import { expectQuiet } from './plans.js';
import { RunPage } from './run-page.js';

const brightwater = stageExample('brightwater', 'headquarters.sup');

let run: RunPage;
afterEach(() => run.preview.close());
afterAll(closeBrowser);

test('shows the facts about the site under the pointer and dims the sites that are neither above nor below it', async () => {
    run = await RunPage.open(brightwater, { isMotionReduced: true, width: 680, height: 850 });
    await run.site('GDN').hover();
    const card = run.preview.page.locator('.hover-card');
    await card.getByText('Link: 4 Mbps').waitFor();
    expect(await card.textContent()).toMatch(/GDN Gdansk.*180 clients.*replica of EURSUP01/);
    const opacity = (code: string): Promise<string> => run.site(code).evaluate(element => getComputedStyle(element).opacity);
    expect(await Promise.all(['GDN', 'EUR', 'BW0', 'ANT', 'NAM'].map(opacity))).toEqual(['1', '1', '1', '0.45', '0.45']);
    await run.preview.page.mouse.move(5, 5);
    await card.waitFor({ state: 'detached' });
    await expect.poll(() => opacity('NAM')).toBe('1');
    await expectQuiet(run.preview);
});
