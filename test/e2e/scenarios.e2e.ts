import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { quayside } from './plans.mjs';
import { deadline, Workbench } from './workbench.js';

// A planner runs scenarios and sees in the editor which expectations break, why, and which parts no scenario covers.

let workbench: Workbench;
beforeAll(async () => {
    workbench = await Workbench.open(quayside);
});
afterEach(async ({ task }) => {
    await workbench.picture(`${task.result?.state === 'fail' ? 'FAILED-' : ''}${task.name.replace(/[^A-Za-z0-9]+/g, '-').toLowerCase()}`);
});
afterAll(() => workbench.close());

/** The n-th visible code lens with a title. */
const lens = (title: string, n: number): Locator => workbench.page.locator('.codelens-decoration a').getByText(title, { exact: true }).nth(n);

/** The glyphs of visible scenarios and expectations with an outcome. */
const glyphs = (state: 'passed' | 'failed'): Locator => workbench.page.locator(`.testing-run-glyph.codicon-testing-${state}-icon:not(.retired)`);

/** The row of a scenario or an expectation in the Testing view, if it has the outcome. */
const row = (text: string, state: 'passed' | 'failed'): Locator =>
    workbench.page.locator('.test-explorer .monaco-list-row').filter({ hasText: text }).filter({ has: workbench.page.locator(`.codicon-testing-${state}-icon`) });

describe('scenarios in a real VS Code', () => {
    test('runs scenarios from their code lenses, and shows the outcomes in the gutter', async () => {
        await workbench.openFile('quayside.sup');
        await workbench.goTo('SSL failure never');
        await lens('Run', 1).click();
        await glyphs('failed').nth(1).waitFor();
        await expect.poll(() => glyphs('failed').count(), { timeout: deadline }).toBe(2);
        // The server runs the other scenarios by itself, and their outcomes are in the gutter too.
        await glyphs('passed').nth(1).waitFor();
        await workbench.page.locator('.test-error-content-widget').filter({ hasText: 'Broken at 20d 00:00' }).waitFor();
    });

    test('underlines broken expectations and explains them with a problem', async () => {
        await workbench.page.locator('.monaco-editor .squiggly-error').first().waitFor();
        await workbench.showProblems();
        await workbench.problems('Broken at').filter({ hasText: 'could not be reached' }).waitFor();
        await workbench.command('View: Hide Panel');
    });

    test('lists scenarios in the Testing view with their expectations and outcomes', async () => {
        await workbench.command('Testing: Focus on Test Explorer View');
        await workbench.openFile('quayside.sup');
        await lens('Run All', 0).click();
        await workbench.command('Test: Peek Output'); // reveals the broken expectation in the view
        await row('clients of PIR scan by 20d', 'failed').waitFor();
        await row('clients of PIR fail to scan with SSL failure', 'passed').waitFor();
        await row('WSUS fails for good', 'failed').waitFor();
        await row('An ordinary week', 'passed').waitFor();
    });

    test('shows the steps that led to a failure in the peek view', async () => {
        const peek = workbench.page.locator('.test-output-peek');
        await peek.filter({ hasText: 'WSUS on QAYSUP01 fails.' }).waitFor();
        await peek.locator('.multiCallStackFrame').filter({ hasText: 'reports to QAY' }).waitFor();
        await workbench.page.keyboard.press('Escape');
        await peek.waitFor({ state: 'detached' });
    });

    const squiggles = (): Promise<number> => workbench.page.locator('.monaco-editor .squiggly-error').count();

    test('shows after a change that a scenario passes now, in the view, in the gutter and in the text', async () => {
        await workbench.goTo('fail WSUS of QAYSUP01');
        await workbench.page.keyboard.press('End');
        await workbench.page.keyboard.type(' for 2d');
        await row('WSUS fails for good', 'passed').waitFor();
        await expect.poll(async () => [await glyphs('failed').count(), await squiggles()], { timeout: deadline }).toEqual([0, 0]);
    });

    test('shows no expectation as passed that is underlined as broken', async () => {
        for (const _ of ' for 2d') {
            await workbench.page.keyboard.press('Backspace');
        }
        await workbench.page.locator('.monaco-editor .squiggly-error').first().waitFor();
        await expect.poll(() => glyphs('failed').count(), { timeout: deadline }).toBe(2);
        await row('WSUS fails for good', 'failed').waitFor();
        await workbench.page.keyboard.type(' for 2d');
        await row('WSUS fails for good', 'passed').waitFor();
    });

    test('runs all scenarios of the workspace from the command palette', async () => {
        await workbench.command('SUP: Run All Scenarios');
        await row('An ordinary week', 'passed').waitFor();
        await row('WSUS fails for good', 'passed').waitFor();
    });

    test('shows coverage in the gutter after a run with coverage', async () => {
        await workbench.command('Test: Run All Tests with Coverage');
        await workbench.page.locator('.test-coverage-list-item').filter({ hasText: 'quayside.sup' }).waitFor();
        await workbench.goTo('central site QAY');
        await workbench.page.locator('.coverage-deco-gutter.coverage-deco-hit').first().waitFor();
    });

    test('opens the trace of a scenario as a log', async () => {
        await workbench.goTo('SSL failure never');
        const log = workbench.page.locator('.tab.active').filter({ hasText: 'WSUS fails for good.log' });
        // The editor redraws its code lenses at the end of a run, and a click during that is lost.
        await expect.poll(async () => {
            await lens('Show Trace', 1).click();
            return log.waitFor({ timeout: 3_000 }).then(() => true, () => false);
        }, { timeout: deadline }).toBe(true);
        await workbench.page.locator('.view-line').filter({ hasText: 'WSUS on QAYSUP01 fails.' }).first().waitFor();
    });

    test('opens reports on software update points and single points of failure', async () => {
        await workbench.openFile('quayside.sup');
        await workbench.goTo('secondary site PIR');
        await workbench.command('SUP: Does This Site Need Its Own Software Update Point?');
        await workbench.page.locator('.tab.active').filter({ hasText: 'Own software update point.md' }).waitFor();
        await workbench.page.locator('.tab[data-resource-name="quayside.sup"]').click(); // the report takes the focus while it loads
        await workbench.command('SUP: Find Single Points of Failure');
        await workbench.page.locator('.tab.active').filter({ hasText: 'Single points of failure.md' }).waitFor();
        const page = workbench.page.frameLocator('iframe.webview.ready').last().frameLocator('iframe');
        await page.getByRole('heading', { name: 'Single points of failure of Quayside' }).waitFor();
    });
});
