import type { FrameLocator, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { deadline, Workbench } from './workbench.js';

// A design review: the room looks at the screen, sees the hierarchy and what is wrong with it, and asks what happens if a server dies.

let workbench: Workbench;
beforeAll(async () => {
    workbench = await Workbench.open({}, { examples: true });
});
afterEach(async ({ task }) => {
    await workbench.picture(`${task.result?.state === 'fail' ? 'FAILED-' : ''}preview-${task.name.replace(/[^A-Za-z0-9]+/g, '-').toLowerCase()}`);
});
afterAll(() => workbench.close());

/** The preview's page: a frame within the frame that keeps it apart from the workbench. */
const page = (): FrameLocator => workbench.page.frameLocator('iframe.webview.ready').first().frameLocator('#active-frame');
const site = (code: string): Locator => page().locator(`[role=treeitem][data-part="site:${code}"]`);

describe('the preview in a real VS Code', () => {
    test('shows every site of a large hierarchy beside its text', async () => {
        await workbench.openFile('headquarters.sup');
        await workbench.command('SUP: Open Preview to the Side');
        await site('BW0').waitFor();
        await expect.poll(() => page().locator('[role=treeitem]').count(), { timeout: deadline }).toBe(44);
    });

    test('leads from a site to its text', async () => {
        await site('EUR').click();
        await workbench.page.locator('.tab.active').filter({ hasText: '.sup' }).first().waitFor();
        await workbench.page.locator('.view-line').filter({ hasText: 'primary site EUR' }).first().waitFor();
    });

    test('follows the text cursor', async () => {
        await workbench.page.locator('.editor-instance .view-lines').first().click(); // or the file would open over the preview
        await workbench.openFile('americas.sup');
        await workbench.goTo('secondary site HOU');
        await page().getByRole('heading', { name: /^HOU/ }).waitFor();
    });

    test('says in two clicks what happens if a server dies', async () => {
        await site('EUR').click({ button: 'right' });
        await page().getByRole('menuitem', { name: 'Stop EURSUP01' }).click();
        await page().locator('.difference').getByText(/cannot scan/).first().waitFor();
        await page().locator('.lane').first().waitFor();
    });

    test('writes what was asked into the file, as a scenario', async () => {
        await page().getByRole('button', { name: 'Save as Scenario' }).click();
        await workbench.page.locator('.view-line').filter({ hasText: 'What if: EURSUP01 stops' }).first().waitFor();
    });
});
