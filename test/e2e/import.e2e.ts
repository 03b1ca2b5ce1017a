import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { deadline, Workbench } from './workbench.js';

// An administrator imports an export, and sees the plan and its first mistakes.

let workbench: Workbench;
const exported = readFileSync(new URL('../import/samples/json/01-four-sites.json', import.meta.url), 'utf8');

beforeAll(async () => {
    workbench = await Workbench.open({
        'exports/export.json': exported,
        'exports/old.json': exported.replace('2026-11-23T08:15', '2025-11-23T08:15'),
        'exports/half.json': exported.slice(0, exported.length / 2),
        'exports/sites.xlsx': 'PK\u0003\u0004 xl/worksheets/sheet1.xml',
        'exports/other.json': readFileSync(new URL('../import/samples/json/04-nlb.json', import.meta.url), 'utf8')
    });
});
afterEach(async ({ task }) => {
    await workbench.picture(`${task.result?.state === 'fail' ? 'FAILED-' : ''}import-${task.name.replace(/[^A-Za-z0-9]+/g, '-').toLowerCase()}`);
});
afterAll(() => workbench.close());

const notification = (text: string | RegExp): Locator => workbench.page.locator('.notification-toast').filter({ hasText: text });

const layout = (): Locator => workbench.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'One file' }).first();

/** Enters a path into the dialog for files, until the next step shows. Retries, because the dialog replaces its path while it still reads the folder. */
async function chooseFile(path: string, next: Locator): Promise<void> {
    const input = workbench.page.locator('.quick-input-widget input').first();
    for (const end = Date.now() + deadline; Date.now() < end;) {
        if (await input.isVisible()) {
            await input.fill(path);
            await input.press('Enter');
        }
        if (await next.waitFor({ timeout: 5_000 }).then(() => true, () => false)) {
            return;
        }
    }
    throw new Error(`The dialog does not accept ${path}.`);
}

test('shows the plan of an export, writes it after consent, and lists its problems', async () => {
    const { page, folder } = workbench;
    await workbench.command('SUP: Import a Hierarchy');
    await chooseFile(join(folder, 'exports/export.json'), layout());
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

test('states what to do with a workbook', async () => {
    await workbench.command('Notifications: Clear All Notifications');
    await workbench.command('SUP: Import a Hierarchy');
    await chooseFile(join(workbench.folder, 'exports/sites.xlsx'), layout());
    await layout().click();
    await notification('Nothing was imported: sites.xlsx could not be read: it is a workbook of Excel or an archive; save its sheet as CSV, and use that file').first().waitFor();
});

/** Replaces a text of the open plan. The widget that finds the text may still be open after it was closed, and would take the new text. */
async function replaceText(from: string, to: string): Promise<void> {
    const { page } = workbench;
    await workbench.goTo(from);
    await page.locator('.find-widget.visible').waitFor({ state: 'hidden', timeout: 3_000 }).catch(() => page.keyboard.press('Escape'));
    await page.locator('.find-widget.visible').waitFor({ state: 'hidden' });
    await page.keyboard.type(to);
}

/** Compares the open plan with an export, and waits for the message about it. */
async function compareWith(name: string, message: string | RegExp): Promise<Locator> {
    const { page, folder } = workbench;
    await workbench.command('Notifications: Clear All Notifications');
    await page.locator('.tab[data-resource-name="nordvik.sup"]').click();
    await workbench.command('SUP: Compare with Reality');
    await chooseFile(join(folder, 'exports', name), notification(message).first());
    await workbench.picture(`reality-${name.replace('.json', '')}`);
    return notification(message).first();
}

test('compares the plan with the export, shows a difference at its line, and takes it over', async () => {
    const { page } = workbench;
    await page.locator('.tab[data-resource-name="nordvik.sup"]').click();
    await replaceText('ports: 80, 443', 'ports: 8530, 8531');
    const found = await compareWith('export.json', 'The plan differs from the export (2026-11-23) in 1 place.');
    await found.getByRole('button', { name: 'Show Problems' }).click();
    await workbench.problems('planned 8530, 8531; 80, 443 on 2026-11-23').first().waitFor();
    await workbench.picture('reality-problems');
    await workbench.problems('planned 8530, 8531; 80, 443 on 2026-11-23').first().dblclick();
    await workbench.takeFix('Take over `80, 443` from reality');
    await workbench.problems('planned 8530, 8531; 80, 443').first().waitFor({ state: 'hidden' });
    await workbench.picture('reality-taken-over');
});

test('draws the comparison beside the plan', async () => {
    const { page } = workbench;
    await replaceText('ports: 80, 443', 'ports: 8530, 8531');
    const found = await compareWith('export.json', 'The plan differs from the export (2026-11-23) in 1 place.');
    await found.getByRole('button', { name: 'Show Picture' }).click();
    const preview = page.frameLocator('iframe.webview.ready').first().frameLocator('#active-frame');
    await preview.getByRole('heading', { name: '1 difference from reality on 2026-11-23' }).waitFor();
    await workbench.picture('reality-both');
    await preview.getByRole('button', { name: 'Reality on 2026-11-23' }).click();
    await preview.locator('.site-differs').waitFor({ state: 'detached' });
});

test('replaces the picture when the plan is compared with another export', async () => {
    await compareWith('old.json', /the export is [0-9,]+ days old \(2025-11-23\)/i);
    const preview = workbench.page.frameLocator('iframe.webview.ready').first().frameLocator('#active-frame');
    await preview.getByRole('heading', { name: '1 difference from reality on 2025-11-23' }).waitFor();
});

test('states that an export is old, and why a file cannot be compared', async () => {
    await compareWith('old.json', /the export is [0-9,]+ days old \(2025-11-23\)/i);
    await compareWith('half.json', /The plan could not be compared: half\.json/);
    await compareWith('other.json', 'the files describe another hierarchy');
});

test('opens a copy of the export script', async () => {
    await workbench.command('SUP: Get the Export Script');
    await workbench.page.locator('.view-line').filter({ hasText: 'Exports the sites, software update points' }).first().waitFor();
});
