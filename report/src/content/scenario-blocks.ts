import { logLine, momentText, propagationText } from '@sup/simulation';
import { placeText } from '../places.js';
import { outcomeOf, type TestedExpectation, type TestedScenario } from '../scenarios/tested-scenario.js';
import { type Block, table, text } from './document.js';

/** A scenario with its expectations, and what led to those that are broken. */
export function scenarioBlocks(scenario: TestedScenario): readonly Block[] {
    const { title, problems, expectations, propagation } = scenario;
    return [
        { kind: 'scenario', title, outcome: outcomeOf(scenario) },
        ...problems.map((problem): Block => ({ kind: 'text', text: `${placeText(problem)}: ${problem.message}` })),
        ...expectations.length === 0 ? [] : [table(
            [text('Expectation'), text('Verdict'), text('Found instead')],
            expectations.map(expectation => [expectation.text, expectation.verdict, foundText(expectation)])
        )],
        ...expectations.flatMap(chainBlocks),
        ...propagation ? [{ kind: 'text', text: propagationText(propagation)[0]!.replace(/:$/, '.') } as const] : []
    ];
}

function foundText({ found, breach }: TestedExpectation): string {
    return [breach && `${momentText(breach.time)}, ${breach.subject}:`, found].filter(Boolean).join(' ');
}

function chainBlocks({ text: expectation, breach }: TestedExpectation): readonly Block[] {
    return breach && breach.chain.length > 0 ? [{ kind: 'text', text: `What led to the breach of "${expectation}":` }, { kind: 'list', items: breach.chain.map(logLine) }] : [];
}
