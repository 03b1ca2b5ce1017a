import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import { type Direction, renderToSvg } from '@sup/picture';
import { chapterOf, collect, type Drawing, drawPlan, htmlReport, markdownReport, Places, type PlanReport, type ReportDocument, type ReportedPlan, type ReportTheme } from '@sup/report';
import { defaultSeed } from '@sup/simulation';
import { CannotRun } from '../cannot-run.js';
import { finish } from '../finish.js';
import { hierarchiesIn, type PlannedHierarchy } from '../hierarchies.js';
import { type Plans, withPlans } from '../plans.js';
import { runOptionsFor, type SimulationOptions } from '../run-options.js';
import type { Terminal } from '../terminal.js';
import { writeWholeFile } from '../whole-file.js';

export const formats = ['html', 'markdown', 'svg'] as const;
export const directions: readonly Direction[] = ['down', 'right'];
export const themes = ['light', 'dark'] as const satisfies readonly ReportTheme[];

export interface ReportOptions extends SimulationOptions {
    readonly format: typeof formats[number];
    /** The file to write; without it, stdout. */
    readonly output?: string;
    readonly direction: Direction;
    readonly theme?: ReportTheme;
    readonly version: string;
}

/** Writes a document about the hierarchies that the paths name, and gives the exit code. */
export function report(paths: readonly string[], options: ReportOptions, terminal: Terminal): Promise<number> {
    return withPlans(paths, terminal, (plans, progress) => {
        const found = hierarchiesIn(plans);
        if (options.format === 'svg') {
            write(new Map([[options.output, pictureOf(drawPlan(reported(only(found), plans, options), options.direction), options)]]), terminal);
            return 0;
        }
        const reports = found.map(each => finish(collect(reported(each, plans, options), options.direction), ({ what, share }) => progress.say(`${what}, ${Math.floor(share * 100)} %`)));
        progress.end();
        const document = documentOf(reports, plans, options);
        write(options.format === 'html' ? new Map([[options.output, htmlReport(document, options.theme, sha256)]]) : markdownFiles(document, reports, options), terminal);
        return reports.some(({ plain }) => plain?.isExhausted) ? 1 : 0;
    });
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');

function reported(planned: PlannedHierarchy, plans: Plans, options: SimulationOptions): ReportedPlan {
    return { ...planned, services: plans.services, places: new Places(plans.pathOf), optionsFor: document => runOptionsFor(document, plans, options), seed: options.seed };
}

function only([first, ...others]: readonly PlannedHierarchy[]): PlannedHierarchy {
    if (others.length > 0) {
        const labels = [first!, ...others].slice(0, 5).map(({ label }) => label).join(', ');
        throw new CannotRun(`these files have ${others.length + 1} hierarchies, and a picture shows one; name the files of only one of them: ${labels}${others.length > 4 ? ', …' : ''}`);
    }
    return first!;
}

/** Texts by the files that they go to; undefined is stdout. */
type Files = ReadonlyMap<string | undefined, string>;

function write(files: Files, { stdout }: Terminal): void {
    files.forEach((text, path) => {
        if (path === undefined) {
            stdout.write(text);
        } else {
            writeWholeFile(path, text);
        }
    });
}

/** The document, and the pictures beside it. They come first: what refers to them is there only when they are. */
function markdownFiles(document: ReportDocument, reports: readonly PlanReport[], { output, theme }: ReportOptions): Files {
    const pictures = output === undefined ? [] : reports.map((_, i) => pictureBeside(output, i));
    return new Map([
        ...pictures.map((path, i) => [path, pictureOf(reports[i]!, { theme })] as const),
        [output, markdownReport(document, chapter => pictures[chapter] && basename(pictures[chapter]))]
    ]);
}

/** `plan.md` has its picture in `plan.svg`; the pictures of further hierarchies have numbers. */
function pictureBeside(output: string, i: number): string {
    return `${output.slice(0, output.length - extname(output).length)}${i === 0 ? '' : `-${i + 1}`}.svg`;
}

function pictureOf({ scene, layout }: Drawing, { theme = 'light' }: Pick<ReportOptions, 'theme'>): string {
    return renderToSvg(scene, layout, theme);
}

function documentOf(reports: readonly PlanReport[], plans: Plans, options: ReportOptions): ReportDocument {
    return { title: reports.map(({ label }) => label).join(', '), troubles: plans.troubles(), chapters: reports.map(chapterOf), footer: footerOf(reports, plans, options) };
}

/** What a report was made from: who has the same gets the same bytes, and can tell whether two reports are about the same plans. */
function footerOf(reports: readonly PlanReport[], { selected, pathOf }: Plans, { version, direction, theme, maxEvents }: ReportOptions): string {
    const hash = createHash('sha256');
    selected.forEach(({ uri, textDocument }) => hash.update(`${pathOf(uri)}\0${textDocument.getText()}\0`));
    const seeds = [...new Set(reports.map(({ runOptions }) => runOptions.seed ?? defaultSeed))].join(', ');
    const options = [`direction ${direction}`, `colours ${theme ?? 'of the reader'}`, `seed ${seeds} (scenarios may have their own)`, ...maxEvents === undefined ? [] : [`at most ${maxEvents} events`]];
    return `Made by sup ${version} from ${selected.length} ${selected.length === 1 ? 'file' : 'files'} (SHA-256 ${hash.digest('hex').slice(0, 16)}), with ${options.join(', ')}. The same plans and options give the same bytes.`;
}
