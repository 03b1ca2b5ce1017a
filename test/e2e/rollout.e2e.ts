import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { rolloutExamples } from '../support/rollout-examples.js';
import { writeFiles } from '../support/temp-folder.js';
import { deadline, Workbench } from './workbench.js';

// An administrator plans an upgrade: the plan has the new versions, the last commit the old ones. The steps are walked in the picture, and the
// check list goes to the person at the console.

const [before, after] = rolloutExamples['SP2 with a cluster'];
const fileName = 'elm.sup';
const checkListName = 'elm-rollout.md';

let workbench: Workbench;
beforeAll(async () => {
    workbench = await Workbench.open({ [fileName]: before }, { git: true });
    writeFiles(workbench.folder, { [fileName]: after });
});
afterEach(async ({ task }) => {
    await workbench.picture(`${task.result?.state === 'fail' ? 'FAILED-' : ''}rollout-${task.name.replace(/[^A-Za-z0-9]+/g, '-').toLowerCase()}`);
});
afterAll(() => workbench.close());

/** The preview page: a frame nested in the frame that isolates it from the workbench. */
const page = (): FrameLocator => workbench.page.frameLocator('iframe.webview.ready').first().frameLocator('#active-frame');
const headline = (): Locator => page().getByRole('heading', { level: 1 });
const step = (title: string): Locator => page().getByRole('list', { name: 'Steps' }).getByRole('button', { name: title });
const markedSites = (): Locator => page().locator('[role=treeitem]:has(.site-mark)');

/** Chooses an item of a quick pick with the keyboard, because tooltips may cover the rows. */
async function choose(text: string): Promise<void> {
    await workbench.page.locator('.quick-input-widget input').fill(text);
    await workbench.page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: text }).waitFor();
    await workbench.page.keyboard.press('Enter');
}

test('orders the changes since a Git revision in the Rollout tab', async () => {
    await workbench.openFile(fileName);
    await workbench.command('SUP: Open Preview to the Side');
    await page().locator('[role=treeitem][data-part="site:ELM"]').waitFor();
    await workbench.command('SUP: Compare with…');
    await choose('HEAD');
    await headline().getByText('10 changes since main').waitFor();
    await workbench.picture('rollout-0-comparison');
    await page().getByRole('tab', { name: 'Rollout' }).click();
    await headline().getByText(/^7 steps from main/).waitFor();
    await step('Upgrade WSUS at FIR').waitFor();
});

test('walks the steps, and marks the site that each of them changes', async () => {
    await page().getByRole('button', { name: 'Next Step' }).click();
    await headline().getByText('Step 1 of 7: Upgrade WSUS at ELM').waitFor();
    await expect.poll(() => markedSites().evaluateAll(sites => sites.map(site => site.getAttribute('data-part'))), { timeout: deadline }).toEqual(['site:ELM']);
    await workbench.picture('rollout-1-first-step');
    await page().getByRole('button', { name: 'Next Step' }).click();
    await headline().getByText('Step 2 of 7: Upgrade WSUS at FIR').waitFor();
    await expect.poll(() => markedSites().evaluateAll(sites => sites.map(site => site.getAttribute('data-part'))), { timeout: deadline }).toEqual(['site:FIR']);
    await page().getByText(/^31,000 clients cannot scan for 1h 15m; about \d+ scans fail\.$/).waitFor();
});

test('saves the check list', async () => {
    await page().getByRole('button', { name: 'Save Check List…' }).click();
    const path = workbench.page.locator('.quick-input-widget input');
    await expect.poll(() => path.inputValue(), { timeout: deadline }).toMatch(/\.md$/);
    await workbench.picture('rollout-3-save');
    await path.fill(join(workbench.folder, checkListName));
    await workbench.page.locator('.quick-input-widget').getByText('OK', { exact: true }).click();
    await expect.poll(checkList, { timeout: deadline }).toMatch(/- \[ \] \*\*2\\?\. Upgrade WSUS at FIR \(FIRUPD01, FIRUPD02, FIRSRV01\)\*\*/);
});

function checkList(): string {
    try {
        return readFileSync(join(workbench.folder, checkListName), 'utf8');
    } catch {
        return ''; // the file does not exist yet
    }
}
