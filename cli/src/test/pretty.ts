import { counted, number, withoutLogCommands } from '@sup/model';
import { chainHeading, momentText, propagationText, type TraceEntry } from '@sup/simulation';
import { logText } from '../log-text.js';
import type { Paint } from '../paint.js';
import { visible } from '../visible.js';
import { type Outcome, outcomeOf, type ReportLocation, type ReportLocations, locationText, type TestedExpectation, type TestedScenario } from '@sup/report';
import { count, type TestReport } from './report.js';

const styles = { held: 'green', broken: 'red', failed: 'red', untested: 'yellow' } as const satisfies Record<Outcome, string>;

const outcomes = Object.keys(styles) as readonly Outcome[];
const outcomeWidth = Math.max(...outcomes.map(outcome => outcome.length));
/** Aligns the lines below a scenario with its title. */
const indent = ' '.repeat(outcomeWidth + 4);

/** The report for people. Lines and columns count from 1. */
export function pretty(report: TestReport, places: ReportLocations, paint: Paint): string {
    const paths = [...new Set(report.scenarios.map(({ path }) => path))];
    const files = paths.map(path => {
        const lines = report.scenarios.filter(scenario => scenario.path === path).flatMap(scenario => scenarioLines(scenario, places, paint));
        return `${paint('underline', visible(path))}\n${lines.join('\n')}\n`;
    });
    return withoutLogCommands([...files, `${summary(report)}\n`, ...propagations(report)].join('\n'));
}

function scenarioLines(scenario: TestedScenario, places: ReportLocations, paint: Paint): readonly string[] {
    const outcome = outcomeOf(scenario);
    return [
        `  ${paint(styles[outcome], outcome.padEnd(outcomeWidth))}  ${visible(scenario.title)}`,
        ...scenario.problems.map(problem => `${indent}${placeOf(problem, paint)}  ${visible(problem.message)}`),
        ...scenario.expectations.length === 0 && scenario.problems.length === 0 ? [`${indent}This scenario has no expectations.`] : [],
        ...scenario.expectations.filter(({ verdict }) => verdict !== 'held').flatMap(expectation => expectationLines(expectation, places, paint))
    ];
}

function expectationLines({ verdict, text, found, breach, ...place }: TestedExpectation, places: ReportLocations, paint: Paint): readonly string[] {
    const when = breach ? `${momentText(breach.time)}, ${visible(breach.subject)}: ` : '';
    return [
        `${indent}${placeOf(place, paint)}  ${paint(styles[verdict], verdict)}: ${visible(text)}`,
        `${indent}  ${when}${visible(found ?? '')}`,
        ...breach && breach.chain.length > 0 ? [`${indent}  ${chainHeading(breach)}`, ...breach.chain.map(entry => `${indent}    ${stepText(entry, places, paint)}`)] : []
    ];
}

/** A line of the log, with the place of the part of the plan that is closest to it. */
function stepText(entry: TraceEntry, places: ReportLocations, paint: Paint): string {
    const [nearest] = entry.elements;
    return `${logText(entry, paint)}${nearest ? `  ${placeOf(places.of(nearest), paint)}` : ''}`;
}

function placeOf(place: ReportLocation, paint: Paint): string {
    return paint('dim', visible(locationText(place)));
}

function summary({ scenarios }: TestReport): string {
    const verdicts = scenarios.flatMap(({ expectations }) => expectations.map(({ verdict }) => verdict));
    return `${outcomeCounts('scenario', scenarios.map(outcomeOf))}; ${outcomeCounts('expectation', verdicts)}.`;
}

/** `3 scenarios: 2 held, 1 broken`. */
function outcomeCounts(what: string, found: readonly Outcome[]): string {
    const parts = outcomes.filter(outcome => found.includes(outcome)).map(outcome => `${number(count(found, outcome))} ${outcome}`);
    return `${counted(found.length, what)}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`;
}

/** For each hierarchy with a scenario that could be run, the slowest propagation of an update to the last client in any scenario. */
function propagations({ scenarios }: TestReport): readonly string[] {
    return [...new Set(scenarios.filter(scenario => outcomeOf(scenario) !== 'failed').map(({ hierarchy }) => hierarchy))].map(hierarchy => {
        const slowest = scenarios.filter(scenario => scenario.hierarchy === hierarchy && scenario.propagation && outcomeOf(scenario) !== 'failed')
            .sort((a, b) => b.propagation!.minutes - a.propagation!.minutes)[0];
        const [headline, ...parts] = propagationText(slowest?.propagation);
        const where = slowest ? ` (${visible(slowest.title)})` : '';
        return [`${visible(hierarchy)}${where}`, `  ${visible(headline!)}`, ...parts.map(part => `    ${visible(part)}`), ''].join('\n');
    });
}
