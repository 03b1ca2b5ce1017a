import { assembleHierarchy, type Assumptions, compareTexts, type Scenario } from '@sup/model';
import type { LangiumDocument } from 'langium';
import type * as ast from '../../syntax/generated/ast.js';
import { scenariosIn, sitesIn } from '../../analysis/projection/segment-model.js';
import type { Segment } from '../../syntax/segments/segment.js';
import { segmentsOf } from '../../syntax/segments/segmented-file.js';
import type { Finding } from '../finding.js';
import { type RuleSet, type Subject, visitedIn } from '../rule-runner.js';

/** The files of one hierarchy, as they are or as they would be after an edit. */
export interface PlanState {
    readonly name: string | undefined;
    readonly documents: readonly LangiumDocument[];
    readonly assumptions: Partial<Assumptions>;
}

/**
 * The findings of some rules in all files of a hierarchy, before accepted risks and levels. A rule that throws has fewer. Yields after each
 * segment, so that other requests are served in between.
 */
export function* findingsIn({ name, documents, assumptions }: PlanState, rules: RuleSet): Generator<void, readonly Finding[]> {
    const inOrder = [...documents].sort((a, b) => compareTexts(a.uri.toString(), b.uri.toString()));
    const segments = inOrder.flatMap(document => segmentsOf(document).map(segment => ({ document, segment })));
    const hierarchy = assembleHierarchy(name, segments.flatMap(({ segment }) => sitesIn(segment)));
    const scenarios = scenariosOf(segments.map(({ segment }) => segment));
    const findings: Finding[][] = [];
    for (const { document, segment } of segments) {
        const subject: Subject = {
            document: document as LangiumDocument<ast.SupFile>, segment, sites: sitesIn(segment), scenarios: scenariosIn(segment), hierarchy, allScenarios: () => scenarios, assumptions
        };
        findings.push([...yield* rules.runInChunks(visitedIn(subject), subject, () => undefined)]);
        yield;
    }
    return findings.flat();
}

function scenariosOf(segments: readonly Segment[]): readonly Scenario[] {
    return segments.flatMap(scenariosIn).sort((a, b) => compareTexts(a.title ?? '', b.title ?? ''));
}
