import type { Assumptions, IncrementalHierarchy, Scenario } from '@sup/model';
import type { LangiumDocument } from 'langium';
import type * as ast from '../syntax/generated/ast.js';
import { changesBetween } from '../syntax/segments/changes.js';
import { replaceRange } from '../syntax/segments/replace-range.js';
import { allowsIn } from '../analysis/projection/segment-model.js';
import type { Segment } from '../syntax/segments/segment.js';
import { parseVersionOf, segmentsOf } from '../syntax/segments/segmented-file.js';
import type { Finding } from './finding.js';
import { registry } from './registry.js';
import { type OnRuleFailure, RuleSet } from './rule-runner.js';
import { SegmentCheck } from './segment-check.js';

/** The hierarchy that a document belongs to, its scenarios, and the assumptions of its configuration. */
export interface HierarchyContext {
    readonly hierarchy: IncrementalHierarchy;
    allScenarios(): readonly Scenario[];
    readonly assumptions: Partial<Assumptions>;
}

/** Tokens that are checked in one chunk: some milliseconds of work. */
const chunkSize = 2_000;

/** The least number of tokens that a segment counts as, because even a short one has a cost. */
const minWeight = 40;

/** The findings of all rules in a document, cached by segment. */
export class DocumentCheck {
    private segments: readonly Segment[] = [];
    private readonly checks: SegmentCheck[] = [];
    /** Segments to check: new ones, and those for which a dependency has changed. */
    private readonly pending = new Set<SegmentCheck>();
    /** Segments to consider after every edit of the file. There are few, so an edit need not visit all segments. */
    private readonly positionDependent = new Set<SegmentCheck>();
    /** Segments with findings or accepted risks. */
    private readonly nonEmpty = new Set<SegmentCheck>();
    private readonly localRules = new RuleSet(registry.filter(({ reach }) => reach === 'segment'));
    private readonly hierarchyRules = new RuleSet(registry.filter(({ reach }) => reach !== 'segment'));
    private parseVersion = 0;
    private hierarchy: IncrementalHierarchy | undefined;

    /** The findings and the `allow` statements of all segments, in the order of the text. */
    get result(): { readonly findings: readonly Finding[]; readonly allows: readonly ast.Allow[] } {
        const inOrder = [...this.nonEmpty].sort((a, b) => a.segment.start.offset - b.segment.start.offset);
        return { findings: inOrder.flatMap(({ findings }) => findings), allows: inOrder.flatMap(({ allows }) => allows) };
    }

    /**
     * Checks the pending segments in chunks, so that other requests are served in between. An abandoned run keeps the results that
     * it has, and so does one during which the hierarchy changes: the segments that are left stay pending. `onStale` is called when the findings may be out of date.
     */
    *runInChunks(document: LangiumDocument<ast.SupFile>, world: HierarchyContext, onFailure: OnRuleFailure, onStale: () => void): Generator<void> {
        this.collectPending(document, world.hierarchy);
        const { localRules, hierarchyRules } = this;
        let weight = 0;
        for (const check of this.pending) {
            let isStale = false;
            const isChecked = yield* check.run({ document, segment: check.segment, ...world, localRules, hierarchyRules }, onFailure, () => {
                isStale = true;
                this.pending.add(check);
                onStale();
            });
            if (!isChecked) {
                return;
            }
            if (!isStale) {
                this.pending.delete(check);
            }
            this.classify(check);
            weight += Math.max(minWeight, check.segment.tokens);
            if (weight >= chunkSize) {
                weight = 0;
                yield;
            }
        }
    }

    /** Unsubscribes from the hierarchy. */
    dispose(): void {
        this.checks.forEach(check => check.dispose());
    }

    /** Collects the segments that a new version of the document or its hierarchy makes pending. */
    private collectPending(document: LangiumDocument, hierarchy: IncrementalHierarchy): void {
        this.reuseChecks(segmentsOf(document));
        if (this.hierarchy !== hierarchy) {
            this.checks.forEach(check => this.pending.add(check));
        }
        const version = parseVersionOf(document);
        if (this.parseVersion !== version) {
            this.positionDependent.forEach(check => {
                if (check.needsFullRun) {
                    this.pending.add(check);
                }
            });
        }
        this.hierarchy = hierarchy;
        this.parseVersion = version;
    }

    /** Keeps the checks of segments that the edit left unchanged. */
    private reuseChecks(segments: readonly Segment[]): void {
        if (segments === this.segments) {
            return;
        }
        const { start, removed, added } = changesBetween(this.segments, segments);
        for (const check of this.checks.slice(start, start + removed.length)) {
            check.dispose();
            [this.pending, this.positionDependent, this.nonEmpty].forEach(checks => checks.delete(check));
        }
        const made = added.map(segment => new SegmentCheck(segment, allowsIn(segment)));
        made.forEach(check => this.pending.add(check));
        replaceRange(this.checks, start, removed.length, made);
        this.segments = segments;
    }

    private classify(check: SegmentCheck): void {
        setMembership(check, this.positionDependent, check.isPositionDependent);
        setMembership(check, this.nonEmpty, check.findings.length + check.allows.length > 0);
    }
}

function setMembership<T>(item: T, set: Set<T>, isIn: boolean): void {
    if (isIn) {
        set.add(item);
    } else {
        set.delete(item);
    }
}
