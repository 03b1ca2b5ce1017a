import type { LangiumDocument } from 'langium';
import { compare, type Comparison } from '@sup/comparison';
import type { SupServices } from '@sup/language';
import { number } from '@sup/model';
import type { ComparedPlans, ComparePlansParams } from '@sup/protocol/server';
import { comparedScenesInChunks } from '@sup/report';
import type { RunOptions } from '@sup/simulation';
import type { Work } from '../scenarios/in-chunks.js';
import { maxSceneCharacters } from './answer-size.js';
import { readInIsolation, type ReadingContext, readPlan } from './read-plan.js';

export interface ComparisonContext {
    readonly services: SupServices;
    /** Applies to both versions: rule levels, the current day. */
    readonly context: ReadingContext;
    readonly options: RunOptions;
}

/** Compares the current plan of a document with another version of its files. */
export function* comparePlans(document: LangiumDocument, { before: files, beforeLabel, afterLabel }: ComparePlansParams, { services, context, options }: ComparisonContext): Work<ComparedPlans> {
    const now = readPlan(services, document);
    const characters = maxSceneCharacters(services.analysis.hierarchies.neighboursOf(document), sceneShare);
    const then = yield* readInIsolation(files, document, now.hierarchy.name, context);
    const comparison = yield* compare({ ...then, options }, { ...now, options });
    return { beforeLabel, afterLabel, ...yield* comparedScenesInChunks(then, now, comparison.changes, characters), comparison: limited(comparison) };
}

/** The share of an answer that the scene of one version may take. The scene with both versions may be as large as both. */
const sceneShare = 0.2;
/** The number of changes that are sent, and of findings of each kind. */
const maxRows = 500;

/** A comparison with the first changes and findings. Its verdict states how many are left out. */
function limited(comparison: Comparison): Comparison {
    const { changes, findings: { introduced, solved, unchanged }, verdict } = comparison;
    const omitted = [changes, introduced, solved].reduce((sum, { length }) => sum + Math.max(0, length - maxRows), 0);
    return omitted === 0 ? comparison : {
        ...comparison, changes: changes.slice(0, maxRows), findings: { introduced: introduced.slice(0, maxRows), solved: solved.slice(0, maxRows), unchanged },
        verdict: `${verdict} ${number(omitted)} changes and findings are not listed here. Use \`sup diff\` to see all of them.`
    };
}
