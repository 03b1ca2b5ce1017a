import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { closeBrowser } from '../support/preview-page.js';
import { stageExample, stagePlan } from '../support/stage.js';
import { harbour } from './plans.js';
import { RunPage } from './run-page.js';

// The result of a run, legible from the back row: the headline, and the frames of the picture.

let run: RunPage;
afterEach(() => run.preview.close());
afterAll(closeBrowser);

describe('the worst moment of a failure in Brightwater', () => {
    const brightwater = stageExample('brightwater', 'headquarters.sup');
    const noon = 7 * 1_440 + 720;
    const stop = [{ at: 5 * 1_440, event: 'stop EURSUP01 for 3d' }];

    const framed = (): Promise<string[]> => run.preview.page.evaluate(() => Array.from(document.querySelectorAll('.box-fail, .box-behind')).map(box => `${box.closest('[role=treeitem]')!.getAttribute('data-part')!.slice(5)} ${box.classList.contains('box-fail') ? 'fail' : 'behind'}`));

    test('frames only the sites whose clients cannot scan or lack updates because of it, and the head of their branch', async () => {
        run = await RunPage.restore(brightwater, stop, noon);
        expect((await framed()).sort()).toEqual(['ANT behind', 'BRE fail', 'EUR fail', 'GDN behind', 'GOT fail', 'KLP fail', 'LEH behind', 'ROS fail', 'TAL fail']);
        expect(await run.site('EUR').textContent()).toContain('1,698 cannot scan');
        expect(await run.site('EUR').getAttribute('aria-label')).toMatch(/down, 1,698 of 5,405 clients of its branch cannot scan, 3,707 of 5,405 clients of its branch held back$/);
        await run.preview.picture('brightwater-eursup01-stopped');
    });

    test('a collapsed branch still shows the sum of its clients', async () => {
        run = await RunPage.restore(brightwater, stop, noon, {}, { collapsed: ['ANZ', 'APA', 'EUR', 'NAM', 'SAM', 'UKI'].map(code => `site:${code}`) });
        expect(await framed()).toEqual(['EUR fail']);
        expect(await run.site('EUR').textContent()).toContain('1,698 cannot scan');
    });

    test('frames nothing in a run without failures', async () => {
        run = await RunPage.restore(brightwater, [], noon);
        const frames = [];
        for (const minute of [0, 300, 1_440, 5_000, 9_000, noon, 14_000]) {
            await run.goTo(minute);
            await run.preview.frame();
            frames.push(...await framed());
        }
        expect(frames).toEqual([]);
    });

    test('states the consequence and its cause in the largest text of the page, at every moment', async () => {
        run = await RunPage.restore(brightwater, stop, noon);
        const consequence = '2,019 of 27,825 clients cannot scan, for up to 3d 1h';
        expect(await run.headline().textContent()).toBe(consequence);
        await run.preview.page.getByText('Because EURSUP01 (Hamburg) is stopped from 5d to 8d. Affected: EUR, BRE, GOT and 3 more sites. EUR, ANT, GDN and LEH get updates up to 2d 21h later. The 35 other sites are not affected.').waitFor();
        const sizes = await run.preview.page.evaluate(() => Array.from(document.querySelectorAll('body *')).filter(each => each.childElementCount === 0 && each.textContent !== '').map(each => ({ size: Number.parseFloat(getComputedStyle(each).fontSize), isHeadline: each.closest('h1') !== null })));
        expect(sizes.filter(({ isHeadline }) => !isHeadline).every(({ size }) => size < sizes.find(each => each.isHeadline)!.size)).toBe(true);
        await run.goTo(0);
        expect(await run.headline().textContent()).toBe(consequence);
    });

    test('goes to the worst moment on request', async () => {
        run = await RunPage.restore(brightwater, stop, 0);
        await run.button('Go to the Worst Moment').click();
        expect(await run.clock()).toBe('day 7, 20:00');
        expect(await run.site('EUR').textContent()).toContain('1,943 cannot scan');
    });

    test('states that no client is worse off if an outage has no effect', async () => {
        run = await RunPage.restore(brightwater, [{ at: 5 * 1_440, event: 'stop BWSUP02 for 3d' }], noon);
        expect(await run.headline().textContent()).toMatch(/^No client is worse off/);
        expect(await run.button('Go to the Worst Moment').count()).toBe(0);
    });

    test('states that clients are held back if they can scan but get no new updates', async () => {
        run = await RunPage.restore(brightwater, [{ at: 5 * 1_440, event: 'fail Microsoft Update for 3d' }], noon);
        expect(await run.headline().textContent()).toMatch(/^27,825 of 27,825 clients are held back from new updates, for up to [23]d/);
        await run.preview.page.getByText(/^Because Microsoft Update is down from 5d to 8d\. /).waitFor();
    });
});

describe('the headline of a scenario', () => {
    const fjordline = stageExample('scenarios', 'fjordline.sup');

    test('begins with the verdict on the expectations', async () => {
        run = await RunPage.openTime(fjordline);
        await run.selectScenario('WSUS in Oslo listens on other ports than the role says');
        expect(await run.headline().textContent()).toMatch(/^[✓✕] \d+ of \d+ expectations /);
    });

    test('describes the plan as it is without a failure', async () => {
        run = await RunPage.openTime(fjordline);
        expect(await run.headline().textContent()).toBe('Every client can scan while nothing fails');
        await run.preview.page.getByText(/^Without failures, a new update reaches the last client within/).first().waitFor();
        expect(await run.preview.page.getByText(/^The plan has \d+ error/).count()).toBe(0);
    });
});

test('the headline of the plan as it is names clients that never scan', async () => {
    run = await RunPage.openTime(stagePlan({ 'harbour.sup': `${harbour}\nsecondary site LOS "Lost" reports to XXX {\n  clients: 450 intranet\n}\nsecondary site GUL "Gull" reports to CEN {\n  clients: unknown\n}\n` }));
    expect(await run.headline().textContent()).toMatch(/^450 of [\d,]+ clients never scan, although nothing fails$/);
    expect(await run.preview.page.locator('.headline-fail').count()).toBe(1);
    await run.preview.page.getByText('The plan has 6 errors at CEN, OSL, BER, TRD and 2 more, and the run shows their effect.').waitFor();
    expect(await run.site('GUL').textContent()).toContain('?');
});

test('a broken expectation comes first, and leads to its time', async () => {
    const stage = stagePlan({ 'harbour.sup': `${harbour}
scenario "Oslo is down" for 4 days {
    at 1d: stop OSLSUP01
    expect no errors at OSL
    expect CEN synchronized by 1d
}
` });
    run = await RunPage.openTime(stage, { isMotionReduced: true });
    await run.selectScenario('Oslo is down');
    const broken = run.button('✕ 1 of 2 expectations broken');
    await broken.waitFor();
    expect(await run.headline().textContent()).toMatch(/^✕ 1 of 2 expectations broken/);
    expect(await run.preview.page.locator('.headline-fail').count()).toBe(1);
    const before = await run.clock();
    await broken.click();
    await expect.poll(() => run.clock()).not.toBe(before);
    expect(await run.clock()).toMatch(/^day [1-3],/);
});
