import { momentText } from '@sup/simulation';
import { placeJson } from '../place-json.js';
import { propagationJson, stepJson } from '../run-json.js';
import { stringify } from '../stringify.js';
import { outcomeOf, type ReportLocations, type TestedBreach, type TestedExpectation, type TestedScenario } from '@sup/report';
import { count, type TestReport } from './report.js';

/** The report as JSON. Lines and characters count from 0, as in the Language Server Protocol; minutes from the start of the run. */
export function json({ scenarios, planErrors, assumed, failures }: TestReport, places: ReportLocations): string {
    const outcomes = scenarios.map(outcomeOf);
    const verdicts = scenarios.flatMap(({ expectations }) => expectations.map(({ verdict }) => verdict));
    return `${stringify({
        scenarios: scenarios.map(scenario => scenarioJson(scenario, places)),
        summary: {
            scenarios: { held: count(outcomes, 'held'), broken: count(outcomes, 'broken'), failed: count(outcomes, 'failed'), untested: count(outcomes, 'untested') },
            expectations: { held: count(verdicts, 'held'), broken: count(verdicts, 'broken'), untested: count(verdicts, 'untested') },
            planErrors,
            unknownValues: assumed.map(value => ({ ...placeJson(value), text: value.text })),
            troubles: failures
        }
    })}\n`;
}

function scenarioJson(scenario: TestedScenario, places: ReportLocations): object {
    const { title, hierarchy, problems, expectations, propagation } = scenario;
    return {
        ...placeJson(scenario),
        title,
        hierarchy,
        outcome: outcomeOf(scenario),
        problems: problems.map(problem => ({ ...placeJson(problem), message: problem.message })),
        expectations: expectations.map(expectation => expectationJson(expectation, places)),
        propagation: propagationJson(propagation)
    };
}

function expectationJson(expectation: TestedExpectation, places: ReportLocations): object {
    const { text, verdict, found, breach } = expectation;
    return { ...placeJson(expectation), text, verdict, found: found ?? null, breach: breach ? breachJson(breach, places) : null };
}

function breachJson({ time, subject, needed, events, chain }: TestedBreach, places: ReportLocations): object {
    return {
        minute: time,
        time: momentText(time),
        subject,
        needed: needed.map(event => ({ ...placeJson(event), text: event.text })),
        events,
        chain: chain.map(entry => stepJson(entry, places))
    };
}
