import type { Hierarchy, Scenario } from '@sup/model';
import { momentText, type RunOptions, Simulation, type SimulationResult, TraceCollector, type TraceEntry, type Verdict } from '@sup/simulation';
import { TestWorkspace, uriOf } from './workspace.js';

export interface Plan {
    readonly hierarchy: Hierarchy;
    readonly scenario: Scenario;
}

/** A site of one server, which is its site server and software update point, with more lines of text. */
export function siteText(head: string, server: string, ...more: readonly string[]): string {
    return `${head} {\n${more.join('\n')}\nserver ${server} {\nsite server\nwsus 3.0 SP2 { ports: 8530, 8531 }\nsoftware update point active\n}\n}\n`;
}

/** A top site CEN on CENSUP01 that synchronizes at two in the morning, and has done so by half past three the first time. */
export const top = siteText('central site CEN', 'CENSUP01', 'mode: mixed', 'clients: 100', 'synchronization { schedule: every 1 day at 02:00 }');
/** A child OSL on OSLSUP01. */
export const child = siteText('primary site OSL reports to CEN', 'OSLSUP01', 'mode: mixed', 'clients: 40');
/** A secondary site below it, with a software update point of its own, BERSUP01. */
export const secondary = siteText('secondary site BER reports to OSL', 'BERSUP01', 'clients: 7');

/** Reads a hierarchy and the lines of a scenario. No rule runs, so that a plan may be wrong; but no line may go unread. */
export function planOf(hierarchyText: string, duration: string, ...lines: readonly string[]): Plan {
    const { analysis, shared: { workspace } } = new TestWorkspace().services;
    const document = workspace.LangiumDocumentFactory.fromString(`${hierarchyText}\nscenario "Test" for ${duration} {\n${lines.join('\n')}\n}\n`, uriOf('plan.sup'));
    workspace.LangiumDocuments.addDocument(document);
    const hierarchy = analysis.hierarchies.of(document);
    const [scenario] = analysis.hierarchies.scenariosOf(document);
    const said = (word: string): number => lines.filter(line => line.startsWith(`${word} `)).length;
    if (!scenario?.duration || scenario.events.length !== said('at') || scenario.expectations.length !== said('expect')) {
        throw new Error(`The scenario was not read whole:\n${lines.join('\n')}`);
    }
    return { hierarchy, scenario };
}

export interface Simulated extends Plan {
    readonly entries: readonly TraceEntry[];
    readonly result: SimulationResult;
    /** What came of the expectations, in their order. */
    readonly verdicts: readonly Verdict[];
    /** Moments and sites of the entries of a kind. */
    when(kind: TraceEntry['details']['kind']): readonly string[];
}

/** Runs the lines of a scenario in a hierarchy, to the end, and keeps everything that happened. */
export function simulated(hierarchyText: string, duration: string, ...lines: readonly string[]): Simulated {
    return simulatedPlan(planOf(hierarchyText, duration, ...lines));
}

export function simulatedPlan({ hierarchy, scenario }: Plan, options: Partial<RunOptions> = {}): Simulated {
    const collector = new TraceCollector();
    const simulation = new Simulation(hierarchy, scenario, { seed: 1, ...options, observers: [collector] });
    while (!simulation.advance(10_000));
    const result = simulation.result();
    const { entries } = collector;
    return {
        hierarchy, scenario, entries, result,
        verdicts: result.judgements.map(({ verdict }) => verdict),
        when: kind => entries.filter(({ details }) => details.kind === kind).map(({ time, site }) => `${momentText(time)} ${site}`)
    };
}
