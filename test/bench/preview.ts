// The response times of the preview page at several sizes, in a real browser: until a received plan is drawn, until a changed one is drawn,
// and between frames while the user drags the time slider. The floor is an empty page in the same browser that receives the same messages.
// Prints the measurements, which scripts/bench/preview.mjs turns into a section.
import { performance } from 'node:perf_hooks';
import { chromium, type Page } from 'playwright-core';
import { buildScene, idsOf } from '@sup/picture';
import { Recorder, type Recording } from '@sup/playback';
import type { PreviewContent } from '@sup/protocol/preview';
import { plainScenario, Simulation } from '@sup/simulation';
import { ensureChromium } from '../../scripts/programs.mjs';
import { largeHierarchy } from '../support/large-hierarchy.js';
import { closeBrowser, PreviewPage } from '../support/preview-page.js';
import { median, quantile } from './quantile.js';

const fortnight = 14 * 24 * 60;
const frames = 120;

function recordingOf(sites: number): Recording {
    const hierarchy = largeHierarchy(sites);
    const ids = idsOf(hierarchy);
    const recorder = new Recorder({ duration: fortnight, idOf: part => ids.of(part), textOf: () => '' });
    const simulation = new Simulation(hierarchy, plainScenario(fortnight), { seed: 1, observers: [recorder] });
    while (!simulation.advance(100_000));
    return recorder.result(simulation.result());
}

function contentOf(sites: number): PreviewContent {
    return { scene: buildScene(largeHierarchy(sites), []), scenarios: [] };
}

/** The same plan with a letter typed into the name of a site in its middle. */
function typedInto({ scene, scenarios }: PreviewContent, letter: string): PreviewContent {
    const middle = scene.sites.length >> 1;
    return { scenarios, scene: { ...scene, sites: scene.sites.map((site, i) => i === middle ? { ...site, title: `Site ${letter}` } : site) } };
}

/** Milliseconds from the arrival of a message until its effect is drawn, without the transfer into the browser. */
async function untilDrawn(page: Page, message: object): Promise<number> {
    await page.evaluate(data => void (Object.assign(window, { waiting: data })), message);
    return page.evaluate(() => new Promise<number>(resolve => {
        const start = performance.now();
        window.postMessage((window as unknown as { waiting: object }).waiting, '*');
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start))));
    }));
}

/** Milliseconds between frames while the time slider is dragged from one end to the other, if the page has one. */
async function frameTimes(page: Page): Promise<number[]> {
    return page.evaluate(count => new Promise<number[]>(resolve => {
        const slider = document.querySelector<HTMLInputElement>('.scrubber');
        const times: number[] = [];
        let last = performance.now();
        const frame = (now: number): void => {
            times.push(now - last);
            last = now;
            if (slider) {
                slider.value = String(Math.floor(Number(slider.max) * times.length / count));
                slider.dispatchEvent(new Event('input', { bubbles: true }));
            }
            if (times.length > count) {
                resolve(times.slice(1));
            } else {
                requestAnimationFrame(frame);
            }
        };
        requestAnimationFrame(frame);
    }), frames);
}

async function measure(sites: number, runs: number): Promise<object> {
    const content = contentOf(sites);
    const recording = recordingOf(sites);
    const first: number[] = [];
    const typed: number[] = [];
    let dragged: number[] = [];
    for (let i = 0; i < runs; i++) {
        const preview = await PreviewPage.open({ respond: request => request.kind === 'play' ? { run: 1, recording, difference: undefined, refused: [], lines: 0 } : null });
        first.push(await untilDrawn(preview.page, { kind: 'show', file: 'plan.sup', content }));
        for (const letter of 'abc') {
            typed.push(await untilDrawn(preview.page, { kind: 'show', file: 'plan.sup', content: typedInto(content, letter) }));
        }
        if (i === runs - 1) {
            await preview.page.getByRole('radio', { name: 'Time' }).click();
            await preview.page.locator('.lane').first().waitFor();
            dragged = await frameTimes(preview.page);
        }
        await preview.close();
    }
    const empty = await emptyPage();
    const floorFirst = [];
    for (let i = 0; i < runs; i++) {
        floorFirst.push(await untilDrawn(empty, { kind: 'show', file: 'plan.sup', content }));
    }
    const floorFrames = await frameTimes(empty);
    await empty.context().browser()!.close();
    const both = (values: readonly number[]): readonly number[] => [median(values), quantile(values, 0.95)];
    return { sites, first: both(first), typed: both(typed), dragged: both(dragged), floor: both(floorFirst), floorFrames: both(floorFrames) };
}

async function emptyPage(): Promise<Page> {
    const browser = await chromium.launch({ executablePath: await ensureChromium(), args: ['--no-sandbox', '--disable-gpu'] });
    const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
    await page.setContent('<!DOCTYPE html><title>Empty</title><body></body>');
    return page;
}

const started = performance.now();
const measurements = [];
for (const [sites, runs] of [[100, 7], [1_000, 7], [10_000, 5]] as const) {
    measurements.push({ ...await measure(sites, runs), runs });
}
await closeBrowser();
console.log(JSON.stringify({ frames, measurements, seconds: Math.round((performance.now() - started) / 1_000) }));
