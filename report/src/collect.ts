import type { LangiumDocument } from 'langium';
import { type CheckResult, locationOf, problemsOf, rangeOf, type ShownFinding, type SupServices } from '@sup/language';
import { type Hierarchy, number, unknownValuesOf } from '@sup/model';
import { branchScene, buildLayer, buildSceneInChunks, type Direction, type Extent, type Layer, type LayerName, type Layout, layOutInFull, layOutPage, omissionIn, type Scene, siteScene } from '@sup/picture';
import { advisedSites, answeringDuration, EventBudgetError, plainScenario, type RunOptions, Simulation, type Sweep, settledByDefault, sweep, mapProgress } from '@sup/simulation';
import { simulateOutages } from './outages/outage-overview.js';
import type { ReportLocation, ReportLocations } from './report-location.js';
import type { PlanReport, ReportedFinding, ReportedRisk } from './plan-report.js';
import { testScenario } from './scenarios/test-scenario.js';

/** A hierarchy to report on, and how to simulate it. */
export interface ReportedPlan {
    readonly hierarchy: Hierarchy;
    /** Its name, or the file that is a hierarchy of its own. */
    readonly label: string;
    /** The files of the hierarchy that the report covers. */
    readonly documents: readonly LangiumDocument[];
    readonly services: Pick<SupServices, 'analysis' | 'linter'>;
    readonly locations: ReportLocations;
    /** The options for simulating the scenarios of a document. */
    optionsFor(document: LangiumDocument): RunOptions;
    /** Overrides the seeds of the scenarios. */
    readonly seed?: number | undefined;
    /** The maximum size of the scene, as JSON; unlimited by default. A scene that exceeds it has the first sites only, and states so. */
    readonly maxSceneCharacters?: number | undefined;
}

/** The current step of the collection, and the share of it that is done, from 0 to 1. */
export interface CollectProgress {
    readonly what: string;
    readonly share: number;
}

const fileStart = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

const severities: readonly ShownFinding['shownAs'][] = ['error', 'warning', 'information', 'hint'];

/** The sizes of the picture in a report, in pixels: the widths of its text on a phone, a tablet or half a screen, and on a screen or paper. */
const pageSizes = [{ width: 456, height: 900 }, { width: 736, height: 800 }, { width: 1_116, height: 740 }] as const;

/** A picture without all of the sites is drawn once: it is large, and a page of another size would not show more of them. */
const sizesFor = (scene: Scene): typeof pageSizes | readonly [typeof pageSizes[2]] => omissionIn(scene) === undefined ? pageSizes : [pageSizes[2]];

/** The space below the results on the first sheet of paper: the text of a landscape page, A4 or Letter, without the usual height of what stands above. */
const paperSize = { width: 980, height: 400 } as const;

/** The picture for that space, unless it has room for no more than the codes of the sites. It is then printed as on a screen, on a sheet of its own. */
function paperLayout(scene: Scene, direction: Direction): Layout | undefined {
    const layout = layOutPage(scene, direction, 'page', paperSize);
    return layout.height <= paperSize.height && layout.level !== 'code' && layout.level !== 'mark' ? layout : undefined;
}

/** The width of the pictures with everything about the sites of a branch. Narrow enough for most readers. */
const branchWidth = 736;

/** Sites up to which a report has such pictures. */
const maxDetailedSites = 150;

export interface Drawing {
    readonly scene: Scene;
    readonly layout: Layout;
    readonly layer?: Layer | undefined;
}

/** The choices for a picture without a document. */
export interface DrawingOptions {
    readonly direction: Direction;
    readonly extent: Extent;
    readonly layer?: LayerName | undefined;
}

/**
 * Checks a hierarchy and draws it in chunks. Only the layer of outages simulates it, without a limit because it is asked for. Yields the share that is
 * done. Throws {@link EventBudgetError} if a run exceeds its event budget.
 */
export function* drawPlanInChunks(plan: ReportedPlan, { direction, extent, layer }: DrawingOptions): Generator<number, Drawing> {
    const { hierarchy, documents } = plan;
    const scene = yield* sceneOf(plan, check(plan));
    const outages = layer === 'outages' ? yield* simulateOutages(hierarchy, plan.optionsFor(documents[0]!)) : undefined;
    return { scene, layout: layOutPage(scene, direction, extent), layer: layer && buildLayer(scene, layer, outages) };
}

