import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { deadline, Workbench } from './workbench.js';

// A design review: a team inspects the hierarchy and its problems, plays the failure of a server, compares the plan with its last version,
// and exports the picture.

let workbench: Workbench;
/** Errors and warnings of the browser console in preview pages. */
const consoleMessages: string[] = [];
beforeAll(async () => {
    workbench = await Workbench.open({}, { examples: true, git: true });
    workbench.page.on('console', message => {
        if (['error', 'warning'].includes(message.type()) && /dist\/preview|data-document/.test(`${message.location().url} ${message.text()}`)) {
            consoleMessages.push(message.text());
        }
    });
});
afterEach(async ({ task }) => {
    await workbench.picture(`${task.result?.state === 'fail' ? 'FAILED-' : ''}preview-${task.name.replace(/[^A-Za-z0-9]+/g, '-').toLowerCase()}`);
});
afterAll(() => workbench.close());

/** The preview page: a frame nested in the frame that isolates it from the workbench. */
const page = (): FrameLocator => workbench.page.frameLocator('iframe.webview.ready').first().frameLocator('#active-frame');
const site = (code: string): Locator => page().locator(`[role=treeitem][data-part="site:${code}"]`);
const line = (text: string): Locator => workbench.page.locator('.view-line').filter({ hasText: text }).first();
/** Chooses an item of a quick pick with the keyboard, because tooltips may cover the rows. */
async function choose(text: string): Promise<void> {
    await workbench.page.locator('.quick-input-widget input').fill(text);
    await workbench.page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: text }).waitFor();
    await workbench.page.keyboard.press('Enter');
}

/** A button in the title bar of an editor group. */
const previewTab = (title: string): Locator => workbench.page.locator('.tab').filter({ has: workbench.page.getByText(title, { exact: true }) });

/** Opens a file beside the preview instead of in its editor group. */
async function openBeside(name: string): Promise<void> {
    await workbench.page.locator('.editor-group-container').first().locator('.tab').first().click();
    await workbench.openFile(name);
}

