import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { root } from '../../scripts/project.mjs';
import { nestedPlan, regionsPlan } from './large-plans.js';
import { Workbench } from './workbench.js';

// The pictures of the preview: those of README and documentation in images/, and every situation in every kind of theme in test-results/preview/, for
// people to look at. `npm run pictures` takes them. They are no test of their own, so other runs leave them out.

const isAsked = process.env['SUP_PICTURES'] !== undefined;

const themes = {
    light: { label: 'Light 2026', kind: 'vs' }, dark: { label: 'Dark 2026', kind: 'vs-dark' }, 'hc-dark': { label: 'Dark High Contrast', kind: 'hc-black' }, 'hc-light': { label: 'Light High Contrast', kind: 'hc-light' }
} as const;

let workbench: Workbench;
const page = (): FrameLocator => workbench.page.frameLocator('iframe.webview.ready').first().frameLocator('#active-frame');
const frame = (): Locator => workbench.page.locator('iframe.webview.ready').first();
const site = (code: string): Locator => page().locator(`[role=treeitem][data-part="site:${code}"]`);
const mode = (name: string): Locator => page().getByRole('radio', { name });

/** Resizes the window until the preview has a size. */
async function resizePreview(width: number, height: number): Promise<void> {
    // The other editor group gets a share of each change.
    for (let i = 0; i < 10; i++) {
        const [box, viewport] = [(await frame().boundingBox())!, workbench.page.viewportSize()!];
        if (Math.abs(box.width - width) < 1 && Math.abs(box.height - height) < 1) {
            break;
        }
        await workbench.page.setViewportSize({ width: Math.round(viewport.width + width - box.width), height: Math.round(viewport.height + height - box.height) });
    }
    // Two frames later, the page has drawn itself in its new size.
    await page().locator('body').evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

async function take(situation: string, names = Object.keys(themes) as readonly (keyof typeof themes)[]): Promise<void> {
    const folder = join(root, 'test-results', 'preview');
    mkdirSync(folder, { recursive: true });
    for (const name of names) {
        await workbench.useTheme(themes[name]);
        await workbench.page.mouse.move(2, 2);
        await frame().screenshot({ path: join(folder, `${situation}-${name}.png`), animations: 'disabled' });
    }
}

/** Plays the plan with EURSUP01 stopped, as two clicks do. */
async function stopServer(): Promise<void> {
    await site('EUR').click({ button: 'right' });
    await page().getByRole('menuitem', { name: 'Stop EURSUP01' }).click();
    await page().getByRole('heading', { level: 1 }).getByText(/clients cannot scan/).waitFor();
    await page().locator('.lane').first().waitFor();
}

/** Replaces texts of a file of the plan, outside of the editor. */
function change(name: string, ...replacements: readonly (readonly [from: string, to: string])[]): void {
    const path = join(workbench.folder, 'brightwater', name);
    writeFileSync(path, replacements.reduce((text, [from, to]) => text.replace(from, to), readFileSync(path, 'utf8')));
}

/** Opens a file in the editor beside the preview, which follows it. */
async function openBeside(name: string, hierarchy: string): Promise<void> {
    await workbench.page.setViewportSize({ width: 1_400, height: 900 });
    await workbench.page.locator('.editor-group-container').first().locator('.tab').first().click();
    await workbench.openFile(name);
    await page().getByRole('heading', { name: hierarchy, exact: true }).waitFor();
}

async function chooseLayer(name: string): Promise<void> {
    await page().getByRole('button', { name: /^Layer/ }).click();
    await page().getByRole('menuitemradio', { name }).click();
}

async function compareWithHead(): Promise<void> {
    await workbench.page.setViewportSize({ width: 1_400, height: 900 });
    await workbench.page.locator('.editor-group-container').first().locator('.tab').first().click();
    await workbench.command('SUP: Compare with…');
    await workbench.page.locator('.quick-input-widget input').fill('HEAD');
    await workbench.page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: 'HEAD' }).waitFor();
    await workbench.page.keyboard.press('Enter');
    await page().getByRole('heading', { name: /compared with main/ }).waitFor();
}

const sizes = [['overview', 1_400, 900], ['side-by-side', 680, 850], ['projector', 1_280, 720]] as const;

const threeDays = 'EURSUP01 stops for three days';