/** Checks, draws and simulates a hierarchy. The picture of the whole hierarchy shows the layer, if one is chosen. */
export function* collect(plan: ReportedPlan, { direction, layer }: Omit<DrawingOptions, 'extent'>): Generator<CollectProgress, PlanReport> {
    const { hierarchy, label, documents, locations, seed, services: { analysis } } = plan;
    const checked = check(plan);
    const runOptions = plan.optionsFor(documents[0]!);
    const own = documents.flatMap(document => analysis.hierarchies.scenariosOf(document).map(scenario => ({ scenario, options: plan.optionsFor(document) })));
    const scenarios: PlanReport['scenarios'][number][] = [];
    for (const [i, each] of own.entries()) {
        scenarios.push(yield* mapProgress(testScenario({ ...each, hierarchy, label, seed }, locations), share => ({ what: `Running scenarios of ${label}: ${i + 1} of ${own.length}`, share })));
    }
    const scene = yield* mapProgress(sceneOf(plan, checked), share => ({ what: `Drawing ${label}`, share }));
    const outages = layer === 'outages' ? yield* mapProgress(simulateOutages(hierarchy, runOptions), share => ({ what: `Simulating failures in ${label}`, share })) : undefined;
    return {
        label, hierarchy, runOptions, scenarios, scene, layer: layer && buildLayer(scene, layer, outages), layouts: sizesFor(scene).map(size => layOutPage(scene, direction, 'page', size)), paper: omissionIn(scene) === undefined ? paperLayout(scene, direction) : undefined, branches: branchesOf(scene),
        files: documents.map(({ uri }) => locations.at({ uri: uri.toString(), range: fileStart }).path), advice: advisedSites(hierarchy, hierarchy.sites, runOptions.assumptions ?? {}),
        sweep: yield* sweepWithinLimit(hierarchy, label, runOptions),
        findings: severities.flatMap(severity => checked.flatMap(({ document, findings }) => findings.filter(({ shownAs }) => shownAs === severity).map(finding => findingOf(finding, document, locations)))),
        risks: checked.flatMap(({ document, risks }) => risks.filter(({ inert }) => inert === undefined).map(({ allow, silenced }): ReportedRisk => ({
            ...locationIn(document, rangeOf({ of: allow }, document), locations), rule: allow.rule ?? '', reason: allow.because ?? '', until: allow.until, count: silenced.length
        }))),
        unknownValues: hierarchy.sites.flatMap(site => unknownValuesOf(site).map(({ element, key, text }) => ({ ...locations.at(locationOf(element, key)), site: site.code, text }))),
        plain: hierarchy.sites.length === 0 ? undefined : yield* mapProgress(new Simulation(hierarchy, plainScenario(answeringDuration(hierarchy, runOptions.assumptions)), settledByDefault(runOptions)).inChunks(), share => ({ what: `Simulating ${label}`, share }))
    };
}

/** Sites up to which failures are simulated: the work grows with their square. */
const maxSweptSites = 150;

function* sweepWithinLimit(hierarchy: Hierarchy, label: string, options: RunOptions): Generator<CollectProgress, Sweep | string | undefined> {
    const { length } = hierarchy.sites;
    if (length === 0 || length > maxSweptSites) {
        return length === 0 ? undefined : `Not simulated in a report on ${number(length)} sites: it would take long. Run \`sup sweep\`.`;
    }
    try {
        return yield* mapProgress(sweep(hierarchy, options), ({ done, of }) => ({ what: `Simulating failures in ${label}`, share: done / of }));
    } catch (error) {
        if (error instanceof EventBudgetError) {
            return error.message;
        }
        throw error;
    }
}

interface CheckedDocument extends CheckResult {
    readonly document: LangiumDocument;
}

function check({ documents, services: { linter } }: ReportedPlan): readonly CheckedDocument[] {
    return documents.map(document => ({ document, ...linter.rules.check(document) }));
}

function sceneOf({ hierarchy, maxSceneCharacters }: ReportedPlan, checked: readonly CheckedDocument[]): Generator<number, Scene> {
    return buildSceneInChunks(hierarchy, checked.flatMap(({ document, findings }) => problemsOf(findings, document)), maxSceneCharacters);
}

/** Everything about the sites: one picture for the top with the sites directly below it, and one for each branch below. */
function branchesOf(scene: Scene): PlanReport['branches'] {
    if (scene.sites.length > maxDetailedSites) {
        return [];
    }
    const byId = new Map(scene.sites.map(site => [site.id, site]));
    const drawn = (title: string, part: Scene): PlanReport['branches'][number] => ({ title, scene: part, layout: layOutInFull(part, branchWidth) });
    return scene.tops.flatMap(top => {
        const site = byId.get(top)!;
        const titleOf = ({ code, title }: typeof site): string => [code, title].filter(Boolean).join(' ');
        const branches = site.children.map(id => byId.get(id)!).filter(({ children }) => children.length > 0);
        return branches.length === 0 ? [drawn(titleOf(site), branchScene(scene, top))] : [drawn(titleOf(site), siteScene(scene, top, branches.map(({ id }) => id))), ...branches.map(branch => drawn(titleOf(branch), branchScene(scene, branch.id)))];
    });
}

function findingOf({ rule, shownAs, message, at }: ShownFinding, document: LangiumDocument, locations: ReportLocations): ReportedFinding {
    return { ...locationIn(document, rangeOf(at, document), locations), rule: rule.id, severity: shownAs, message };
}

function locationIn({ uri }: LangiumDocument, range: ReportLocation['range'], locations: ReportLocations): ReportLocation {
    return locations.at({ uri: uri.toString(), range });
}
