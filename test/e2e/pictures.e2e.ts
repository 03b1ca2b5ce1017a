import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { root } from '../../scripts/project.mjs';
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

async function take(situation: string): Promise<void> {
    const folder = join(root, 'test-results', 'preview');
    mkdirSync(folder, { recursive: true });
    for (const [name, theme] of Object.entries(themes)) {
        await workbench.useTheme(theme);
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

describe.runIf(isAsked)('pictures of the preview', () => {
    beforeAll(async () => {
        workbench = await Workbench.open({}, { examples: true, git: true });
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

    test.each([['overview', 1_400, 900], ['side-by-side', 680, 850], ['projector', 1_280, 720]])('the plan and a run: %s', async (name, width, height) => {
        await mode('Plan').click();
        await resizePreview(width, height);
        await take(name);
        await mode('Time').click();
        await page().locator('.lane').first().waitFor();
        await take(`${name}-time`);
    });

    test('a layer', async () => {
        await mode('Plan').click();
        await resizePreview(1_400, 900);
        await page().getByRole('button', { name: /^Layer/ }).click();
        await page().getByRole('menuitemradio', { name: 'If It Stops' }).click();
        await page().getByText(/parts were stopped/).waitFor();
        await take('layer-if-it-stops');
    });

    test('a comparison', async () => {
        await workbench.page.setViewportSize({ width: 1_400, height: 900 });
        await workbench.page.locator('.editor-group-container').first().locator('.tab').first().click();
        await workbench.openFile('europe.sup');
        await workbench.goTo('secondary site ANT');
        await workbench.page.keyboard.press('Home');
        await workbench.page.keyboard.type('// ');
        await workbench.command('SUP: Compare with…');
        await workbench.page.locator('.quick-input-widget input').fill('HEAD');
        await workbench.page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: 'HEAD' }).waitFor();
        await workbench.page.keyboard.press('Enter');
        await page().getByRole('heading', { name: /compared with main/ }).waitFor();
        await resizePreview(1_400, 900);
        await take('compare');
    });
});
