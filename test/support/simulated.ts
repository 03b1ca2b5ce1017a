import type { Hierarchy, Scenario } from '@sup/model';
import { momentText, type RunOptions, Simulation, type SimulationResult, TraceCollector, type TraceEntry, type Verdict } from '@sup/simulation';
import { TestWorkspace, uriOf } from './workspace.js';

export interface Plan {
    readonly hierarchy: Hierarchy;
    readonly scenario: Scenario;
}

/** Returns the text of a site with one server, which is its site server and software update point, and with additional lines. */
export function siteText(head: string, server: string, ...more: readonly string[]): string {
    return `${head} {\n${more.join('\n')}\nserver ${server} {\nsite server\nwsus 3.0 SP2 { ports: 8530, 8531 }\nsoftware update point active\n}\n}\n`;
}

/** A top site CEN on CENSUP01 that synchronizes at 02:00; the first run ends at about 03:30. */
export const top = siteText('central site CEN', 'CENSUP01', 'mode: mixed', 'clients: 100', 'synchronization { schedule: every 1 day at 02:00 }');
/** A child OSL on OSLSUP01. */
export const child = siteText('primary site OSL reports to CEN', 'OSLSUP01', 'mode: mixed', 'clients: 40');
/** A secondary site BER below OSL with its own software update point on BERSUP01. */
export const secondary = siteText('secondary site BER reports to OSL', 'BERSUP01', 'clients: 7');

/** Reads a hierarchy and the scenarios of its text. */
export function plansOf(text: string): readonly Plan[] {
    const { analysis, shared: { workspace } } = new TestWorkspace().services;
    const document = workspace.LangiumDocumentFactory.fromString(text, uriOf('plan.sup'));
    workspace.LangiumDocuments.addDocument(document);
    const hierarchy = analysis.hierarchies.of(document);
    return analysis.hierarchies.scenariosOf(document).map(scenario => ({ hierarchy, scenario }));
}

/** Reads a hierarchy and the lines of a scenario. The plan may be invalid, because no rules run, but every line must be readable. */
export function planOf(hierarchyText: string, duration: string, ...lines: readonly string[]): Plan {
    const [plan] = plansOf(`${hierarchyText}\nscenario "Test" for ${duration} {\n${lines.join('\n')}\n}\n`);
    const { scenario } = plan ?? {};
    const countOf = (word: string): number => lines.filter(line => line.startsWith(`${word} `)).length;
    if (!scenario?.duration || scenario.events.length !== countOf('at') || scenario.expectations.length !== countOf('expect')) {
        throw new Error(`Some lines of the scenario could not be read:\n${lines.join('\n')}`);
    }
    return plan!;
}

export interface Simulated extends Plan {
    readonly entries: readonly TraceEntry[];
    readonly result: SimulationResult;
    /** The verdicts on the expectations, in their order. */
    readonly verdicts: readonly Verdict[];
    /** The times and sites of the entries of a kind. */
    when(kind: TraceEntry['details']['kind']): readonly string[];
}

/** Runs the lines of a scenario in a hierarchy to the end, and collects all trace entries. */
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
