import { chainHeading, logLine, momentText, propagationText } from '@sup/simulation';
import { locationText } from '../report-location.js';
import { outcomeOf, type TestedExpectation, type TestedScenario } from '../scenarios/tested-scenario.js';
import { type ContentBlock, table, textColumn } from './document.js';

/** The blocks of a scenario: its expectations, and the chain of events that led to each broken one. */
export function scenarioBlocks(scenario: TestedScenario): readonly ContentBlock[] {
    const { title, problems, expectations, propagation } = scenario;
    return [
        { kind: 'scenario', title, outcome: outcomeOf(scenario) },
        ...problems.map((problem): ContentBlock => ({ kind: 'text', text: `${locationText(problem)}: ${problem.message}` })),
        ...expectations.length === 0 ? [] : [table(
            [textColumn('Expectation'), textColumn('Verdict'), textColumn('Found instead')],
            expectations.map(expectation => [expectation.text, expectation.verdict, foundText(expectation)])
        )],
        ...expectations.flatMap(chainBlocks),
        ...propagation ? [{ kind: 'text', text: propagationText(propagation)[0]!.replace(/:$/, '.') } as const] : []
    ];
}

/** The actual event, with its time and place. Empty if the expectation held. */
export function foundText({ found, breach }: TestedExpectation): string {
    return [breach && `${momentText(breach.time)}, ${breach.subject}:`, found].filter(Boolean).join(' ');
}

function chainBlocks({ text: expectation, breach }: TestedExpectation): readonly ContentBlock[] {
    return breach && breach.chain.length > 0 ? [{ kind: 'text', text: chainHeading(breach, `Events that broke "${expectation}"`) }, { kind: 'list', items: breach.chain.map(logLine) }] : [];
}