describe('the preview in a real VS Code', () => {
    test('shows that it is loading while the language server does not answer', async () => {
        await workbench.openFile('headquarters.sup');
        await expect.poll(() => workbench.languageServers().length, { timeout: deadline }).toBe(1);
        const [server] = workbench.languageServers();
        process.kill(server!, 'SIGSTOP');
        try {
            await workbench.command('SUP: Open Preview to the Side');
            await page().getByText('Loading headquarters.sup …').first().waitFor();
        } finally {
            process.kill(server!, 'SIGCONT');
        }
    });

    test('shows every site of a large hierarchy beside its text', async () => {
        await site('BW0').waitFor();
        await expect.poll(() => page().locator('[role=treeitem]').count(), { timeout: deadline }).toBe(44);
    });

    test('shows the text of a clicked site', async () => {
        await site('EUR').click();
        await line('primary site EUR').waitFor();
    });

    test('follows the text cursor', async () => {
        await openBeside('americas.sup');
        await workbench.goTo('secondary site HOU');
        await page().getByRole('heading', { name: /^HOU/ }).waitFor();
    });

    test('follows the file in front, and names it and its hierarchy', async () => {
        await previewTab('Preview americas.sup').waitFor();
        await page().getByRole('heading', { name: 'Brightwater', exact: true }).waitFor();
        await page().locator('.summary .source').getByText('americas.sup').waitFor();
        await openBeside('fjordline.sup');
        await previewTab('Preview fjordline.sup').waitFor();
        await page().getByRole('heading', { name: 'Fjordline', exact: true }).waitFor();
        await openBeside('europe.sup');
        await site('BW0').waitFor();
    });

    test('shows the effect of stopping a server with two clicks', async () => {
        await site('EUR').click({ button: 'right' });
        await page().getByRole('menuitem', { name: 'Stop EURSUP01' }).click();
        await page().getByRole('heading', { level: 1 }).getByText(/^4,\d+ of 27,825 clients cannot scan/).waitFor();
        await page().getByText(/^Because EURSUP01 \(Hamburg\) is stopped from 7d on\./).waitFor();
        await page().locator('.lane').first().waitFor();
    });

    test('plays the run and shows its state in the picture', async () => {
        const clock = page().getByLabel('Current time', { exact: true });
        const before = await clock.textContent();
        await page().getByRole('button', { name: 'Play' }).click();
        await expect.poll(() => clock.textContent(), { timeout: deadline }).not.toBe(before);
        await page().getByRole('button', { name: 'Pause' }).click();
        await page().getByRole('slider', { name: 'Time' }).press('End');
        await site('EUR').locator('[data-condition=stopped]').waitFor();
    });

    test('saves the what-if events as a scenario in the file', async () => {
        await page().getByRole('button', { name: 'Save as Scenario' }).click();
        await line('scenario "What if: EURSUP01 stops"').waitFor();
        await line('at 7d: stop EURSUP01').waitFor();
        // The title is selected last; until then, the editor of the file would come to the front again.
        await workbench.page.getByText(/\(\d+ selected\)/).waitFor();
        await page().getByRole('button', { name: 'Remove: stop EURSUP01' }).click();
        await expect.poll(() => page().getByLabel('Scenario', { exact: true }).locator('option').allTextContents(), { timeout: deadline }).toContain('What if: EURSUP01 stops');
    });

    test('compares the plan with a Git revision', async () => {
        await openBeside('europe.sup');
        await workbench.goTo('secondary site ANT');
        await workbench.page.keyboard.press('Home');
        await workbench.page.keyboard.type('// ');
        await workbench.command('SUP: Compare with…');
        await choose('HEAD');
        await page().getByRole('heading', { name: /compared with main/ }).waitFor();
        await page().locator('.changes').getByText('Site ANT (Antwerp) is removed').waitFor();
        await page().locator('.site-mark.site-removed').waitFor();
        await page().getByRole('button', { name: 'End Comparison' }).click();
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
    test('shows each problem at its site and fixes one', async () => {
        await openBeside('roles.sup');
        await workbench.command('SUP: Open Preview to the Side');
        await page().locator('[role=treeitem]:has([data-problems])').first().click();
        const rules = page().locator('.problems .rule-id');
        await rules.first().waitFor();
        const fixed = await rules.first().textContent();
        await page().getByRole('button', { name: 'Fix…' }).first().click();
        await workbench.page.locator('.quick-input-list .monaco-list-row').first().click();
        // The fix may reveal another problem.
        await expect.poll(() => rules.allTextContents(), { timeout: deadline }).not.toContain(fixed);
    });
});

describe('an open preview', () => {
    test('keeps working after the language server was killed', async () => {
        const killed = workbench.languageServers();
        killed.forEach(server => process.kill(server, 'SIGKILL'));
        await expect.poll(() => workbench.languageServers().some(server => !killed.includes(server)), { timeout: deadline }).toBe(true);
        // The details of the site selected before may cover the picture below it.
        await page().locator('.details').press('Escape');
        await site('BAY').click();
        await page().getByRole('heading', { name: /^BAY/ }).waitFor();
        await page().getByRole('button', { name: 'Fix…' }).first().click();
        await choose('Remove');
        await expect.poll(() => page().locator('.problems .rule-id').allTextContents(), { timeout: deadline }).not.toContain('internet-sup-on-secondary');
    });

    test('reopens after the window was reloaded', async () => {
        workbench.page.once('dialog', dialog => void dialog.accept()); // confirms leaving with unsaved files
        await workbench.page.reload();
        await workbench.page.locator('.tab.active').filter({ hasText: /^Preview / }).waitFor();
        await page().locator('[role=treeitem]').first().waitFor();
    });
});

test('preview pages cause no errors or warnings in the browser console', () => {
    expect(consoleMessages).toEqual([]);
});

function read(name: string): string {
    try {
        return readFileSync(join(workbench.folder, name), 'utf8');
    } catch {
        return ''; // the file does not exist yet
    }
}
