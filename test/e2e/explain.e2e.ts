import { afterAll, afterEach, beforeAll, describe, test } from 'vitest';
import { fjord } from './plans.mjs';
import { Workbench } from './workbench.js';

// An administrator asks why a problem is reported, and reads about the rule. Neither needs a network.

let workbench: Workbench;
beforeAll(async () => {
    workbench = await Workbench.open(fjord);
});
afterEach(async ({ task }) => {
    await workbench.picture(`${task.result?.state === 'fail' ? 'FAILED-' : ''}${task.name.replace(/[^A-Za-z0-9]+/g, '-').toLowerCase()}`);
});
afterAll(() => workbench.close());

describe('explanations in a real VS Code', () => {
    const openTab = (text: string): ReturnType<Workbench['page']['locator']> => workbench.page.locator('.tab.active').filter({ hasText: text });

    test('explains a problem next to the plan, and its places lead to the text', async () => {
        await workbench.openFile('bergen.sup');
        await workbench.goTo('replica: no');
        await workbench.takeFix('Explain this problem');
        await openTab('Explanation of secondary-sup-not-replica').waitFor();
        await workbench.page.locator('.view-line').filter({ hasText: 'How this follows' }).waitFor();
        await workbench.page.locator('.detected-link').filter({ hasText: 'central.sup:9:27' }).first().click({ modifiers: ['Control'], force: true });
        await openTab('central.sup').waitFor();
    });

    test('opens the installed page of a rule from the Problems panel', async () => {
        await workbench.showProblems();
        await workbench.problems('BBBSUP01').locator('a').filter({ hasText: 'secondary-sup-not-replica' }).click();
        await openTab('Preview secondary-sup-not-replica.md').waitFor();
    });
});
