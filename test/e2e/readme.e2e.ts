import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/project.mjs';
import { deadline, Workbench } from './workbench.js';

// The tours of README, step by step, with their pictures. `npm run pictures` walks them; other runs leave them out.

const takesPictures = process.env['SUP_PICTURES'] !== undefined;

let workbench: Workbench;

const preview = (): FrameLocator => workbench.page.frameLocator('iframe.webview.ready').first().frameLocator('#active-frame');
const site = (code: string): Locator => preview().locator(`[role=treeitem][data-part="site:${code}"]`);
const line = (text: string): Locator => workbench.page.locator('.view-line').filter({ hasText: text });
const squiggles = (): Locator => workbench.page.locator('.monaco-editor .squiggly-error');

async function take(name: string): Promise<void> {
    await workbench.page.screenshot({ path: join(root, 'images', `${name}.png`), animations: 'disabled' });
}

describe.runIf(takesPictures)('the tours of README', () => {
    beforeAll(async () => {
        workbench = await Workbench.open({}, { examples: true });
        await workbench.useTheme({ label: 'Light 2026', kind: 'vs' });
    });
    afterAll(() => workbench.close());

    test('fix your first mistake', async () => {
        await workbench.openFile('synchronization.sup');
        await workbench.showProblems();
        // Problems of files that are not open are listed too.
        await workbench.problems('hierarchy.sup').first().waitFor();
        await workbench.filterProblems('BERSUP01');
        const problem = workbench.problems('secondary-sup-not-replica');
        await problem.waitFor();
        await workbench.goTo('replica: no');
        await workbench.page.keyboard.press('Control+K');
        await workbench.page.keyboard.press('Control+I');
        await workbench.page.locator('.monaco-hover:not(.hidden)').filter({ hasText: 'BERSUP01' }).first().waitFor();
        await take('screenshot');
        await workbench.page.keyboard.press('Escape');
        await workbench.takeFix('Leave `replica` to Configuration Manager');
        await problem.waitFor({ state: 'detached' });
        await workbench.filterProblems('');
        await workbench.command('View: Hide Panel');
    });

    test('review your first plan', async () => {
        await workbench.openFile('headquarters.sup');
        await workbench.page.keyboard.press('Control+B');
        await workbench.page.keyboard.press('Control+K');
        await workbench.page.keyboard.press('V');
        await site('EUR').waitFor();
        await site('UKI').click();
        await line('primary site UKI').waitFor();
        await workbench.page.locator('.editor-group-container').first().locator('.tab[data-resource-name="headquarters.sup"]').click();
        await workbench.goTo('central site BW0');
        await expect.poll(() => site('BW0').getAttribute('aria-selected'), { timeout: deadline }).toBe('true');
        await site('EUR').click({ button: 'right' });
        await preview().getByRole('menuitem', { name: 'Stop EURSUP01' }).click();
        await preview().getByRole('heading', { level: 1 }).getByText(/^4,\d+ of 27,825 clients cannot scan, for at least \d+d/).waitFor();
        await preview().getByText(/^Because EURSUP01 \(Hamburg\) is stopped from 7d on\./).waitFor();
        await preview().locator('.lane').first().waitFor();
        await preview().getByRole('button', { name: 'Save as Scenario' }).click();
        await line('scenario "What if: EURSUP01 stops"').waitFor();
        await workbench.command('View: Close All Editors');
        await workbench.page.locator('.monaco-dialog-box').getByRole('button', { name: /Don.t Save/ }).click({ timeout: 5_000 }).catch(() => undefined);
    });

    test('run your first scenario', async () => {
        const title = 'Microsoft Update is out of reach for two days';
        const changed = 'at 6d 5h: set BERSUP01 ports to 8530, 8531';
        expect(readFileSync(join(workbench.folder, 'scenarios', 'failures.sup'), 'utf8')).toContain(changed);
        await workbench.openFile('failures.sup');
        await workbench.command('Testing: Focus on Test Explorer View');
        await workbench.goTo('Microsoft Update is out');
        await workbench.page.locator('.codelens-decoration').filter({ has: workbench.page.locator('a') }).first().waitFor();
        // Each scenario has a lens directly above it, so that of this one is the last above its line.
        const header = await line(title).boundingBox();
        const lenses = workbench.page.locator('.codelens-decoration a').getByText('Run', { exact: true });
        const boxes = await Promise.all((await lenses.all()).map(each => each.boundingBox()));
        const above = boxes.findLastIndex(box => box !== null && box.y < header!.y);
        await lenses.nth(above).click();
        const row = (text: string, state: 'passed' | 'failed'): Locator => workbench.page.locator('.test-explorer .monaco-list-row').filter({ hasText: text }).filter({ has: workbench.page.locator(`.codicon-testing-${state}-icon`) });
        await row(title, 'passed').waitFor();
        expect(await squiggles().count()).toBe(0);
        await workbench.openFile('failures.sup');
        await workbench.goTo(changed);
        await workbench.page.keyboard.press('Control+Shift+K');
        await row(title, 'failed').waitFor();
        await expect.poll(() => squiggles().count(), { timeout: deadline }).toBeGreaterThanOrEqual(2);
        await workbench.goTo('BER matches OSL by 10d');
        await workbench.command('Test: Peek Output');
        await workbench.page.locator('.test-output-peek').filter({ hasText: 'What led to it' }).waitFor();
        await take('scenario');
    });
});
