import { afterAll, describe, expect, test } from 'vitest';
import { buildScene } from '@sup/picture';
import { assembleHierarchy } from '@sup/model';
import { seriousIn } from '../support/axe.js';
import { editorThemes } from '../support/editor-themes.js';
import { hierarchyOf } from '../support/hierarchy.js';
import { payloads } from '../support/payloads.js';
import { closeBrowser, PreviewPage } from '../support/preview-page.js';
import { byRunLength } from '../support/run-length.js';
import { compared } from './compared-plans.js';
import { contentOf, contentWith, expectQuiet, harbour } from './plans.js';

afterAll(closeBrowser);

describe.each(editorThemes)('the theme %s', theme => {
    test('causes no serious accessibility violations in picture, details, list and comparison', async () => {
        const preview = await PreviewPage.open({ theme, isMotionReduced: true });
        const content = contentOf(harbour);
        await preview.show(content);
        const found = [await seriousIn(preview)];
        await preview.picture(`page-${theme}`);
        await preview.send({ kind: 'select', part: 'site:OSL' });
        await preview.page.getByRole('heading', { name: 'OSL · Oslo' }).waitFor();
        found.push(await seriousIn(preview));
        await preview.picture(`page-selected-${theme}`);
        await preview.send({ kind: 'compare', plans: compared(content.scene, content.scene) });
        await preview.page.getByRole('heading', { name: 'now compared with main' }).waitFor();
        found.push(await seriousIn(preview));
        await preview.picture(`page-compared-${theme}`);
        await preview.page.getByRole('radio', { name: 'List' }).click();
        found.push(await seriousIn(preview));
        expect(found).toEqual([[], [], [], []]);
        await expectQuiet(preview);
        await preview.close();
    });
});

describe('keyboard control', () => {
    test('reaches the tree with one Tab stop and moves through it with the keys of trees', async () => {
        const preview = await PreviewPage.open({ isMotionReduced: true });
        await preview.show(contentOf(harbour));
        const { page } = preview;
        expect(await page.locator('[role=treeitem][tabindex="0"]').count()).toBe(1);
        await page.locator('[role=treeitem][tabindex="0"]').focus();
        const focused = [];
        for (const key of ['ArrowDown', 'ArrowDown', 'ArrowLeft', 'ArrowLeft', 'ArrowDown', 'Home', 'o', 'ArrowRight', 'ArrowRight', 'End']) {
            await page.keyboard.press(key);
            focused.push(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['part']));
        }
        expect(focused.map(part => part?.slice(-3))).toEqual(['STO', 'OSL', 'OSL', 'CEN', 'STO', 'CEN', 'OSL', 'OSL', 'BER', 'TRD']);
        await page.keyboard.press('Enter');
        expect(preview.sent('open')).toEqual([{ kind: 'open', part: 'site:TRD', takesFocus: true }]);
        await expectQuiet(preview);
        await preview.close();
    });

    test('moves through the list, which has the same sites and facts and is filtered by the search', async () => {
        const preview = await PreviewPage.open({ isMotionReduced: true });
        await preview.show(contentOf(harbour));
        const { page } = preview;
        await page.getByRole('radio', { name: 'List' }).click();
        await page.getByRole('row', { name: /BER Bergen secondary 40 clients BERSUP01 replica of OSLSUP01/ }).waitFor();
        expect(await page.getByRole('row').count()).toBe(6);
        await page.getByRole('searchbox').fill('sup01');
        await page.getByText('1 of 4').waitFor();
        expect(await page.getByRole('row').count()).toBe(5);
        await page.getByRole('region', { name: 'Sites' }).focus();
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        // The site with a problem comes first.
        expect(preview.sent('open')).toEqual([{ kind: 'open', part: 'site:OSL', takesFocus: true }]);
        await expectQuiet(preview);
        await preview.close();
    });
});

test('a comparison shows differences and their costs, selects the sites of its entries, and can be ended', async () => {
    const preview = await PreviewPage.open({ isMotionReduced: true });
    const { scene } = contentOf(harbour);
    await preview.show(contentWith(scene));
    await preview.send({ kind: 'compare', plans: compared(scene, contentOf(harbour.slice(0, harbour.indexOf('primary site STO'))).scene) });
    const pane = preview.page.getByRole('complementary', { name: 'Comparison' });
    await pane.getByText('re-installation The site is uninstalled.').waitFor();
    await pane.getByRole('region', { name: 'Consequences of this change' }).getByRole('button', { name: 'Clients: Bergen is gone.' }).waitFor();
    await pane.getByRole('row', { name: /2 days 3 days ▼ worse/ }).waitFor();
    await pane.getByRole('region', { name: '1 change' }).getByRole('button', { name: 'Bergen is gone.' }).click();
    const site = (code: string) => preview.page.locator(`[role=treeitem][data-part="site:${code}"]`);
    expect(await site('OSL').getAttribute('aria-selected')).toBe('true');
    expect(await site('STO').count()).toBe(0);
    await preview.page.getByRole('button', { name: 'Before: main' }).click();
    await site('STO').waitFor();
    await preview.page.getByRole('button', { name: 'End Comparison' }).click();
    await expect.poll(() => preview.sent('end-comparison')).toHaveLength(1);
    await preview.send({ kind: 'compare', plans: undefined });
    await pane.waitFor({ state: 'detached' });
    await expectQuiet(preview);
    await preview.close();
});

