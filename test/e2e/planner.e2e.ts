import type { FrameLocator, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { deadline, Workbench } from './workbench.js';

// A planner with a plan of ten sites and two scenarios reads the answers of the simulation.

const fileName = 'tern.sup';

const server = (name: string): string => `  server ${name} {\n    site server\n    wsus 3.0 SP2 { ports: 8530, 8531 }\n    software update point active\n  }\n`;
const primary = (code: string, title: string, clients: number, link: string): string =>
    `primary site ${code} "${title}" reports to TRN {\n  release: SP2\n  mode: mixed\n  clients: ${clients} intranet\n  link: ${link}\n${server(`${code}SUP01`)}}\n`;
const secondary = (code: string, title: string, parent: string, clients: number, link: string, hasOwn = false): string =>
    `secondary site ${code} "${title}" reports to ${parent} {\n  clients: ${clients} intranet\n  link: ${link}\n${hasOwn ? server(`${code}SUP01`) : ''}}\n`;

const plan = [
    'hierarchy Tern\n',
    `central site TRN "Tern House" {\n  release: SP2\n  mode: mixed\n  clients: 3200 intranet\n${server('TRNSUP01')}  synchronization {\n    source: Microsoft Update\n    schedule: every 1 day at 02:07\n    products: "Windows XP", "Office 2007"\n    classifications: "Security Updates", "Critical Updates"\n    languages: en\n  }\n}\n`,
    primary('NOR', 'North', 2400, '20 Mbps, 15 ms'), primary('SUD', 'South', 1800, '10 Mbps, 30 ms, open 20:00 to 06:00'),
    secondary('BLY', 'Blyth', 'NOR', 120, '2 Mbps, 40 ms'), secondary('ELY', 'Ely', 'NOR', 900, '1 Mbps, 60 ms'), secondary('FLO', 'Flow', 'NOR', 340, '4 Mbps, 40 ms', true),
    secondary('RYE', 'Rye', 'SUD', 60, '512 kbps, 80 ms'), secondary('DEA', 'Deal', 'SUD', 210, '2 Mbps, 40 ms'), secondary('HYT', 'Hythe', 'SUD', 450, '2 Mbps, 40 ms', true), secondary('POR', 'Port', 'SUD', 90, '1 Mbps, 50 ms')
].join('\n');

const scenarios = `
scenario "Patch Tuesday" for 14 days {
  assume { start: settled }
  at 1d 01:00: publish update "MS08-067"
  expect 95 % of clients of all sites scan for "MS08-067" within 8d
  expect 99 % of clients of ELY scan for "MS08-067" within 5d
}
scenario "The line of Ely is cut" for 14 days {
  assume { start: settled }
  at 1d 01:00: publish update "MS08-067"
  at 2d: fail link of ELY for 9d
  expect 95 % of clients of ELY scan for "MS08-067" within 8d
  expect clients of FLO scan
}
`;

let workbench: Workbench;
beforeAll(async () => {
    workbench = await Workbench.open({ [fileName]: plan + scenarios });
});
afterEach(async ({ task }) => {
    await workbench.picture(`${task.result?.state === 'fail' ? 'FAILED-' : ''}planner-${task.name.replace(/[^A-Za-z0-9]+/g, '-').toLowerCase()}`);
});
afterAll(() => workbench.close());

/** The preview page: a frame nested in the frame that isolates it from the workbench. */
const page = (): FrameLocator => workbench.page.frameLocator('iframe.webview.ready').first().frameLocator('#active-frame');
const headline = (): Locator => page().getByRole('heading', { level: 1 });
const row = (text: string, state: 'passed' | 'failed'): Locator =>
    workbench.page.locator('.test-explorer .monaco-list-row').filter({ hasText: text }).filter({ has: workbench.page.locator(`.codicon-testing-${state}-icon`) });

test('underlines only the expectations that do not hold', async () => {
    await workbench.openFile(fileName);
    await expect.poll(async () => workbench.counts(), { timeout: deadline }).toEqual([2, 0]);
    await workbench.goTo('expect 99 %');
});

test('answers in the preview how long an update takes to the last client', async () => {
    await workbench.command('SUP: Open Preview to the Side');
    await page().locator('[role=treeitem][data-part="site:ELY"]').waitFor();
    await workbench.picture('planner-1-structure');
    await page().getByRole('radio', { name: 'Time' }).click();
    await headline().filter({ hasText: /client/ }).first().waitFor();
    await workbench.picture('planner-2-run');
    await page().getByRole('button', { name: 'Figures' }).click();
    await page().getByRole('region', { name: 'Figures' }).getByText(/^Without failures, a new update reaches the last client within \d+d/).waitFor();
    await page().getByText(/ until clients are due to scan again$/).first().waitFor();
    await page().locator('.compliance-table').scrollIntoViewIfNeeded();
});

test('plays the scenario with a broken expectation', async () => {
    await page().getByLabel('Scenario', { exact: true }).selectOption({ label: 'The line of Ely is cut' });
    await page().getByText(/expectations? broken$/).waitFor();
    await page().locator('.compliance-table').scrollIntoViewIfNeeded();
    await workbench.command('View: Toggle Primary Side Bar Visibility');
});

test('saves added events as a scenario', async () => {
    await page().getByRole('button', { name: 'Figures' }).click();
    await page().locator('[role=treeitem][data-part="site:NOR"]').click({ button: 'right' });
    await workbench.picture('planner-3-menu');
    await page().getByRole('menuitem', { name: 'Stop NORSUP01' }).click();
    await page().getByRole('button', { name: 'Save as Scenario' }).waitFor();
    await workbench.picture('planner-4-added');
    await page().getByRole('button', { name: 'Save as Scenario' }).click();
    await workbench.page.locator('.view-line').filter({ hasText: 'What if: NORSUP01 stops' }).first().waitFor();
});

test('lists the scenarios with their outcomes and reasons in the Testing view', async () => {
    await workbench.command('SUP: Run All Scenarios');
    await workbench.command('Testing: Focus on Test Explorer View');
    await workbench.command('Test: Peek Output'); // reveals a broken expectation in the view
    await row('within', 'failed').first().waitFor();
    await workbench.page.locator('.test-output-peek').waitFor();
});
