import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { deadline, Workbench } from './workbench.js';

// An administrator imports an export, and sees the plan and its first mistakes.

let workbench: Workbench;
beforeAll(async () => {
    workbench = await Workbench.open({ 'exports/export.json': readFileSync(new URL('../import/samples/json/01-four-sites.json', import.meta.url), 'utf8') });
});
afterEach(async ({ task }) => {
    await workbench.picture(`${task.result?.state === 'fail' ? 'FAILED-' : ''}import-${task.name.replace(/[^A-Za-z0-9]+/g, '-').toLowerCase()}`);
});
afterAll(() => workbench.close());

const layout = (): Locator => workbench.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'One file' }).first();

/** Enters a path into the dialog for files. Retries, because the dialog replaces its path while it still reads the folder. */
async function chooseFile(path: string): Promise<void> {
    const input = workbench.page.locator('.quick-input-widget input').first();
    for (const end = Date.now() + deadline; Date.now() < end;) {
        await input.fill(path);
        await input.press('Enter');
        if (await layout().waitFor({ timeout: 5_000 }).then(() => true, () => false)) {
            return;
        }
    }
    throw new Error(`The dialog does not accept ${path}.`);
}

test('shows the plan of an export, writes it after consent, and lists its problems', async () => {
    const { page, folder } = workbench;
    await workbench.command('SUP: Import a Hierarchy');
    await chooseFile(join(folder, 'exports/export.json'));
    await layout().click();
    const consent = page.locator('.notification-toast').getByRole('button', { name: 'Write', exact: true });
    await consent.waitFor();
    await page.locator('.view-line').filter({ hasText: 'central site NV0' }).first().waitFor();
    await workbench.picture('import-shown');
    await consent.click();
    await page.locator('.tab.active[data-resource-name="nordvik.sup"]').waitFor();
    await workbench.problems('Windows 7 is synchronized').first().waitFor();
    expect(readFileSync(join(folder, 'nordvik.sup'), 'utf8')).toContain('central site NV0 "Headquarters" {\n  release: SP2 R2\n');
});

test('opens a copy of the export script', async () => {
    await workbench.command('SUP: Get the Export Script');
    await workbench.page.locator('.view-line').filter({ hasText: 'Exports the sites, software update points' }).first().waitFor();
});
