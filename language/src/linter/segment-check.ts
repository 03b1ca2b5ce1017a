import type { Assumptions, Hierarchy, IncrementalHierarchy, Dependent, Scenario } from '@sup/model';
import { type ChunkedWork, finish } from '../syntax/chunked-work.js';
import * as ast from '../syntax/generated/ast.js';
import { scenariosIn, sitesIn } from '../analysis/projection/segment-model.js';
import type { Segment, SegmentOfFile } from '../syntax/segments/segment.js';
import { parseVersionOf } from '../syntax/segments/segmented-file.js';
import type { Finding } from './finding.js';
import { type OnRuleFailure, type RuleSet, visitedIn } from './rule-runner.js';

/** A segment, and everything else that rules read. */
export interface SegmentContext extends SegmentOfFile {
    readonly hierarchy: IncrementalHierarchy;
    allScenarios(): readonly Scenario[];
    readonly assumptions: Partial<Assumptions>;
    /** The rules of reach `segment`. */
    readonly localRules: RuleSet;
    /** All other rules. */
    readonly hierarchyRules: RuleSet;
}

/**
 * The findings of the rules in one segment. Rules of reach `segment` run once for each text of the segment. The others run again when
 * something changes in the hierarchy that they depend on.
 */
export class SegmentCheck implements Dependent {
    private localFindings: readonly Finding[] = [];
    private hierarchyFindings: readonly Finding[] = [];
    private shown: readonly Finding[] = none;
    /** The hierarchy to which this check is subscribed: that of the last run, even if the run was abandoned. */
    private hierarchy: IncrementalHierarchy | undefined;
    /** The context, version and offset of the last run that was not abandoned. */
    private context: SegmentContext | undefined;
    private parseVersion = 0;
    private offset = -1;
    private dependsOnFile = false;
    private dependsOnOffset = false;
    private onStale: (() => void) | undefined;

    /** `allows`: the `allow` statements in the segment. */
    constructor(readonly segment: Segment, readonly allows: readonly ast.Allow[]) {}

    onInvalidated(): void {
        this.onStale?.();
    }

    /** Unsubscribes from the hierarchy: the segment was removed. */
    dispose(): void {
        this.hierarchy?.dependencies.forget(this);
        this.hierarchy = undefined;
        this.context = undefined;
    }

    /** The findings of the last run. */
    get findings(): readonly Finding[] {
        return this.shown;
    }

    /**
     * Whether another version of the file may require a full run. Most findings hold wherever the segment is. Exceptions are findings
     * about offsets, which move, and findings about statements outside sites and scenarios or about unclosed blocks: those rules read
     * the text before and after the segment.
     */
    get isPositionDependent(): boolean {
        return this.dependsOnFile || this.dependsOnOffset;
    }

    /** Whether the current version of the file requires a full run. */
    get needsFullRun(): boolean {
        return this.dependsOnFile || (this.dependsOnOffset && this.offset !== this.segment.start.offset);
    }

    /**
     * Checks the segment in chunks. `onStale` is called when its findings may be out of date. Returns false, with the findings of the last run, if
     * the hierarchy changes between two chunks.
     */
    *run(context: SegmentContext, onFailure: OnRuleFailure, onStale: () => void): ChunkedWork<boolean> {
        const { document, hierarchy, segment } = context;
        const isFullRun = this.context?.hierarchy !== hierarchy || (this.parseVersion !== parseVersionOf(document) && this.needsFullRun);
        if (this.hierarchy !== hierarchy) {
            this.dispose();
            this.hierarchy = hierarchy;
        }
        this.onStale = onStale;
        const work = this.runRules(context, onFailure, isFullRun);
        const { revision } = hierarchy;
        while (!work.next().done) {
            yield;
            if (hierarchy.revision !== revision) {
                return false;
            }
        }
        const findings = [...this.localFindings, ...this.hierarchyFindings];
        this.shown = findings.length === 0 ? none : findings.map((finding, i) => ({
            ...finding,
            fixes: () => this.current(i, onFailure)?.fixes() ?? [],
            because: () => this.current(i, onFailure)?.because()
        }));
        this.dependsOnFile = segment.syntaxErrors.parserErrors.length > 0 || segment.members.some(member => !ast.isSite(member) && !ast.isScenario(member));
        this.dependsOnOffset = this.shown.some(({ at }) => 'offset' in at);
        return true;
    }

    private *runRules(context: SegmentContext, onFailure: OnRuleFailure, isFullRun: boolean): ChunkedWork<void> {
        const { document, segment, hierarchy, localRules, hierarchyRules } = context;
        const subject = { ...context, hierarchy: hierarchy as Hierarchy, sites: sitesIn(segment), scenarios: scenariosIn(segment) };
        const visited = visitedIn(subject);
        const localFindings = isFullRun ? yield* localRules.runInChunks(visited, subject, onFailure) : this.localFindings;
        this.hierarchyFindings = yield* hierarchy.dependencies.recordInChunks(this, hierarchyRules.runInChunks(visited, subject, onFailure));
        this.localFindings = localFindings;
        this.offset = isFullRun ? segment.start.offset : this.offset;
        this.context = context;
        this.parseVersion = parseVersionOf(document);
    }

    /** Fixes and facts may hold offsets: if the segment has moved, the rules run again and report the same findings in the same order. */
    private current(index: number, onFailure: OnRuleFailure): Finding | undefined {
        if (this.context && this.offset !== this.context.segment.start.offset) {
            finish(this.runRules(this.context, onFailure, true));
        }
        // Without concatenating the lists: there may be as many findings as characters.
        return this.localFindings[index] ?? this.hierarchyFindings[index - this.localFindings.length];
    }
}

const none: readonly Finding[] = [];
