import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { counted, number } from '@sup/model';
import { type Direction, type Extent, type LayerName, pictureClass, renderToSvg } from '@sup/picture';
import { chapterOf, collect, type Drawing, drawPlanInChunks, htmlReport, markdownReport, mermaid, ReportLocations, type PlanReport, type ReportDocument, type ReportedPlan, type ReportTheme } from '@sup/report';
import { defaultSeed, runToEnd } from '@sup/simulation';
import { CommandError } from '../command-error.js';
import { hierarchiesIn, type PlannedHierarchy } from '../hierarchies.js';
import { checkOutput, type OutputTexts, writeOutput } from '../output-files.js';
import { type Plans, withPlans } from '../plans.js';
import { percentage } from '../progress.js';
import { runOptionsFor, type SimulationOptions } from '../run-options.js';
import type { Terminal } from '../terminal.js';
import { checkOptions } from './options-by-format.js';
import { rasterize } from './rasterize.js';

export const formats = ['html', 'markdown', 'svg', 'png', 'mermaid'] as const;
export const directions: readonly Direction[] = ['down', 'right'];
export const themes = ['light', 'dark'] as const satisfies readonly ReportTheme[];

export interface ReportOptions extends SimulationOptions {
    readonly format: typeof formats[number];
    /** The file to write to; stdout if undefined. */
    readonly output?: string;
    readonly direction: Direction;
    /** How much a picture without a document shows; what fits on one page by default. */
    readonly extent?: Extent;
    /** The figures that the picture of the hierarchy adds to the structure. */
    readonly layer?: LayerName;
    /** The width of a PNG picture in pixels; by default that of the picture. */
    readonly width?: number;
    readonly theme?: ReportTheme;
    readonly version: string;
}

/** Writes a document about the hierarchies at the paths. Returns the exit code. */
export async function report(paths: readonly string[], options: ReportOptions, terminal: Terminal): Promise<number> {
    checkOptions(options);
    checkOutput(options.output);
    return withPlans(paths, terminal, async (plans, progress) => {
        const found = hierarchiesIn(plans);
        if (isPicture(options.format)) {
            const planned = singleHierarchy(found);
            const drawing = runToEnd(drawPlanInChunks(reportedPlan(planned, plans, options), { extent: 'page', ...options }), share => progress.show(`Drawing ${planned.label}: ${percentage(share)}`));
            progress.end();
            return draw(drawing, options, terminal);
        }
        const reports = found.map(each => runToEnd(collect(reportedPlan(each, plans, options), options), ({ what, share }) => progress.show(`${what}: ${percentage(share)}`)));
        progress.end();
        const document = documentOf(reports, plans, options);
        await writeOutput(options.format === 'html' ? new Map([[options.output, htmlReport(document, options.theme, sha256)]]) : markdownFiles(document, reports, options), terminal);
        return reports.some(({ plain }) => plain?.isExhausted) ? 1 : 0;
    });
}

const isPicture = (format: ReportOptions['format']): boolean => format === 'svg' || format === 'png' || format === 'mermaid';

/** Writes a picture of one hierarchy. Returns the exit code. */
async function draw(drawing: Drawing, options: ReportOptions, terminal: Terminal): Promise<number> {
    const { format, output } = options;
    if (format === 'png' && output === undefined && terminal.stdout.isTTY) {
        throw new CommandError('a PNG picture cannot be shown in a terminal; name a file with --output');
    }
    await writeOutput(new Map([[output, format === 'mermaid' ? mermaid(drawing.scene, options.direction) : await imageOf(drawing, options)]]), terminal);
    return 0;
}

async function imageOf(drawing: Drawing, options: ReportOptions): Promise<string | Uint8Array> {
    const svg = pictureOf(drawing, options);
    return options.format === 'svg' ? svg : rasterize(svg, options.width ?? widthOf(svg));
}

