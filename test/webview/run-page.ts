import type { Locator } from 'playwright-core';
import { type PageOptions, PreviewPage } from '../support/preview-page.js';
import type { StagedPlan } from '../support/stage.js';

/** A preview page that plays runs of a staged plan. */
export class RunPage {
    private constructor(readonly preview: PreviewPage) {}

    static async open(stage: StagedPlan, options: PageOptions = {}): Promise<RunPage> {
        const preview = await PreviewPage.open({ respond: request => stage.respond(request), ...options });
        await preview.show(stage.content);
        return new RunPage(preview);
    }

    static async openTime(stage: StagedPlan, options: PageOptions = {}): Promise<RunPage> {
        const page = await RunPage.open(stage, options);
        await page.showTime();
        return page;
    }

    /** Opens a page that was left with a what-if run at a moment. */
    static async restore(stage: StagedPlan, events: readonly { readonly at: number; readonly event: string }[], time: number, options: PageOptions = {}, more: object = {}): Promise<RunPage> {
        const remembered = { version: 1, document: '', isTimeOpen: true, question: { events }, time, ...more };
        const page = await RunPage.open(stage, { isMotionReduced: true, width: 1_400, height: 900, remembered, ...options });
        await page.site('BW0').locator('[data-condition]').first().waitFor();
        return page;
    }

    async showTime(): Promise<void> {
        await this.mode('Time').click();
        await this.preview.page.locator('.lane').first().waitFor();
    }

    readonly mode = (name: string): Locator => this.preview.page.getByRole('radio', { name });
    readonly button = (name: string | RegExp): Locator => this.preview.page.getByRole('button', { name, exact: typeof name === 'string' });
    readonly slider = (): Locator => this.preview.page.getByRole('slider', { name: 'Time' });
    readonly clock = (): Promise<string | null> => this.preview.page.getByLabel('Current time', { exact: true }).textContent();
    readonly goTo = (minute: number): Promise<void> => this.slider().fill(String(minute));
    readonly site = (code: string): Locator => this.preview.page.locator(`[role=treeitem][data-part="site:${code}"]`);
    readonly headline = (): Locator => this.preview.page.getByRole('heading', { level: 1 });

    /** Selects a scenario and waits for its run. */
    async selectScenario(title: string): Promise<void> {
        await this.preview.page.getByLabel('Scenario', { exact: true }).selectOption(title);
        await this.preview.page.locator('.mark-button').first().waitFor();
    }
}
