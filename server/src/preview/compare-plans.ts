import type { LangiumDocument } from 'langium';
import { compare } from '@sup/comparison';
import type { SupServices } from '@sup/language';
import type { ComparedPlans, ComparePlansParams } from '@sup/protocol/server';
import { comparedScenes } from '@sup/report';
import type { RunOptions } from '@sup/simulation';
import type { Work } from '../scenarios/in-chunks.js';
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
    const then = yield* readInIsolation(files, document, now.hierarchy.name, context);
    const comparison = yield* compare({ ...then, options }, { ...now, options });
    return { beforeLabel, afterLabel, ...comparedScenes(then, now, comparison.changes), comparison };
}