/** The width that a picture states. */
const widthOf = (svg: string): number => Math.round(Number(/ width="([\d.]+)"/.exec(svg)![1]));

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');

function reportedPlan(planned: PlannedHierarchy, plans: Plans, options: SimulationOptions): ReportedPlan {
    return { ...planned, services: plans.services, locations: new ReportLocations(plans.pathOf), optionsFor: document => runOptionsFor(document, plans, options), seed: options.seed };
}

function singleHierarchy([first, ...others]: readonly PlannedHierarchy[]): PlannedHierarchy {
    if (others.length > 0) {
        const labels = [first!, ...others].slice(0, 5).map(({ label }) => label).join(', ');
        throw new CommandError(`these files contain ${others.length + 1} hierarchies, but a picture shows one; select the files of a single hierarchy: ${labels}${others.length > 4 ? ', …' : ''}`);
    }
    return first!;
}

/** The document and its pictures. The pictures are written first, so that the document never refers to missing files. */
function markdownFiles(document: ReportDocument, reports: readonly PlanReport[], { output, theme }: ReportOptions): OutputTexts {
    const pictures = output === undefined ? [] : reports.map((_, i) => picturePath(output, i));
    return new Map([
        ...pictures.map((path, i) => [path, pictureOf({ ...reports[i]!, layout: reports[i]!.layouts.at(-1)! }, { theme })] as const),
        [output, markdownReport(document, chapter => pictures[chapter] && basename(pictures[chapter]))]
    ]);
}

/** The picture of `plan.md` is `plan-picture.svg`; those of further hierarchies are `plan-picture-2.svg` and so on. */
function picturePath(output: string, i: number): string {
    const path = `${output.slice(0, output.length - extname(output).length)}-picture${i === 0 ? '' : `-${i + 1}`}.svg`;
    if (!isMissingOrPicture(path)) {
        throw new CommandError(`${path} would be the picture of this report, but it exists and is not a picture by sup; choose another name for --output`);
    }
    return path;
}

/** Whether a file can be written although the user has not named it: it does not exist, or an earlier report has written it. */
function isMissingOrPicture(path: string): boolean {
    try {
        return readFileSync(path, 'utf8').startsWith(`<svg xmlns="http://www.w3.org/2000/svg" class="${pictureClass}"`);
    } catch {
        return !existsSync(path);
    }
}

function pictureOf({ scene, layout, layer }: Drawing, { theme = 'light' }: Pick<ReportOptions, 'theme'>): string {
    return renderToSvg(scene, layout, theme, layer);
}

function documentOf(reports: readonly PlanReport[], plans: Plans, options: ReportOptions): ReportDocument {
    return { title: reports.map(({ label }) => label).join(', '), omissions: plans.failures(), chapters: reports.map(chapterOf), footer: footerOf(reports, plans, options) };
}

/** The inputs of a report. The same inputs produce the same bytes, and the hash shows whether two reports are about the same plans. */
function footerOf(reports: readonly PlanReport[], { selected, pathOf }: Plans, { version, direction, layer, theme, maxEvents }: ReportOptions): string {
    const hash = createHash('sha256');
    selected.forEach(({ uri, textDocument }) => hash.update(`${pathOf(uri)}\0${textDocument.getText()}\0`));
    const seeds = [...new Set(reports.map(({ runOptions }) => runOptions.seed ?? defaultSeed))].join(', ');
    const options = [`direction ${direction}`, ...layer === undefined ? [] : [`layer ${layer}`], theme === undefined ? 'the colors of the reader\'s system' : `${theme} colors`, `seed ${seeds} (unless a scenario sets its own)`, ...maxEvents === undefined ? [] : [`at most ${number(maxEvents)} events`]];
    return `Generated by sup ${version} from ${counted(selected.length, 'file')} (SHA-256 ${hash.digest('hex').slice(0, 16)}), with ${options.join(', ')}. The same plans and options produce the same bytes.`;
}
