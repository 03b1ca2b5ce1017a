import type { LangiumDocument } from 'langium';
import { type CheckResult, problemsOf, rangeOf, type ShownFinding, type SupServices } from '@sup/language';
import type { Hierarchy } from '@sup/model';
import { buildScene, type Direction, type Layout, layOut, overviewOf, type Scene } from '@sup/picture';
import { plainScenario, type RunOptions, Simulation, mapProgress } from '@sup/simulation';
import type { Place, Places } from './places.js';
import type { PlanReport, ReportedFinding, ReportedRisk } from './plan-report.js';
import { testScenario } from './scenarios/test-scenario.js';

/** A hierarchy that is reported, and how it is run. */
export interface ReportedPlan {
    readonly hierarchy: Hierarchy;
    /** Its name, or the file that is a hierarchy of its own. */
    readonly label: string;
    /** Those of its files that the report is about. */
    readonly documents: readonly LangiumDocument[];
    readonly services: Pick<SupServices, 'analysis' | 'linter'>;
    readonly places: Places;
    /** How to run what a document says. */
    optionsFor(document: LangiumDocument): RunOptions;
    /** What chance is drawn from, whatever scenarios say. */
    readonly seed?: number | undefined;
}

/** How far the collecting is: what is being run, and the share of it that is done, from 0 to 1. */
export interface Collecting {
    readonly what: string;
    readonly share: number;
}

/** How long the plan is run as it is: long enough for the last clients to scan for an update, with the scan interval that is usual. */
const plainDuration = 21 * 24 * 60;

const gravest: readonly ShownFinding['shownAs'][] = ['error', 'warning', 'information', 'hint'];

export interface Drawing {
    readonly scene: Scene;
    readonly layout: Layout;
}

/** Checks and draws a hierarchy. */
export function drawPlan(plan: ReportedPlan, direction: Direction): Drawing {
    return drawChecked(plan, check(plan), direction);
}

/** Checks, draws and runs a hierarchy. */
export function* collect(plan: ReportedPlan, direction: Direction): Generator<Collecting, PlanReport> {
    const { hierarchy, label, documents, places, seed, services: { analysis } } = plan;
    const checked = check(plan);
    const runOptions = plan.optionsFor(documents[0]!);
    const own = documents.flatMap(document => analysis.hierarchies.scenariosOf(document).map(scenario => ({ scenario, options: plan.optionsFor(document) })));
    const scenarios: PlanReport['scenarios'][number][] = [];
    for (const [i, each] of own.entries()) {
        scenarios.push(yield* mapProgress(testScenario({ ...each, hierarchy, label, seed }, places), share => ({ what: `Running scenarios of ${label}: ${i + 1} of ${own.length}`, share })));
    }
    return {
        label, hierarchy, runOptions, scenarios, ...drawChecked(plan, checked, direction),
        findings: gravest.flatMap(severity => checked.flatMap(({ document, findings }) => findings.filter(({ shownAs }) => shownAs === severity).map(finding => findingOf(finding, document, places)))),
        risks: checked.flatMap(({ document, risks }) => risks.filter(({ inert }) => inert === undefined).map(({ allow, silenced }): ReportedRisk => ({
            ...placeIn(document, rangeOf({ of: allow }, document), places), rule: allow.rule ?? '', reason: allow.because ?? '', until: allow.until, count: silenced.length
        }))),
        plain: hierarchy.sites.length === 0 ? undefined : yield* mapProgress(new Simulation(hierarchy, plainScenario(plainDuration), runOptions).inChunks(), share => ({ what: `Simulating ${label}`, share }))
    };
}

interface CheckedDocument extends CheckResult {
    readonly document: LangiumDocument;
}

function check({ documents, services: { linter } }: ReportedPlan): readonly CheckedDocument[] {
    return documents.map(document => ({ document, ...linter.rules.check(document) }));
}

function drawChecked({ hierarchy }: ReportedPlan, checked: readonly CheckedDocument[], direction: Direction): Drawing {
    const scene = buildScene(hierarchy, checked.flatMap(({ document, findings }) => problemsOf(findings, document)));
    return { scene, layout: layOut(scene, { direction, ...overviewOf(scene) }) };
}

function findingOf({ rule, shownAs, message, at }: ShownFinding, document: LangiumDocument, places: Places): ReportedFinding {
    return { ...placeIn(document, rangeOf(at, document), places), rule: rule.id, severity: shownAs, message };
}

function placeIn({ uri }: LangiumDocument, range: Place['range'], places: Places): Place {
    return places.at({ uri: uri.toString(), range });
}
