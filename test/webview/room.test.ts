import { afterAll, afterEach, expect, test } from 'vitest';
import { closeBrowser } from '../support/preview-page.js';
import { stageExample } from '../support/stage.js';
import { RunPage } from './run-page.js';

// The parts of the page share its room without covering or cutting each other.

const brightwater = stageExample('brightwater', 'headquarters.sup');
const stopped = [{ at: 7_200, event: 'stop EURSUP01' }];

let run: RunPage;
afterEach(() => run.preview.close());
afterAll(closeBrowser);

test.each(['AKL', 'GDN', 'SOU'])('the details of %s do not cover it', async code => {
    run = await RunPage.open(brightwater, { width: 1_400, height: 900, isMotionReduced: true });
    await run.site(code).click();
    const details = run.preview.page.locator('.details');
    await details.waitFor();
    const [site, pane] = [(await run.site(code).boundingBox())!, (await details.boundingBox())!];
    expect(site.x >= pane.x + pane.width || site.x + site.width <= pane.x).toBe(true);
});

test.each([[1_400, 900], [680, 850], [1_280, 720]])('no strip and no figure beside it is cut at %i × %i', async (width, height) => {
    run = await RunPage.restore(brightwater, stopped, 10_000, { width, height });
    await run.preview.page.locator('.lane').first().waitFor();
    const cut = await run.preview.page.locator('.strips').evaluate(strips => {
        const bottom = strips.getBoundingClientRect().bottom;
        const rows = Array.from(strips.querySelectorAll('.strip, .lane-rows, .lane-rest')).filter(row => row.getBoundingClientRect().bottom > bottom + 0.5);
        const texts = Array.from(strips.querySelectorAll('.strip-name, .strip-value')).filter(text => text.scrollWidth > text.clientWidth);
        const partial = Array.from(strips.querySelectorAll('.lane-rows')).filter(lanes => lanes.clientHeight % 18 !== 0);
        return [...rows, ...texts, ...partial].map(each => each.outerHTML.slice(0, 200));
    });
    expect(cut).toEqual([]);
});

test('the legend is open where the page has room for it, until it is folded', async () => {
    run = await RunPage.open(brightwater, { width: 560, height: 560 });
    const legend = run.preview.page.getByRole('img', { name: 'Legend' });
    const fold = run.preview.page.getByRole('button', { name: 'Legend' });
    await fold.waitFor();
    expect(await legend.count()).toBe(0);
    await run.preview.page.setViewportSize({ width: 1_400, height: 900 });
    await legend.waitFor();
    await fold.click();
    await run.preview.page.setViewportSize({ width: 1_300, height: 850 });
    await expect.poll(() => legend.count()).toBe(0);
});