test('a comparison with the real hierarchy shows differences and notes, but neither costs nor a rollout', async () => {
    const preview = await PreviewPage.open({ isMotionReduced: true });
    const { scene } = contentOf(harbour);
    await preview.show(contentWith(scene));
    const { comparison, ...plans } = compared(scene, scene, 'STOSUP01 differs.');
    const both = { ...scene, isComparison: true, isReality: true, sites: scene.sites.map((site): typeof site => ({
        ...site, ...site.code === 'STO' ? { mark: { kind: 'differs', lines: ['STOSUP01 differs.'], summary: 'STOSUP01 80, 443 → 8530, 8531' } } : site.code === 'TRD' ? { mark: { kind: 'not-compared', lines: ['not compared: TRD, the link'], summary: '1 value not compared' } } : {}
    })) };
    const change = { kind: 'changed', subject: 'update-point', site: 'STO', host: 'STOSUP01', sentence: 'STOSUP01 differs.', from: '80, 443', to: '8530, 8531', cost: { class: 'none', text: '', source: undefined } } as const;
    const reality = { notes: ['1 value could not be compared, because the plan or the export does not state it.', 'The export is 42 days old.'] };
    await preview.send({ kind: 'compare', plans: { ...plans, both, beforeLabel: 'reality on 2026-11-23', comparison: { ...comparison, changes: [change], findings: { introduced: [], solved: [], unchanged: 0 }, outcome: [] }, reality } });
    await preview.page.getByRole('heading', { name: '1 difference from reality on 2026-11-23' }).waitFor();
    const pane = preview.page.getByRole('complementary', { name: 'Comparison' });
    await pane.getByText('The export is 42 days old.').waitFor();
    expect(await pane.getByRole('img', { name: 'differs' }).count()).toBe(1);
    expect(await pane.getByRole('tab').count()).toBe(0);
    expect(await pane.getByText('Simulated outcome').count()).toBe(0);
    await preview.picture('page-compared-with-reality');
    await preview.page.getByRole('button', { name: 'Differences Only' }).click();
    await preview.page.locator('[role=treeitem][data-part="site:TRD"]').waitFor({ state: 'detached' });
    await preview.page.getByRole('button', { name: 'Reality on 2026-11-23' }).click();
    await preview.page.locator('[role=treeitem][data-part="site:TRD"]').waitFor();
    await expectQuiet(preview);
    await preview.close();
});

test('markup in names and messages stays text everywhere', async () => {
    const preview = await PreviewPage.open({ isMotionReduced: true });
    /** The elements of the page and their active attributes. */
    const structure = (): Promise<string[]> => preview.page.evaluate(() => Array.from(document.body.querySelectorAll('*')).map(element => [element.tagName, ...element.getAttributeNames().filter(name => /^on|href|src$|style/i.test(name))].join(' ')).sort());
    const show = async (text: string): Promise<string[]> => {
        const { sites } = hierarchyOf(harbour);
        const hierarchy = assembleHierarchy(text, sites.map(site => ({ ...site, title: text, servers: site.servers.map(server => ({ ...server, name: text })) })));
        const scene = buildScene(hierarchy, [{ rule: text, severity: 'error', message: text, element: hierarchy.sites[1] }]);
        await preview.show(contentWith(scene), text);
        await preview.send({ kind: 'select', part: 'site:OSL' });
        await preview.frame();
        const withoutComparison = await structure();
        await preview.send({ kind: 'compare', plans: compared(scene, scene, text) });
        await preview.frame();
        const withComparison = await structure();
        await preview.send({ kind: 'compare', plans: undefined });
        await preview.frame();
        return [...withoutComparison, ...withComparison];
    };
    const plain = await show('name');
    for (const payload of payloads.filter((_, i) => i % byRunLength({ short: 3, long: 1 }) === 0)) {
        expect(await show(payload), payload).toEqual(plain);
    }
    await expectQuiet(preview);
    await preview.close();
});
