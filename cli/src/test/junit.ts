import { chainHeading, logLine, momentText, type TraceEntry } from '@sup/simulation';
import { element } from '../xml.js';
import { type Outcome, type ReportLocations, locationText, type TestedExpectation, type TestedScenario, xmlText } from '@sup/report';
import { count, type TestReport } from './report.js';

/**
 * The report as JUnit XML, in the dialect that CI systems have in common. A scenario is a suite, an expectation a case. Contains no
 * times, so that the same plans produce the same bytes.
 */
export function junit({ scenarios }: TestReport, places: ReportLocations): string {
    const suites = scenarios.map(scenario => ({ outcomes: outcomesOf(scenario), xml: suite(scenario, places) }));
    const head = { name: 'sup test', ...counts(suites.flatMap(({ outcomes }) => outcomes)) };
    return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', head, suites.map(({ xml }) => xml))}\n`;
}

function suite(scenario: TestedScenario, places: ReportLocations): string {
    const { title, path, expectations, problems } = scenario;
    const cases = expectations.map(expectation => element('testcase', { ...caseHead(expectation.text, expectation), classname: title }, result(expectation, places)));
    const failed = problems.length > 0 ? [failedCase(scenario)] : [];
    return element('testsuite', { name: title, file: path, ...counts(outcomesOf(scenario)) }, [...failed, ...cases]);
}

/** A test case for the scenario itself, if it could not be run as written. */
function failedCase({ title, problems, ...place }: TestedScenario): string {
    const text = problems.map(problem => `${locationText(problem)}: ${problem.message}`).join('\n');
    return element('testcase', { ...caseHead('runs as it is written', place), classname: title }, [element('error', { type: 'failed', message: problems[0]!.message }, [xmlText(text)])]);
}

function caseHead(name: string, { path, range }: Pick<TestedExpectation, 'path' | 'range'>): Record<string, string | number> {
    return { name, file: path, line: range.start.line + 1 };
}

function result({ verdict, found, breach }: TestedExpectation, places: ReportLocations): readonly string[] {
    switch (verdict) {
        case 'held': return [];
        case 'untested': return [element('skipped', { message: found })];
        case 'broken': {
            const message = `${breach ? `${momentText(breach.time)}, ${breach.subject}: ` : ''}${found}`;
            return [element('failure', { type: 'broken', message }, [xmlText([message, ...breach && breach.chain.length > 0 ? [chainHeading(breach), ...breach.chain.map(entry => stepText(entry, places))] : []].join('\n'))])];
        }
    }
}

/** A line of the log, with the place of the part of the plan that is closest to it. */
function stepText(entry: TraceEntry, places: ReportLocations): string {
    const [nearest] = entry.elements;
    return `${logLine(entry)}${nearest ? `  ${locationText(places.of(nearest))}` : ''}`;
}

function outcomesOf({ expectations, problems }: TestedScenario): readonly Outcome[] {
    return [...problems.length > 0 ? ['failed' as const] : [], ...expectations.map(({ verdict }) => verdict)];
}

function counts(outcomes: readonly Outcome[]): Record<string, number> {
    return { tests: outcomes.length, failures: count(outcomes, 'broken'), errors: count(outcomes, 'failed'), skipped: count(outcomes, 'untested') };
}
