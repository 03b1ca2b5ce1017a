import { afterAll, afterEach, expect, test } from 'vitest';
import { closeBrowser } from '../support/preview-page.js';
import { stageExample } from '../support/stage.js';
import { contentOf, expectQuiet, harbour } from './plans.js';
import { RunPage } from './run-page.js';

const brightwater = stageExample('brightwater', 'headquarters.sup');
const overview = {
    title: 'Most scans are lost when EURSUP01 (Hamburg) stops: 5,405 clients', detail: '75 parts were stopped one after the other.', isHarmless: false,
    sites: [{ site: 'site:EUR', failure: 'EURSUP01 stops', clients: 5_405, failedHours: 77_992, staleHours: 0 }, { site: 'site:ANT', failure: 'its link is cut', clients: 310, failedHours: 5_156, staleHours: 0 }]
};

let run: RunPage;
afterEach(() => run.preview.close());
afterAll(closeBrowser);

async function choose(layer: string): Promise<void> {
    await run.button(/^Layer/).click();
    await run.preview.page.getByRole('menuitemradio', { name: layer, exact: true }).click();
}

const legend = (): ReturnType<RunPage['site']> => run.preview.page.getByRole('img', { name: 'Legend' });

test('shows one layer at a time, with its own legend and in the descriptions of the sites', async () => {
    run = await RunPage.open(brightwater, { width: 1_400, height: 900 });
    await choose('Capacity');
    await expect.poll(() => run.site('EUR').getAttribute('aria-label')).toMatch(/EURSUP01 serves 4,705 clients of 100,000 that it supports$/);
    await legend().getByText('Share of the supported clients').waitFor();
    await choose('SSL');
    await expect.poll(() => run.site('BRE').getAttribute('aria-label')).toMatch(/clients scan over SSL$/);
    expect(await legend().getByText('Share of the supported clients').count()).toBe(0);
    await run.mode('Time').click();
    expect(await run.button(/^Layer/).count()).toBe(0);
    await run.mode('Plan').click();
    await choose('None');
    await expect.poll(() => run.site('BRE').getAttribute('aria-label')).not.toMatch(/SSL/);
    await expectQuiet(run.preview);
});

test('keeps the layer when the page is reloaded, and names it in the export', async () => {
    run = await RunPage.open(brightwater, { width: 1_400, height: 900, remembered: { version: 1, document: '', layer: 'versions' } });
    await legend().getByText(/^Most sites: /).waitFor();
    await run.button('Export…').click();
    await expect.poll(() => run.preview.sent('export')).toEqual([{ kind: 'export', layer: 'versions' }]);
});

test('selects the layer of problems from the number of problems', async () => {
    run = await RunPage.open({ ...brightwater, content: contentOf(harbour) }, { width: 1_400, height: 900 });
    await run.button(/1 error, 1 warning/).click();
    await expect.poll(() => run.site('OSL').getAttribute('aria-label')).toMatch(/1 error, 1 warning$/);
    expect(await run.button(/^Layer/).getAttribute('aria-label')).toBe('Layer: Problems');
});

test('simulates failures when their layer is chosen, and states the worst', async () => {
    run = await RunPage.open({ ...brightwater, respond: request => request.kind === 'outages' ? overview : brightwater.respond(request) }, { width: 1_400, height: 900 });
    await choose('If It Stops');
    await run.headline().getByText('Most scans are lost when EURSUP01 (Hamburg) stops: 5,405 clients').waitFor();
    expect(await run.site('ANT').getAttribute('aria-label')).toMatch(/if its link is cut: 310 clients affected, 5,156 client-hours without a scan$/);
    expect(await run.site('EUR').locator('.box.heat-4').count()).toBe(1);
    await legend().getByText('Client-hours without a scan').waitFor();
    // The figures stay after an edit, and are marked.
    await run.preview.show({ ...brightwater.content, scenarios: [] });
    await run.preview.page.getByText('The plan has changed since.').waitFor();
    expect(run.preview.sent('request')).toHaveLength(1);
    await run.button('Simulate Again').click();
    await expect.poll(() => run.preview.sent('request')).toHaveLength(2);
    await expectQuiet(run.preview);
});

test('cancels the simulation of failures', async () => {
    run = await RunPage.open({ ...brightwater, respond: () => new Promise<null>(() => undefined) as never }, { width: 1_400, height: 900 });
    await choose('If It Stops');
    await run.preview.page.getByRole('progressbar', { name: 'Simulating failures' }).waitFor();
    await run.button('Cancel').click();
    await run.preview.page.getByText('The simulation of failures was cancelled.').waitFor();
    await expect.poll(() => run.preview.sent('cancel')).toHaveLength(1);
    await run.button('Simulate Again').waitFor();
});

test('still marks earlier figures as outdated after their new simulation was cancelled', async () => {
    let isAnswering = true;
    run = await RunPage.open({ ...brightwater, respond: () => isAnswering ? overview : new Promise<null>(() => undefined) as never }, { width: 1_400, height: 900 });
    await choose('If It Stops');
    await run.headline().getByText('Most scans are lost when EURSUP01 (Hamburg) stops').waitFor();
    await run.preview.show({ ...brightwater.content, scenarios: [] });
    isAnswering = false;
    await run.button('Simulate Again').click();
    await run.button('Cancel').click();
    await run.preview.page.getByText('The simulation of failures was cancelled.').waitFor();
    await run.preview.page.getByText('The plan has changed since.').waitFor();
});

test('has the layers in the menu of a narrow page', async () => {
    run = await RunPage.open(brightwater, { width: 680, height: 850 });
    await run.button(/^More/).click();
    await run.preview.page.getByRole('menuitemradio', { name: 'Layer: SSL' }).click();
    await expect.poll(() => run.site('EUR').getAttribute('aria-label')).toMatch(/clients scan over SSL$/);
});
