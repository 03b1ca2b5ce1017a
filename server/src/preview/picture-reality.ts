import type { LangiumDocument } from 'langium';
import { type Drift, differencesAsChanges, type Reality, type StatedDifference } from '@sup/import';
import { asSentence, counted, toUpperCaseCode } from '@sup/model';
import type { ComparedPlans } from '@sup/protocol/server';
import { realityScenesInChunks } from '@sup/report';
import type { Work } from '../scenarios/in-chunks.js';
import { maxSceneCharacters } from './answer-size.js';
import type { ComparisonContext } from './compare-plans.js';
import { readInIsolation, readPlan } from './read-plan.js';

/** A comparison of a plan with the real hierarchy. */
export interface ComparedWithReality {
    readonly reality: Reality;
    readonly drift: Drift;
    /** The differences that are shown: not those that the plan accepts. */
    readonly stated: readonly StatedDifference[];
    /** Sentences about the export. */
    readonly messages: readonly string[];
}

/** Draws the real hierarchy as the earlier version of a plan. Its text is the plan that an import would write. */
export function* pictureReality(document: LangiumDocument, { reality, drift, stated, messages }: ComparedWithReality, { services, context }: Pick<ComparisonContext, 'services' | 'context'>): Work<ComparedPlans> {
    const plan = readPlan(services, document);
    const real = yield* readInIsolation([{ uri: document.uri.toString(), text: reality.plan }], document, plan.hierarchy.name, context);
    const changes = differencesAsChanges(stated);
    const uncompared = Map.groupBy(drift.uncompared, ({ site }) => toUpperCaseCode(site));
    const values = new Map([...uncompared].map(([code, each]) => [code, each.map(({ subject }) => subject)]));
    const scenes = yield* realityScenesInChunks(real, plan, { changes, uncompared: values }, maxSceneCharacters(services.analysis.hierarchies.neighboursOf(document), sceneShare));
    return {
        beforeLabel: drift.collectedAt === undefined ? 'reality' : `reality on ${drift.collectedAt.slice(0, 10)}`, afterLabel: 'now', ...scenes,
        comparison: {
            changes: changes.slice(0, maxRows), findings: { introduced: [], solved: [], unchanged: 0 }, outcome: [],
            verdict: changes.length === 0 ? 'The plan does not differ from the export.' : `The plan differs from the export in ${counted(changes.length, 'place')}.`
        },
        reality: { notes: [...omissionNotes(changes.length), ...uncomparedNotes(drift.uncompared.length), ...messages.map(asSentence)] }
    };
}

function omissionNotes(differences: number): readonly string[] {
    const omitted = differences - maxRows;
    return omitted > 0 ? [`${counted(omitted, 'more difference')} ${omitted === 1 ? 'is' : 'are'} not listed here. Use \`sup drift\` to see all of them.`] : [];
}

function uncomparedNotes(count: number): readonly string[] {
    return count === 0 ? [] : [`${counted(count, 'value')} could not be compared, because the plan or the export does not state ${count === 1 ? 'it' : 'them'}.`];
}

/** The share of an answer that the scene of one version may take. */
const sceneShare = 0.2;
/** The number of differences that are sent. */
const maxRows = 500;
