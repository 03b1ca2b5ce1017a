import type { Scene } from '@sup/picture';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { measureContrast, type WeakContrast } from '../support/contrast.js';
import { closeBrowser, type PageOptions, PreviewPage } from '../support/preview-page.js';
import { stageExample } from '../support/stage.js';
import { compared } from './compared-plans.js';
import { contentOf, harbour } from './plans.js';
import { RunPage } from './run-page.js';

// The contrast of everything that is drawn, in every theme that comes with the editor, measured in the page.

let preview: PreviewPage;
afterEach(() => preview.close());
afterAll(closeBrowser);

const brightwater = stageExample('brightwater', 'headquarters.sup');
const noon = 7 * 1_440 + 720;

async function open(options: PageOptions = {}): Promise<void> {
    preview = await PreviewPage.open({ isMotionReduced: true, width: 1_400, height: 900, respond: request => brightwater.respond(request), ...options });
    await preview.show(brightwater.content, 'headquarters.sup');
    await preview.page.getByRole('treeitem').first().waitFor();
}

/** The colors that are too weak, by theme. */
async function weakInThemes(least: number): Promise<Record<string, readonly WeakContrast[]>> {
    const results = Object.entries(await measureContrast(preview.page));
    expect(results.filter(([, { measured }]) => measured < least)).toEqual([]);
    return Object.fromEntries(results.flatMap(([theme, { weak }]) => weak.length > 0 ? [[theme, weak]] : []));
}

// Texts need a contrast of 4.5, signs and outlines one of 3.
describe('the contrast', () => {
    test('the plan with its problems and the details can be read in every theme', async () => {
        await open();
        await preview.send({ kind: 'select', part: 'site:BRE' });
        await preview.page.getByRole('heading', { name: /^BRE/ }).waitFor();
        expect(await weakInThemes(300)).toEqual({});
    });

    const stop = [{ at: 5 * 1_440, event: 'stop EURSUP01 for 3d' }];

    test('a run whose clients cannot scan or are held back and its strips can be read in every theme', async () => {
        ({ preview } = await RunPage.restore(brightwater, stop, noon));
        await preview.page.locator('.lane').first().waitFor();
        expect(await weakInThemes(250)).toEqual({});
    });

    test('the log of a run can be read in every theme', async () => {
        const page = await RunPage.restore(brightwater, stop, noon);
        ({ preview } = page);
        await page.button('Log').click();
        await preview.page.locator('.log-line').first().waitFor();
        expect(await weakInThemes(200)).toEqual({});
    });

    test('a comparison can be read in every theme', async () => {
        await open();
        const { scene } = contentOf(harbour);
        await preview.send({ kind: 'compare', plans: compared(scene, scene) });
        await preview.page.getByRole('heading', { name: 'now compared with main' }).waitFor();
        expect(await weakInThemes(30)).toEqual({});
    });

    test.each(['both', 'reality'])('a comparison with reality can be read in every theme: %s', async side => {
        await open();
        const { scene } = contentOf(harbour);
        const kinds = ['differs', 'not-found', 'not-planned', 'not-compared', 'moved'] as const;
        const both: Scene = { ...scene, isReality: true, sites: scene.sites.map((site, i) => ({ ...site, unknowns: ['mode'], mark: { kind: kinds[i]!, lines: ['ports: 80 → 8530'], summary: '80 → 8530' } })) };
        const real: Scene = { ...scene, sites: scene.sites.map(site => ({ ...site, unknowns: ['mode'], servers: site.servers.map(server => ({ ...server, isUncertain: true })) })) };
        await preview.send({ kind: 'compare', plans: { ...compared(real, scene), both, beforeLabel: 'reality on 2026-11-23', reality: { notes: ['3 values could not be compared.'] } } });
        await preview.page.locator('.site-not-compared').first().waitFor();
        if (side === 'reality') {
            await preview.page.getByRole('button', { name: 'Reality on 2026-11-23' }).click();
            await preview.page.locator('.server-uncertain').first().waitFor();
            const fills = await preview.page.locator('.sup-picture :is(tspan, text)').filter({ hasText: /^\?$/ }).evaluateAll(marks => marks.map(mark => getComputedStyle(mark).fill));
            const [grey] = await preview.page.locator('.server-uncertain').first().evaluateAll(names => names.map(name => getComputedStyle(name).fill));
            expect(fills.length).toBeGreaterThan(real.sites.length);
            expect(new Set(fills)).toEqual(new Set([grey]));
        }
        expect(await weakInThemes(30)).toEqual({});
    });

    test.each(['Capacity', 'SSL', 'If It Stops'])('the layer %s can be read in every theme', async layer => {
        await open();
        await preview.page.getByRole('button', { name: /^Layer/ }).click();
        await preview.page.getByRole('menuitemradio', { name: layer, exact: true }).click();
        await preview.page.locator('.sup-picture').getByText(/^(Share of|Clients scan over|Client-hours)/).first().waitFor();
        expect(await weakInThemes(250)).toEqual({});
    });

    test('the list of sites can be read in every theme', async () => {
        await open();
        await preview.page.getByRole('radio', { name: 'List' }).click();
        await preview.page.getByRole('row').nth(2).click();
        expect(await weakInThemes(100)).toEqual({});
    });
});
