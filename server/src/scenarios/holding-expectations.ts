import type { Expectation, Hierarchy, Scenario } from '@sup/model';
import { type SavedExpectations, sourceTextOf } from '@sup/language';
import { judgementText, type RunOptions, Simulation, type Verdict } from '@sup/simulation';
import type { Work } from './in-chunks.js';

interface Candidate {
    readonly expectation: Expectation;
    readonly text: string;
}

const all = { kind: 'all' } as const;
const clients = { kind: 'scan', clients: { kind: 'sites', sites: all, on: undefined }, result: 'succeeded', server: undefined } as const;

/** The expectations of a scenario that has none, the weakest first. */
const usual: readonly Candidate[] = [
    { text: 'expect all clients scan', expectation: { element: 'expectation', claim: clients, when: { kind: 'default' } } },
    { text: 'expect all sites synchronized', expectation: { element: 'expectation', claim: { kind: 'synchronized', sites: all }, when: { kind: 'default' } } },
    { text: 'expect no errors at all sites', expectation: { element: 'expectation', claim: { kind: 'no-errors', sites: all }, when: { kind: 'default' } } },
    { text: 'expect all clients scan always', expectation: { element: 'expectation', claim: clients, when: { kind: 'always' } } }
];

/**
 * Runs a scenario and returns the expectations to save with it: those that hold, and one that does not as an alternative. Without expectations of
 * its own, a scenario gets usual ones.
 */
export function* holdingExpectations(hierarchy: Hierarchy, scenario: Scenario, options: RunOptions): Work<SavedExpectations> {
    const candidates = scenario.expectations.length > 0 ? scenario.expectations.map((expectation): Candidate => ({ expectation, text: sourceTextOf(expectation) })) : usual;
    const { judgements } = yield* new Simulation(hierarchy, { ...scenario, expectations: candidates.map(({ expectation }) => expectation) }, options).inChunks();
    const textsWith = (verdict: Verdict): readonly string[] => candidates.flatMap(({ text }, i) => judgements[i]!.verdict === verdict ? text : []);
    const broken = candidates.findIndex((_, i) => judgements[i]!.verdict === 'broken');
    return {
        holding: textsWith('held'),
        alternative: broken < 0 ? undefined : { text: candidates[broken]!.text, reason: judgementText(judgements[broken]!) ?? '' }
    };
}
