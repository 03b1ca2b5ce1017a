import type { LangiumDocument } from 'langium';
import { type CheckResult, problemsOf, rangeOf, type ShownFinding } from '@sup/language';
import type { Hierarchy } from '@sup/model';
import { buildScene, type Direction, type Layout, layOut, overviewOf, type Scene } from '@sup/picture';
import { plainScenario, type RunOptions, Simulation, type SimulationResult } from '@sup/simulation';
import type { PlannedHierarchy } from '../hierarchies.js';
import { Places } from '../places.js';
import type { Plans } from '../plans.js';
import { runOptionsFor, type SimulationOptions } from '../run-options.js';
import { allScenariosIn } from '../scenarios.js';
import { testScenario } from '../test/test-scenario.js';
import type { PlanReport, ReportedFinding, ReportedRisk } from './plan-report.js';

export interface CollectOptions extends SimulationOptions {
    readonly direction: Direction;
}

/** How long the plan is run as it is: long enough for the last clients to scan for an update, with the scan interval that is usual. */
const plainDuration = 21 * 24 * 60;

/** Events between two words about progress. */
const portion = 2_000;

const gravest: readonly ShownFinding['shownAs'][] = ['error', 'warning', 'information', 'hint'];

export interface Drawing {
    readonly scene: Scene;
    readonly layout: Layout;
}

/** Checks and draws a hierarchy. */
export function draw(planned: PlannedHierarchy, plans: Plans, direction: Direction): Drawing {
    return drawChecked(planned, check(planned, plans), plans, direction);
}

/** Checks, draws and runs a hierarchy. */
export function collect(planned: PlannedHierarchy, plans: Plans, options: CollectOptions, say: (what: string) => void): PlanReport {
    const { hierarchy, label, document, documents } = planned;
    const checked = check(planned, plans);
    const runOptions = runOptionsFor(document, plans, options);
    const places = new Places(plans.pathOf);
    const own = allScenariosIn(plans).filter(each => documents.includes(each.document));
    return {
        label, hierarchy, runOptions, ...drawChecked(planned, checked, plans, options.direction),
        findings: gravest.flatMap(severity => checked.flatMap(({ document: file, findings }) => findings.filter(({ shownAs }) => shownAs === severity).map(finding => findingOf(finding, file, plans)))),
        risks: checked.flatMap(({ document: file, risks }) => risks.filter(({ inert }) => inert === undefined).map(({ allow, silenced }): ReportedRisk => ({
            path: plans.pathOf(file.uri), range: rangeOf({ of: allow }, file), rule: allow.rule ?? '', reason: allow.because ?? '', until: allow.until, count: silenced.length
        }))),
        scenarios: own.map((found, i) => testScenario(found, { plans, places, options, say: share => say(`Running scenarios of ${label}: ${i + 1} of ${own.length}, ${Math.floor(share * 100)} %`) })),
        plain: hierarchy.sites.length === 0 ? undefined : runPlain(hierarchy, runOptions, share => say(`Simulating ${label}: ${Math.floor(share * 100)} %`))
    };
}

function runPlain(hierarchy: Hierarchy, options: RunOptions, say: (share: number) => void): SimulationResult {
    const simulation = new Simulation(hierarchy, plainScenario(plainDuration), options);
    while (!simulation.advance(portion)) {
        say(simulation.progress);
    }
    return simulation.result();
}

interface CheckedDocument extends CheckResult {
    readonly document: LangiumDocument;
}

function check({ documents }: PlannedHierarchy, { services }: Plans): readonly CheckedDocument[] {
    return documents.map(document => ({ document, ...services.shelf.rules.check(document) }));
}

function drawChecked({ hierarchy }: PlannedHierarchy, checked: readonly CheckedDocument[], plans: Plans, direction: Direction): Drawing {
    const { hierarchies } = plans.services.shelf;
    const scene = buildScene(hierarchy, checked.flatMap(({ document, findings }) => problemsOf(findings, document, hierarchies)));
    return { scene, layout: layOut(scene, { direction, ...overviewOf(scene) }) };
}

function findingOf({ rule, shownAs, message, at }: ShownFinding, document: LangiumDocument, { pathOf }: Plans): ReportedFinding {
    return { path: pathOf(document.uri), range: rangeOf(at, document), rule: rule.id, severity: shownAs, message };
}
