import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { fjord } from './plans.mjs';
import { Workbench } from './workbench.js';

// An administrator opens a folder, sees underlined mistakes with explanations, and applies quick fixes that solve them.

let workbench: Workbench;
beforeAll(async () => {
    workbench = await Workbench.open({ ...fjord, 'typed.sup': 'hierarchy Typed\n' }, { examples: true });
});
afterEach(async ({ task }) => {
    await workbench.picture(`${task.result?.state === 'fail' ? 'FAILED-' : ''}${task.name.replace(/[^A-Za-z0-9]+/g, '-').toLowerCase()}`);
});
afterAll(() => workbench.close());

describe('diagnostics in a real VS Code', () => {
    test('shows diagnostics for the examples with mistakes, including files that are not open', async () => {
        await workbench.openFile('synchronization.sup');
        await workbench.page.locator('.monaco-editor .squiggly-error').first().waitFor();
        await workbench.showProblems();
        await workbench.filterProblems('wsus-replica-on-primary');
        await workbench.problems('CENSUP01 is planned as a replica').waitFor();
        await workbench.filterProblems('internet-sup-on-secondary');
        await workbench.problems('BAYDMZ01').waitFor();
        await workbench.filterProblems('');
    });

    test('clears a diagnostic when the quick fix leaves `replica` of a secondary site to Configuration Manager', async () => {
        await workbench.openFile('bergen.sup');
        await workbench.showProblems();
        await workbench.problems('secondary-sup-not-replica').filter({ hasText: 'BBBSUP01' }).waitFor();
        await workbench.goTo('replica: no');
        await workbench.takeFix('Leave `replica` to Configuration Manager');
        await workbench.problems('BBBSUP01').waitFor({ state: 'detached' });
        await workbench.save();
        await expect.poll(() => readFileSync(join(workbench.folder, 'bergen.sup'), 'utf8')).toContain('ssl: required }');
    });

    test('clears a diagnostic when the quick fix removes the Internet-based software update point of a secondary site', async () => {
        await workbench.goTo('point internet');
        await workbench.takeFix('Remove the Internet-based software update point from BBBDMZ01');
        await workbench.problems('BBBDMZ01').waitFor({ state: 'detached' });
    });

    test('clears a diagnostic in one file after a change in another', async () => {
        await workbench.problems('CCC reports to DDD').waitFor();
        await workbench.openFile('central.sup');
        await workbench.page.keyboard.press('Control+End');
        await workbench.page.keyboard.type('\nprimary site DDD "Dale" reports to AAA');
        await workbench.problems('CCC reports to DDD').waitFor({ state: 'detached' });
    });

    test('clears a diagnostic when its risk is accepted with a reason', async () => {
        await workbench.openFile('bergen.sup');
        await workbench.page.keyboard.press('Control+End');
        await workbench.page.keyboard.type('secondary site EEE reports to AAA {\n  mode: mixed');
        await workbench.problems('secondary-declares-mode').waitFor();
        await workbench.goTo('mode: mixed');
        await workbench.takeFix('Accept risk `secondary-declares-mode`');
        const input = workbench.page.locator('.quick-input-widget input');
        await workbench.page.locator('.quick-input-widget').filter({ hasText: '(1/2)' }).waitFor();
        await input.fill('Native mode comes in June, CHG-1842');
        await input.press('Enter');
        await workbench.page.locator('.quick-input-widget').filter({ hasText: '(2/2)' }).waitFor();
        await input.press('Enter');
        await workbench.page.locator('.view-line').filter({ hasText: 'CHG-1842' }).waitFor();
        await workbench.problems('secondary-declares-mode').waitFor({ state: 'detached' });
    });

    test('shows the number of diagnostics in the language status', async () => {
        await workbench.openFile('central.sup');
        const [errors, warnings] = await workbench.counts();
        await (await workbench.status()).filter({ hasText: `SUP: ${errors! + warnings!} problems` }).waitFor();
    });

    /** Expects the server to report a new mistake, and to clear it when the mistake is removed. */
    const expectDiagnostics = async (): Promise<void> => {
        await workbench.openFile('central.sup');
        await workbench.page.keyboard.press('Control+End');
        // Inserted at once, because an open suggestion would consume a typed Enter.
        await workbench.page.keyboard.insertText('\nprimary site ZZZ reports to QQQ');
        await workbench.problems('ZZZ reports to QQQ').waitFor();
        await workbench.page.keyboard.press('Control+Shift+K');
        await workbench.problems('ZZZ reports to QQQ').waitFor({ state: 'detached' });
    };

    test('shows the same diagnostics again after the server was killed', async () => {
        await workbench.openFile('central.sup');
        const before = await workbench.listedProblems();
        expect(before.length).toBeGreaterThan(3);
        const killed = workbench.languageServers();
        expect(killed).toHaveLength(1);
        killed.forEach(pid => process.kill(pid, 'SIGKILL'));
        await expectDiagnostics();
        expect(workbench.languageServers().some(pid => !killed.includes(pid))).toBe(true);
        await expect.poll(() => workbench.listedProblems(), { timeout: 30_000 }).toEqual(before);
    });

    test('shows the same diagnostics again after the command "SUP: Restart Language Server"', async () => {
        const before = await workbench.listedProblems();
        const old = workbench.languageServers();
        await workbench.command('SUP: Restart Language Server');
        await expect.poll(() => workbench.languageServers().every(pid => !old.includes(pid)), { timeout: 30_000 }).toBe(true);
        await expectDiagnostics();
        await expect.poll(() => workbench.listedProblems(), { timeout: 30_000 }).toEqual(before);
    });

    test('does not interfere with typing, and suggestions do not change the typed text', async () => {
        const file = join(workbench.folder, 'typed.sup');
        const site = ['release: SP2', 'mode: mixed', 'clients: 40 intranet', 'synchronization { source: Microsoft Update }'];
        const scenario = ['at 1d: stop TYPSRV', 'expect TYP synchronized', 'expect all clients scan'];
        await workbench.openFile('typed.sup');
        const { keyboard } = workbench.page;
        const typeLines = async (lines: readonly string[]): Promise<void> => {
            for (const line of lines) {
                // Slow enough for the list of suggestions to open each time.
                await keyboard.type(line, { delay: 120 });
                await keyboard.press('Enter', { delay: 120 });
            }
        };
        await keyboard.press('Control+End');
        await keyboard.insertText('central site TYP {\n');
        await typeLines(site);
        await keyboard.insertText('}\nscenario "Slow" for 3 days {\n');
        await typeLines(scenario);
        await keyboard.insertText('}');
        await workbench.save();
        // The editor closes braces automatically.
        const written = ['hierarchy Typed', 'central site TYP {', ...site, 'scenario "Slow" for 3 days {', ...scenario];
        await expect.poll(() => readFileSync(file, 'utf8').split('\n').map(line => line.trim()).filter(line => !/^\}*$/.test(line))).toEqual(written);
    });
});
