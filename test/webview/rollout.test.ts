import { afterAll, describe, expect, test } from 'vitest';
import type { PlayedRollout } from '@sup/protocol/preview';
import { seriousIn } from '../support/axe.js';
import { editorThemes } from '../support/editor-themes.js';
import { payloads } from '../support/payloads.js';
import { playedRollout } from '../support/played-rollout.js';
import { closeBrowser, type PageOptions, PreviewPage } from '../support/preview-page.js';
import { rolloutExamples } from '../support/rollout-examples.js';
import { expectQuiet } from './plans.js';

// The rollout of a comparison: a list of steps, and the hierarchy after each of them.

afterAll(closeBrowser);

const { content, plans, rollout } = playedRollout(rolloutExamples['SP2 with a cluster']);

/** A page with the tab of the rollout open. */
async function openRollout(options: PageOptions = {}, answer: () => PlayedRollout | null | Promise<PlayedRollout | null> = () => rollout): Promise<PreviewPage> {
    const preview = await PreviewPage.open({ isMotionReduced: true, width: 1_400, height: 900, respond: request => request.kind === 'rollout' ? answer() : null, ...options });
    await preview.show(content);
    await preview.send({ kind: 'compare', plans });
    await preview.page.getByRole('tab', { name: 'Rollout' }).click();
    return preview;
}

const heading = (preview: PreviewPage, text: string | RegExp) => preview.page.getByRole('heading', { level: 1, name: text });
const marks = (preview: PreviewPage): Promise<string[]> => preview.page.locator('[role=treeitem]:has(.site-mark)').evaluateAll(items => items.map(item => (item as HTMLElement).dataset['part']!.slice('site:'.length)));
const step = (preview: PreviewPage, number: number) => preview.page.getByRole('list', { name: 'Steps' }).getByRole('button').nth(number);

test('a comparison says that the plan has changed since, and can be made again', async () => {
    const preview = await openRollout();
    const notice = preview.page.getByText('The plan has changed since this comparison.');
    await preview.show(content);
    await heading(preview, '7 steps from main to now').waitFor();
    expect(await notice.count()).toBe(0);
    await preview.show({ ...content, scene: { ...content.scene, sites: content.scene.sites.slice(1) } });
    await notice.waitFor();
    await preview.page.getByRole('button', { name: 'Compare Again…' }).click();
    expect(preview.sent('compare')).toHaveLength(1);
    await preview.send({ kind: 'compare', plans });
    await notice.waitFor({ state: 'detached' });
    await expectQuiet(preview);
    await preview.close();
});

