import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Workbench } from './workbench.js';

// An administrator begins with nothing, writes a new hierarchy, looks through its sites, and moves one.

let workbench: Workbench;
beforeAll(async () => {
    workbench = await Workbench.open({ 'README.md': 'Plans\n' });
});
afterEach(async ({ task }) => {
    await workbench.picture(`${task.result?.state === 'fail' ? 'FAILED-' : ''}${task.name.replace(/[^A-Za-z0-9]+/g, '-').toLowerCase()}`);
});
afterAll(() => workbench.close());

describe('getting started in a real VS Code', () => {
    const row = (text: string | RegExp) => workbench.page.locator('.pane-body .monaco-list-row').filter({ hasText: text });

    async function type(text: string): Promise<void> {
        await workbench.page.locator('.quick-input-widget input.input').fill(text);
        await workbench.page.keyboard.press('Enter');
    }

    const choose = (text: string): Promise<void> => workbench.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: text }).click();

    test('offers a new hierarchy and a sample while there is no plan', async () => {
        await workbench.page.locator('.activitybar .action-label[aria-label="SUP Topology"]').click();
        await workbench.page.locator('.welcome-view-content a, .welcome-view-content .monaco-button').filter({ hasText: 'New Hierarchy' }).waitFor();
    });

    test('shows a walkthrough in six steps, each with its button', async () => {
        await workbench.page.locator('.welcome-view-content a').filter({ hasText: 'take the tour' }).click();
        const steps = workbench.page.locator('.getting-started-step');
        await steps.first().waitFor();
        expect(await steps.count()).toBe(6);
        for (const [i, button] of ['Open Sample', 'Open Mistakes', 'Open Preview', 'Open Failures', 'Show Sites', 'New Hierarchy'].entries()) {
            await steps.nth(i).click();
            await workbench.page.locator('.getting-started-step.expanded .monaco-button').filter({ hasText: button }).first().waitFor();
        }
    });

    test('opens a copy of the sample that a step of the walkthrough names', async () => {
        await workbench.page.locator('.getting-started-step').nth(1).click();
        await workbench.page.locator('.getting-started-step.expanded .monaco-button').filter({ hasText: 'Open Mistakes' }).click();
        await workbench.page.locator('.view-line').filter({ hasText: 'hierarchy' }).first().waitFor();
        await expect.poll(async () => (await workbench.counts())[0]).toBeGreaterThan(0);
        await workbench.closeEditor();
    });

    test('lists the samples with what they show, and opens a copy of one', async () => {
        await workbench.command('SUP: Open Sample');
        const samples = workbench.page.locator('.quick-input-list .monaco-list-row');
        await samples.filter({ hasText: 'Cluster' }).first().waitFor();
        expect(await samples.count()).toBe(6);
        await workbench.picture('samples');
        await samples.filter({ hasText: 'Cluster' }).first().click();
        await workbench.page.locator('.view-line').filter({ hasText: 'cluster' }).first().waitFor();
        await workbench.closeEditor();
    });

    test('offers a new hierarchy in New File…', async () => {
        await workbench.command('Create: New File...');
        await choose('SUP Hierarchy');
        await workbench.page.locator('.quick-input-title').filter({ hasText: '(1/5)' }).waitFor();
        await workbench.page.keyboard.press('Escape');
    });

    test('writes a new hierarchy from five answers', async () => {
        await workbench.command('SUP: New Hierarchy');
        for (const [title, answer, text] of [['(1/5)', type, 'Fjord'], ['(2/5)', type, 'Europe, Americas'], ['(3/5)', choose, 'mixed'], ['(5/5)', choose, '512 kbps']] as const) {
            await workbench.page.locator('.quick-input-title').filter({ hasText: title }).waitFor();
            await answer(text);
        }
        await workbench.page.locator('.view-line').filter({ hasText: 'hierarchy Fjord' }).first().waitFor();
        expect(await workbench.counts()).toEqual([0, 0]);
    });

    test('lists the sites of the new plan in the side bar', async () => {
        await row('Fjord').first().waitFor();
        await row('CEN').first().locator('.monaco-tl-twistie').click();
        await row('EUR').first().waitFor();
        await row('CENSUP01').filter({ hasText: 'active software update point' }).waitFor();
        await row('EUR').first().locator('.monaco-tl-twistie').click();
        await row('EEO').first().waitFor();
    });

    test('offers to move and to duplicate a site in its context menu', async () => {
        const menu = workbench.page.locator('.context-view .monaco-menu');
        await row('EUR').first().click({ button: 'right' });
        await menu.filter({ hasText: 'Move Site Under Another Parent' }).filter({ hasText: 'Duplicate Site with Its Branch' }).waitFor();
        await workbench.picture('context-menu-of-a-site');
        await workbench.page.keyboard.press('Escape');
    });

    test('moves a site that is dragged to another parent, after a confirmation', async () => {
        await row('EEO').first().dragTo(row('AME').first());
        const confirmation = workbench.page.locator('.monaco-dialog-box').filter({ hasText: 'Move EEO and the sites below it under AME?' });
        await confirmation.waitFor();
        await workbench.picture('confirmation-of-a-move');
        await confirmation.locator('.monaco-button').filter({ hasText: 'Move' }).first().click();
        await workbench.goTo('"Europe, branch office" reports to AME');
        // The rows below the moved site take other places when the tree has changed.
        await expect.poll(() => row('EEO').count()).toBe(0);
        await row('AME').first().locator('.monaco-tl-twistie').click();
        await expect.poll(() => row('EEO').count()).toBe(1);
    });

    test('duplicates the site at the cursor under the code and with the title that the user enters', async () => {
        await workbench.goTo('site EEO');
        await workbench.command('SUP: Duplicate Site with Its Branch');
        await workbench.page.locator('.quick-input-title').filter({ hasText: '(1/2)' }).waitFor();
        await workbench.page.locator('.quick-input-widget input.input').fill('CEN');
        await workbench.page.locator('.quick-input-message').filter({ hasText: 'CEN is the code of' }).waitFor();
        await workbench.picture('code-of-a-copy');
        await type('WAW');
        await workbench.page.locator('.quick-input-title').filter({ hasText: '(2/2)' }).waitFor();
        await type('Warsaw');
        await workbench.page.locator('.view-line').filter({ hasText: 'secondary site WAW "Warsaw" reports to AME' }).first().waitFor();
        await row('WAW').first().waitFor();
    });
});