describe.runIf(isAsked)('pictures of the preview', () => {
    beforeAll(async () => {
        workbench = await Workbench.open({ 'nested.sup': nestedPlan(64), 'regions.sup': regionsPlan() }, { examples: true, git: true });
        change('headquarters.sup', ['\ncentral site', `\nscenario "${threeDays}" for 2 weeks {\n  at 5d: stop EURSUP01\n  at 8d: start EURSUP01\n}\n\ncentral site`]);
        await workbench.openFile('headquarters.sup');
        await workbench.page.keyboard.press('Control+B');
        await workbench.command('SUP: Open Preview to the Side');
        await site('BW0').waitFor();
    });
    afterAll(() => workbench.close());

    test('beside the text, for README and documentation', async () => {
        await workbench.useTheme(themes.light);
        await workbench.page.setViewportSize({ width: 1_400, height: 900 });
        await stopServer();
        await workbench.page.mouse.move(2, 2);
        await workbench.page.screenshot({ path: join(root, 'images', 'preview.png'), animations: 'disabled' });
    });

    test.each(sizes)('the plan and a run: %s', async (name, width, height) => {
        await mode('Plan').click();
        await resizePreview(width, height);
        await take(name);
        await mode('Time').click();
        await page().locator('.lane').first().waitFor();
        await take(`${name}-what-if`);
    });

    test.each(sizes)('a scenario at its worst moment: %s', async (name, width, height) => {
        const remove = page().getByRole('button', { name: 'Remove: stop EURSUP01' });
        if (await remove.isVisible()) {
            await remove.click();
        }
        await page().getByLabel('Scenario', { exact: true }).selectOption(threeDays);
        await page().getByText(/^Because EURSUP01 \(Hamburg\) is stopped from 5d to 8d\./).waitFor();
        await page().getByRole('button', { name: 'Go to the Worst Moment' }).click();
        await resizePreview(width, height);
        await take(`${name}-time`);
    });

    test.each([[1_000, 900], [560, 850], [420, 850]])('sites with less room at the worst moment: %d × %d', async (width, height) => {
        await resizePreview(width, height);
        await take(`levels-${width}`, ['light', 'dark']);
    });

    test.each([['problems', 'Problems'], ['ssl', 'SSL'], ['versions', 'Versions'], ['capacity', 'Capacity'], ['if-it-stops', 'If It Stops']])('the layer %s', async (name, label) => {
        await mode('Plan').click();
        await resizePreview(1_400, 900);
        await chooseLayer(label);
        if (name === 'if-it-stops') {
            await page().getByText(/parts were stopped/).waitFor();
        }
        await take(`layer-${name}`);
    });

    test('the details of a site at the right edge', async () => {
        await chooseLayer('None');
        await site('SOU').click();
        await page().getByRole('heading', { name: /^SOU/ }).waitFor();
        await take('details');
        await page().locator('.details').press('Escape');
    });

    test('presented to a room', async () => {
        await resizePreview(1_280, 720);
        await page().getByRole('button', { name: /^More/ }).click();
        await page().getByRole('menuitemcheckbox', { name: 'Present' }).click();
        await take('present');
        await mode('Time').click();
        await page().locator('.lane').first().waitFor();
        await take('present-time');
        await page().getByRole('button', { name: /^More/ }).click();
        await page().getByRole('menuitemcheckbox', { name: 'Present' }).click();
        await mode('Plan').click();
    });

    test('large plans', async () => {
        await mode('Plan').click();
        await openBeside('nested.sup', 'Nested');
        await resizePreview(1_400, 900);
        await take('nested-64-sites');
        await chooseLayer('Problems');
        await take('nested-layer-problems');
        await chooseLayer('None');
        await openBeside('regions.sup', 'Regions');
        await resizePreview(1_140, 790);
        await take('large-plan');
        await site('F00').click({ button: 'right' });
        await page().getByRole('menuitem', { name: 'Stop F00SUP01' }).click();
        await page().getByRole('heading', { level: 1 }).getByText(/clients cannot scan/).waitFor();
        await take('large');
        await mode('Plan').click();
        await openBeside('headquarters.sup', 'Brightwater');
    });

    test('a comparison', async () => {
        change('europe.sup',
            ['clients: 310 intranet', 'clients: 410 intranet'], ['secondary site BRE', 'secondary site BRM'],
            ['secondary site GDN', 'secondary site OSL "Oslo" reports to EUR {\n  release: SP2 R3\n  link: 20 Mbps, 9 ms\n  clients: 120 intranet\n}\n\nsecondary site GDN']);
        await compareWithHead();
        for (const [name, width, height] of sizes) {
            await resizePreview(width, height);
            await take(name === 'overview' ? 'compare' : `compare-${name}`);
        }
    });

    test('an outdated comparison, and one of a site that is moved', async () => {
        change('europe.sup', ['secondary site TAL "Tallinn" reports to EUR', 'secondary site TAL "Tallinn" reports to UKI']);
        await page().getByText('The plan has changed since this comparison').waitFor();
        await resizePreview(1_400, 900);
        await take('compare-outdated');
        await compareWithHead();
        await resizePreview(1_400, 900);
        await page().locator('.site-mark.site-moved').first().waitFor();
        await page().locator('.site-mark.site-former').first().waitFor();
        await take('compare-moved');
        await page().getByRole('button', { name: 'Changes Only' }).click();
        await take('compare-changes-only');
    });
});
