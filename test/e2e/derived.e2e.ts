import { afterAll, afterEach, beforeAll, describe, test } from 'vitest';
import { fjord } from './plans.mjs';
import { Workbench } from './workbench.js';

// An administrator reads a plan: the meaning of its words, the values that follow from it, and the hierarchies of sites and synchronization.

let workbench: Workbench;
beforeAll(async () => {
    workbench = await Workbench.open({
        ...fjord,
        '.vscode/settings.json': JSON.stringify({ 'sup.inlayHints.ports': true, 'sup.inlayHints.mode': true, 'sup.codeLens.clients': true })
    });
});
afterEach(async ({ task }) => {
    await workbench.picture(`${task.result?.state === 'fail' ? 'FAILED-' : ''}${task.name.replace(/[^A-Za-z0-9]+/g, '-').toLowerCase()}`);
});
afterAll(() => workbench.close());

describe('what is derived, in a real VS Code', () => {
    test('explains a value with its source, and a site with what follows for it', async () => {
        await workbench.openFile('central.sup');
        const hover = workbench.page.locator('.monaco-hover:not(.hidden)');
        for (const [word, text] of [['native', 'Internet-based client management needs this mode'], ['AAA ', 'Synchronizes from: Microsoft Update']] as const) {
            await workbench.goTo(word);
            await workbench.command('Show or Focus Hover');
            await hover.filter({ hasText: text }).first().waitFor();
            await workbench.page.keyboard.press('Escape');
        }
    });

    test('shows derived values after the heads that leave them out, and the number of clients above a software update point', async () => {
        await workbench.openFile('bergen.sup');
        const line = (text: string): Promise<void> => workbench.page.locator('.view-line').filter({ hasText: text }).first().waitFor();
        await line('reports to AAAmode: native');
        await line('software update point activeports: 8530, 8531');
        await workbench.page.locator('.codelens-decoration').filter({ hasText: '0 clients scan here' }).first().waitFor();
    });

    test('shows the sites as a type hierarchy, and synchronization as a call hierarchy', async () => {
        await workbench.openFile('bergen.sup');
        await workbench.goTo('BBB');
        await workbench.command('Types: Show Supertypes');
        await workbench.page.locator('.monaco-list-row').filter({ hasText: 'Alesund, central site' }).first().waitFor();
        await workbench.goTo('BBBSUP01');
        await workbench.command('Calls: Show Outgoing Calls');
        await workbench.page.locator('.monaco-list-row').filter({ hasText: 'AAASUP01' }).first().waitFor();
    });
});
