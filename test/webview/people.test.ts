import { afterAll, describe, expect, test } from 'vitest';
import { buildScene, type Scene } from '@sup/picture';
import { assembleHierarchy } from '@sup/model';
import type { ComparedPlans } from '@sup/protocol/preview';
import { seriousIn } from '../support/axe.js';
import { editorThemes } from '../support/editor-themes.js';
import { hierarchyOf } from '../support/hierarchy.js';
import { payloads } from '../support/payloads.js';
import { closeBrowser, PreviewPage } from '../support/preview-page.js';
import { contentOf, contentWith, expectQuiet, harbour } from './plans.js';

afterAll(closeBrowser);

function compared(before: Scene, after: Scene, text = 'Bergen is gone.'): ComparedPlans {
    return {
        beforeLabel: 'main', afterLabel: 'now', before, after, both: after,
        comparison: {
            verdict: text,
            changes: [
                { kind: 'removed', subject: 'site', site: 'OSL', host: undefined, sentence: text, from: undefined, to: undefined, cost: { class: 're-installation', text: 'The site is uninstalled.', source: 'How to Remove a Site' } },
                { kind: 'consequence', subject: 'clients', site: 'STO', host: undefined, sentence: `Clients: ${text}`, from: undefined, to: undefined, cost: { class: 'none', text: 'It follows.', source: undefined } }
            ],
            findings: { introduced: [{ rule: 'a-rule', severity: 'error', site: 'OSL', host: undefined, message: text }], solved: [], unchanged: 3 },
            outcome: [{ what: text, before: '2 days', after: '3 days', isBetter: false }]
        }
    };
}

describe.each(editorThemes)('in the theme %s', theme => {
    test('an accessibility checker finds nothing serious in picture, details, list and comparison', async () => {
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
        await preview.page.getByRole('button', { name: 'List Instead of Picture' }).click();
        found.push(await seriousIn(preview));
        expect(found).toEqual([[], [], [], []]);
        await expectQuiet(preview);
        await preview.close();
    });
});

describe('by keyboard', () => {
    test('the tree is one stop of the Tab key, and is walked through by the keys of trees', async () => {
        const preview = await PreviewPage.open({ isMotionReduced: true });
        await preview.show(contentOf(harbour));
        const { page } = preview;
        expect(await page.locator('[role=treeitem][tabindex="0"]').count()).toBe(1);
        await page.locator('[role=treeitem][tabindex="0"]').focus();
        const walked = [];
        for (const key of ['ArrowDown', 'ArrowDown', 'ArrowLeft', 'ArrowLeft', 'ArrowDown', 'Home', 'o', 'ArrowRight', 'ArrowRight', 'End']) {
            await page.keyboard.press(key);
            walked.push(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['part']));
        }
        expect(walked.map(part => part?.slice(-3))).toEqual(['OSL', 'BER', 'OSL', 'OSL', 'STO', 'CEN', 'OSL', 'OSL', 'BER', 'STO']);
        await page.keyboard.press('Enter');
        expect(preview.sent('open')).toEqual([{ kind: 'open', part: 'site:STO', takesFocus: true }]);
        await expectQuiet(preview);
        await preview.close();
    });

    test('the list has the same sites and facts, and is filtered by what is looked for', async () => {
        const preview = await PreviewPage.open({ isMotionReduced: true });
        await preview.show(contentOf(harbour));
        const { page } = preview;
        await page.getByRole('button', { name: 'List Instead of Picture' }).click();
        await page.getByRole('row', { name: /BER Bergen secondary 40 clients BERSUP01 replica of OSLSUP01/ }).waitFor();
        expect(await page.getByRole('row').count()).toBe(6);
        await page.getByRole('searchbox').fill('sup01');
        await page.getByText('1 of 4').waitFor();
        expect(await page.getByRole('row').count()).toBe(5);
        await page.getByRole('region', { name: 'Sites' }).focus();
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        expect(preview.sent('open')).toEqual([{ kind: 'open', part: 'site:OSL', takesFocus: true }]);
        await expectQuiet(preview);
        await preview.close();
    });
});

test('a comparison says what is different and what it takes; its entries lead to their sites, and it ends', async () => {
    const preview = await PreviewPage.open({ isMotionReduced: true });
    const { scene } = contentOf(harbour);
    await preview.show(contentWith(scene));
    await preview.send({ kind: 'compare', plans: compared(scene, contentOf(harbour.slice(0, harbour.indexOf('primary site STO'))).scene) });
    const pane = preview.page.getByRole('complementary', { name: 'Comparison' });
    await pane.getByText('re-installation The site is uninstalled.').waitFor();
    await pane.getByRole('region', { name: 'What follows from it' }).getByRole('button', { name: 'Clients: Bergen is gone.' }).waitFor();
    await pane.getByRole('row', { name: /2 days 3 days ▼ worse/ }).waitFor();
    await pane.getByRole('region', { name: '1 change' }).getByRole('button', { name: 'Bergen is gone.' }).click();
    const site = (code: string) => preview.page.locator(`[role=treeitem][data-part="site:${code}"]`);
    expect(await site('OSL').getAttribute('aria-selected')).toBe('true');
    expect(await site('STO').count()).toBe(0);
    await pane.getByRole('button', { name: 'Before: main' }).click();
    await site('STO').waitFor();
    await pane.getByRole('button', { name: 'End comparison' }).click();
    await expect.poll(() => preview.sent('end-comparison')).toHaveLength(1);
    await preview.send({ kind: 'compare', plans: undefined });
    await pane.waitFor({ state: 'detached' });
    await expectQuiet(preview);
    await preview.close();
});

test('texts that would be more than text are text everywhere', async () => {
    const preview = await PreviewPage.open({ isMotionReduced: true });
    /** The elements of the page by name, and what they have of attributes that do something. */
    const structure = (): Promise<string[]> => preview.page.evaluate(() => Array.from(document.body.querySelectorAll('*')).map(element => [element.tagName, ...element.getAttributeNames().filter(name => /^on|href|src$|style/i.test(name))].join(' ')).sort());
    const show = async (text: string): Promise<string[]> => {
        const { sites } = hierarchyOf(harbour);
        const hierarchy = assembleHierarchy(text, sites.map(site => ({ ...site, title: text, servers: site.servers.map(server => ({ ...server, name: text })) })));
        const scene = buildScene(hierarchy, [{ rule: text, severity: 'error', message: text, element: hierarchy.sites[1] }]);
        await preview.show(contentWith(scene), text);
        await preview.send({ kind: 'select', part: 'site:OSL' });
        await preview.frame();
        const here = await structure();
        await preview.send({ kind: 'compare', plans: compared(scene, scene, text) });
        await preview.frame();
        const there = await structure();
        await preview.send({ kind: 'compare', plans: undefined });
        await preview.frame();
        return [...here, ...there];
    };
    const plain = await show('name');
    for (const payload of payloads) {
        expect(await show(payload), payload).toEqual(plain);
    }
    await expectQuiet(preview);
    await preview.close();
});
