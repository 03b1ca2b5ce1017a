import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { deadline, Workbench } from './workbench.js';

// A design review: the room looks at the screen, sees the hierarchy and what is wrong with it, asks what happens if a server dies, what has
// changed since it was last here, and takes something away.

let workbench: Workbench;
/** What the browser held back, or could not do, in the pages of previews. */
const complaints: string[] = [];
beforeAll(async () => {
    workbench = await Workbench.open({}, { examples: true, git: true });
    workbench.page.on('console', message => {
        if (['error', 'warning'].includes(message.type()) && /dist\/preview|data-document/.test(`${message.location().url} ${message.text()}`)) {
            complaints.push(message.text());
        }
    });
});
afterEach(async ({ task }) => {
    await workbench.picture(`${task.result?.state === 'fail' ? 'FAILED-' : ''}preview-${task.name.replace(/[^A-Za-z0-9]+/g, '-').toLowerCase()}`);
});
afterAll(() => workbench.close());

/** The preview's page: a frame within the frame that keeps it apart from the workbench. */
const page = (): FrameLocator => workbench.page.frameLocator('iframe.webview.ready').first().frameLocator('#active-frame');
const site = (code: string): Locator => page().locator(`[role=treeitem][data-part="site:${code}"]`);
const line = (text: string): Locator => workbench.page.locator('.view-line').filter({ hasText: text }).first();
/** Chooses from a list that the editor offers: by the keyboard, for tooltips may lie over the rows. */
async function choose(text: string): Promise<void> {
    await workbench.page.locator('.quick-input-widget input').fill(text);
    await workbench.page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: text }).waitFor();
    await workbench.page.keyboard.press('Enter');
}

/** Opens a file beside the preview, not over it. */
async function openText(name: string): Promise<void> {
    await workbench.page.locator('.editor-group-container').first().locator('.tab').first().click();
    await workbench.openFile(name);
}

describe('the preview in a real VS Code', () => {
    test('shows every site of a large hierarchy beside its text', async () => {
        await workbench.openFile('headquarters.sup');
        await workbench.command('SUP: Open Preview to the Side');
        await site('BW0').waitFor();
        await expect.poll(() => page().locator('[role=treeitem]').count(), { timeout: deadline }).toBe(44);
    });

    test('leads from a site to its text', async () => {
        await site('EUR').click();
        await line('primary site EUR').waitFor();
    });

    test('follows the text cursor', async () => {
        await openText('americas.sup');
        await workbench.goTo('secondary site HOU');
        await page().getByRole('heading', { name: /^HOU/ }).waitFor();
    });

    test('says in two clicks what happens if a server dies', async () => {
        await site('EUR').click({ button: 'right' });
        await page().getByRole('menuitem', { name: 'Stop EURSUP01' }).click();
        await page().locator('.difference').getByText(/clients cannot scan/).first().waitFor();
        await page().locator('.lane').first().waitFor();
    });

    test('plays the run, and shows it at every moment', async () => {
        const clock = page().getByLabel('Moment', { exact: true });
        const before = await clock.textContent();
        await page().getByRole('button', { name: 'Play' }).click();
        await expect.poll(() => clock.textContent(), { timeout: deadline }).not.toBe(before);
        await page().getByRole('button', { name: 'Pause' }).click();
        await page().getByRole('button', { name: 'To the End' }).click();
        await page().locator('.overlay .outage').waitFor();
    });

    test('writes what was asked into the file, as a scenario', async () => {
        await page().getByRole('button', { name: 'Save as Scenario' }).click();
        await line('scenario "What if: EURSUP01 stops"').waitFor();
        await line('at 7d: stop EURSUP01').waitFor();
        await expect.poll(() => page().getByLabel('What is played').locator('option').allTextContents(), { timeout: deadline }).toContain('What if: EURSUP01 stops');
    });

    test('compares the plan with what Git has', async () => {
        await openText('europe.sup');
        await workbench.goTo('secondary site ANT');
        await workbench.page.keyboard.press('Home');
        await workbench.page.keyboard.type('// ');
        await workbench.command('SUP: Compare with…');
        await choose('HEAD');
        await page().getByRole('heading', { name: /compared with main/ }).waitFor();
        await page().locator('.changes').getByText('Site ANT (Antwerp) is removed').waitFor();
        await page().locator('.site-mark.site-removed').waitFor();
        await page().getByRole('button', { name: 'End comparison' }).click();
        await page().getByRole('heading', { name: /compared with/ }).waitFor({ state: 'detached' });
    });

    test('exports the picture', async () => {
        await workbench.command('SUP: Export…');
        await choose('SVG');
        const path = workbench.page.locator('.quick-input-widget input');
        await expect.poll(() => path.inputValue(), { timeout: deadline }).toMatch(/\.svg$/);
        await path.fill(join(workbench.folder, 'review.svg'));
        await workbench.page.locator('.quick-input-widget').getByText('OK', { exact: true }).click();
        await expect.poll(() => read('review.svg'), { timeout: deadline }).toMatch(/^<svg [\s\S]*EURSUP01/);
    });
});

describe('the preview of a plan with mistakes', () => {
    test('shows each at its site, and mends it', async () => {
        await openText('roles.sup');
        await workbench.command('SUP: Open Preview to the Side');
        await page().locator('[role=treeitem]:has([data-problems])').first().click();
        const rules = page().locator('.problems .rule-id');
        await rules.first().waitFor();
        const mended = await rules.first().textContent();
        await page().getByRole('button', { name: 'Fix…' }).first().click();
        await workbench.page.locator('.quick-input-list .monaco-list-row').first().click();
        // Another may take its place: what is wrong with a plan hangs together.
        await expect.poll(() => rules.allTextContents(), { timeout: deadline }).not.toContain(mended);
    });
});

describe('the preview goes on', () => {
    test('when the language server has died', async () => {
        const killed = workbench.languageServers();
        killed.forEach(server => process.kill(server, 'SIGKILL'));
        await expect.poll(() => workbench.languageServers().some(server => !killed.includes(server)), { timeout: deadline }).toBe(true);
        await site('BAY').click();
        await page().getByRole('heading', { name: /^BAY/ }).waitFor();
        await page().getByRole('button', { name: 'Fix…' }).first().click();
        await choose('Remove');
        await expect.poll(() => page().locator('.problems .rule-id').allTextContents(), { timeout: deadline }).not.toContain('internet-sup-on-secondary');
    });

    test('when the window is loaded again', async () => {
        workbench.page.once('dialog', dialog => void dialog.accept()); // there are files that are not saved
        await workbench.page.reload();
        await workbench.page.locator('.tab.active').filter({ hasText: /^Preview / }).waitFor();
        await page().locator('[role=treeitem]').first().waitFor();
    });
});

test('the browser has held nothing back in the pages of previews', () => {
    expect(complaints).toEqual([]);
});

function read(name: string): string {
    try {
        return readFileSync(join(workbench.folder, name), 'utf8');
    } catch {
        return ''; // not yet
    }
}
