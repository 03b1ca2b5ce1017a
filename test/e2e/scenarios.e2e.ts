import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { quayside } from './plans.mjs';
import { deadline, Workbench } from './workbench.js';

// A planner lets things happen to a hierarchy, and sees in the editor what breaks, why, and what no scenario has touched.

let workbench: Workbench;
beforeAll(async () => {
    workbench = await Workbench.open(quayside);
});
afterEach(async ({ task }) => {
    await workbench.picture(`${task.result?.state === 'fail' ? 'FAILED-' : ''}${task.name.replace(/[^A-Za-z0-9]+/g, '-').toLowerCase()}`);
});
afterAll(() => workbench.close());

/** The n-th lens of a title in sight. */
const lens = (title: string, n: number): Locator => workbench.page.locator('.codelens-decoration a').getByText(title, { exact: true }).nth(n);

/** The marks beside the line numbers of scenarios and expectations in sight that ended so. */
const marks = (state: 'passed' | 'failed'): Locator => workbench.page.locator(`.testing-run-glyph.codicon-testing-${state}-icon:not(.retired)`);

/** The line of a scenario or an expectation in the Testing view, if it ended so. */
const row = (text: string, state: 'passed' | 'failed'): Locator =>
    workbench.page.locator('.test-explorer .monaco-list-row').filter({ hasText: text }).filter({ has: workbench.page.locator(`.codicon-testing-${state}-icon`) });

describe('scenarios in a real VS Code', () => {
    test('the lens above a scenario runs it, and marks it and its expectations', async () => {
        await workbench.openFile('quayside.sup');
        await workbench.goTo('SSL failure never');
        await lens('Run', 1).click();
        await marks('failed').nth(1).waitFor();
        await expect.poll(async () => [await marks('failed').count(), await marks('passed').count()], { timeout: deadline }).toEqual([2, 2]);
        await workbench.page.locator('.test-error-content-widget').filter({ hasText: 'Broken at 20d 00:00' }).waitFor();
    });

    test('the broken expectation is underlined, and a problem says why', async () => {
        await workbench.page.locator('.monaco-editor .squiggly-error').first().waitFor();
        await workbench.showProblems();
        await workbench.problems('Broken at').filter({ hasText: 'could not be reached' }).waitFor();
        await workbench.command('View: Hide Panel');
    });

    test('the Testing view shows every scenario with its expectations, and how they ended', async () => {
        await workbench.command('Testing: Focus on Test Explorer View');
        await workbench.openFile('quayside.sup');
        await lens('Run All', 0).click();
        await workbench.command('Test: Peek Output'); // reveals the broken expectation in the view
        await row('clients of PIR scan by 20d', 'failed').waitFor();
        await row('clients of PIR fail to scan with SSL failure', 'passed').waitFor();
        await row('WSUS fails for good', 'failed').waitFor();
        await row('An ordinary week', 'passed').waitFor();
    });

    test('the peek view walks through the steps that led to it', async () => {
        const peek = workbench.page.locator('.test-output-peek');
        await peek.filter({ hasText: 'WSUS on QAYSUP01 fails.' }).waitFor();
        await peek.locator('.multiCallStackFrame').filter({ hasText: 'reports to QAY' }).waitFor();
        await workbench.page.keyboard.press('Escape');
        await peek.waitFor({ state: 'detached' });
    });

    test('a change of the plan puts it right', async () => {
        await workbench.goTo('fail WSUS of QAYSUP01');
        await workbench.page.keyboard.press('End');
        await workbench.page.keyboard.type(' for 2d');
        await lens('Run', 1).click();
        await row('WSUS fails for good', 'passed').waitFor();
        await expect.poll(() => marks('failed').count(), { timeout: deadline }).toBe(0);
        await expect.poll(() => workbench.page.locator('.monaco-editor .squiggly-error').count(), { timeout: deadline }).toBe(0);
    });

    test('a run with coverage shows in the gutter what scenarios use and let fail', async () => {
        await workbench.command('Test: Run All Tests with Coverage');
        await workbench.page.locator('.test-coverage-list-item').filter({ hasText: 'quayside.sup' }).waitFor();
        await workbench.goTo('central site QAY');
        await workbench.page.locator('.coverage-deco-gutter.coverage-deco-hit').first().waitFor();
    });

    test('the trace of a scenario opens as a log', async () => {
        await workbench.goTo('SSL failure never');
        const log = workbench.page.locator('.tab.active').filter({ hasText: 'WSUS fails for good.log' });
        // The editor draws its lenses anew when a run has ended, and a click in between is lost.
        await expect.poll(async () => {
            await lens('Show Trace', 1).click();
            return log.waitFor({ timeout: 3_000 }).then(() => true, () => false);
        }, { timeout: deadline }).toBe(true);
        await workbench.page.locator('.view-line').filter({ hasText: 'WSUS on QAYSUP01 fails.' }).first().waitFor();
    });

    test('the questions of a planner are answered on a page', async () => {
        await workbench.openFile('quayside.sup');
        await workbench.goTo('secondary site PIR');
        await workbench.command('SUP: Does This Site Need Its Own Software Update Point?');
        await workbench.page.locator('.tab.active').filter({ hasText: 'Own software update point.md' }).waitFor();
        await workbench.page.locator('.tab[data-resource-name="quayside.sup"]').click(); // the page has the keyboard while it loads
        await workbench.command('SUP: Find Single Points of Failure');
        await workbench.page.locator('.tab.active').filter({ hasText: 'Single points of failure.md' }).waitFor();
        const page = workbench.page.frameLocator('iframe.webview.ready').last().frameLocator('iframe');
        await page.getByRole('heading', { name: 'Single points of failure of Quayside' }).waitFor();
    });
});