describe('the rollout of a comparison', () => {
    test('orders the changes when its tab is opened, and starts before the first step', async () => {
        const preview = await openRollout();
        await heading(preview, '7 steps from main to now').waitFor();
        expect(preview.sent('request').filter(({ request }) => request.kind === 'rollout')).toHaveLength(1);
        expect(await marks(preview)).toEqual([]);
        await preview.page.getByText('After each of them, the hierarchy has no error that neither plan has.').waitFor();
        await expectQuiet(preview);
        await preview.close();
    });

    test('shows the hierarchy after each step, with the sites that it changes, and its facts', async () => {
        const preview = await openRollout();
        await preview.page.getByRole('button', { name: 'Next Step' }).click();
        await heading(preview, 'Step 1 of 7: Upgrade WSUS at ELM (ELMSUP01, ELMSRV01)').waitFor();
        expect(await marks(preview)).toEqual(['ELM']);
        await step(preview, 2).click();
        await heading(preview, /^Step 2 of 7: Upgrade WSUS at FIR/).waitFor();
        expect(await marks(preview)).toEqual(['FIR']);
        await preview.page.getByText(/^31,000 clients cannot scan for 1h 15m; about \d+ scans fail\.$/).waitFor();
        const facts = preview.page.locator('dl.step-facts');
        expect(await facts.locator('dt').allTextContents()).toEqual(expect.arrayContaining(['Waits for', 'Prepare', 'Changes', 'How', 'Interrupts', 'Done when', 'Way back']));
        expect(await facts.textContent()).toContain('FIRUPD01, FIRUPD02: the version of WSUS changes from 3.0 SP1 to 3.0 SP2.');
        await preview.page.getByRole('tab', { name: 'Differences' }).click();
        await preview.page.getByRole('button', { name: 'Before: main' }).waitFor();
        await expectQuiet(preview);
        await preview.close();
    });

    test('names the changes of a site in a narrow page, instead of the unchanged sites below it', async () => {
        const preview = await openRollout({ width: 680, height: 850 });
        await step(preview, 2).click();
        const site = preview.page.locator('[role=treeitem][data-part="site:FIR"]');
        await site.getByText('3 changes').waitFor();
        expect(await site.getByText('as before').count()).toBe(0);
        await preview.close();
    });

    test('keeps the current step in view while the headline walks the list', async () => {
        const preview = await openRollout({ width: 680, height: 850 });
        for (let i = 1; i <= 7; i++) {
            await preview.page.getByRole('button', { name: 'Next Step' }).click();
            await heading(preview, new RegExp(`^Step ${i} of 7`)).waitFor();
            await expect.poll(() => step(preview, i).evaluate(button => {
                const [inner, outer] = [button, button.closest('.details')!].map(element => element.getBoundingClientRect());
                return inner!.top >= outer!.top - 1 && inner!.bottom <= outer!.bottom + 1;
            })).toBe(true);
        }
        await preview.close();
    });

    test('moves between steps and tabs by the keyboard, and announces each step', async () => {
        const preview = await openRollout();
        const { page } = preview;
        await step(preview, 0).focus();
        await page.keyboard.press('ArrowDown');
        await heading(preview, /^Step 1 of 7/).waitFor();
        await page.getByRole('status').filter({ hasText: /^Step 1 of 7: Upgrade WSUS at ELM .*4,000 clients cannot scan for 45m/ }).waitFor({ state: 'attached' });
        expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-current'))).toBe('step');
        await page.keyboard.press('End');
        await heading(preview, /^Step 7 of 7/).waitFor();
        expect(await page.getByRole('button', { name: 'Next Step' }).isDisabled()).toBe(true);
        await page.keyboard.press('Home');
        await heading(preview, '7 steps from main to now').waitFor();
        await page.getByRole('tab', { name: 'Rollout' }).focus();
        await page.keyboard.press('ArrowLeft');
        expect(await page.getByRole('tab', { name: 'Differences' }).getAttribute('aria-selected')).toBe('true');
        await preview.close();
    });

    test('plays by itself from the first step, and pauses', async () => {
        const preview = await openRollout({ isMotionReduced: false });
        await preview.page.getByRole('button', { name: 'Play' }).click();
        await heading(preview, /^Step 1 of 7/).waitFor();
        await heading(preview, /^Step 2 of 7/).waitFor();
        await preview.page.getByRole('button', { name: 'Pause' }).click();
        await preview.page.getByRole('button', { name: 'Play' }).waitFor();
        await preview.close();
    });

    test('shows its progress and can be cancelled and tried again', async () => {
        const answers: ((answer: PlayedRollout) => void)[] = [];
        const preview = await openRollout({}, () => new Promise(resolve => answers.push(resolve)));
        await preview.page.getByRole('progressbar', { name: 'Ordering the rollout' }).waitFor();
        const { id } = preview.sent('request')[0]!;
        await preview.send({ kind: 'progress', id, percentage: 40 });
        await expect.poll(() => preview.page.getByRole('progressbar').getAttribute('value')).toBe('40');
        await preview.page.getByRole('button', { name: 'Cancel' }).click();
        await preview.page.getByRole('alert').filter({ hasText: 'The rollout was cancelled.' }).waitFor();
        expect(preview.sent('cancel')).toEqual([{ kind: 'cancel', id }]);
        await preview.page.getByRole('button', { name: 'Try Again' }).click();
        await expect.poll(() => answers.length).toBe(2);
        answers[1]!(rollout);
        await heading(preview, '7 steps from main to now').waitFor();
        await preview.close();
    });

    test('saves its check list', async () => {
        const preview = await openRollout();
        await preview.page.getByRole('button', { name: 'Save Check List…' }).click();
        await expect.poll(() => preview.sent('export-rollout')).toHaveLength(1);
        await preview.close();
    });

    test('states which changes have no order, and which steps are too large to draw', async () => {
        const incomplete: PlayedRollout = { ...rollout, summary: ['The order is incomplete: 1 change has no step.'], left: ['Site GUM is removed.'], steps: rollout.steps.slice(0, 2).map((each, i) => i === 0 ? each : { ...each, change: undefined }) };
        const preview = await openRollout({}, () => incomplete);
        await preview.page.getByRole('region', { name: 'Changes without an order' }).getByText('Site GUM is removed.').waitFor();
        await step(preview, 2).click();
        await preview.page.getByText('The plan is too large to draw this step; the picture shows an earlier one.').waitFor();
        expect(await marks(preview)).toEqual(['ELM']);
        await preview.close();
    });

    test('keeps the markup in names and messages as text', async () => {
        const hostile = payloads.slice(0, rollout.steps.length);
        const steps = rollout.steps.map((each, i) => ({ ...each, title: hostile[i]!, details: [{ label: 'Changes' as const, text: hostile[i]! }] }));
        const preview = await openRollout({}, () => ({ ...rollout, summary: hostile, steps }));
        for (const [i, payload] of hostile.entries()) {
            await step(preview, i + 1).click();
            await heading(preview, `Step ${i + 1} of 7: ${payload}`).waitFor();
        }
        await expectQuiet(preview);
        await preview.close();
    });
});

test.each(editorThemes)('the rollout has no serious accessibility violations in the theme %s', async theme => {
    const preview = await openRollout({ theme });
    await heading(preview, '7 steps from main to now').waitFor();
    await step(preview, 2).click();
    await heading(preview, /^Step 2 of 7/).waitFor();
    for (const [width, height] of [[1_400, 900], [680, 850]] as const) {
        await preview.page.setViewportSize({ width, height });
        await preview.frame();
        expect(await seriousIn(preview)).toEqual([]);
        await preview.picture(`rollout-${theme}-${width}`);
    }
    await preview.close();
});
