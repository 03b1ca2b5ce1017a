import type { Hierarchy, IncrementalHierarchy, Dependent, Scenario } from '@sup/model';
import * as ast from '../syntax/generated/ast.js';
import { scenariosIn, sitesIn } from '../analysis/projection/segment-model.js';
import type { Segment, SegmentOfFile } from '../syntax/segments/segment.js';
import { parseVersionOf } from '../syntax/segments/segmented-file.js';
import type { Fix } from './define-rule.js';
import type { Finding } from './finding.js';
import { type Failed, type RuleSet, visitedIn } from './rule-runner.js';

/** A segment, and what else rules look at. */
export interface Checked extends SegmentOfFile {
    readonly hierarchy: IncrementalHierarchy;
    allScenarios(): readonly Scenario[];
    /** The rules that look at the segment alone. */
    readonly ofText: RuleSet;
    /** The rules that look at the hierarchy, too. */
    readonly ofHierarchy: RuleSet;
}

/**
 * What the rules find in one segment. Those that look at nothing else are run once. The others are run again when something changes
 * that they have looked at.
 */
export class SegmentCheck implements Dependent {
    private inText: readonly Finding[] = [];
    private inHierarchy: readonly Finding[] = [];
    private shown: readonly Finding[] = none;
    /** In what they were found last, in which reading of the file, and where the segment stood then. */
    private checked: Checked | undefined;
    private reading = 0;
    private offset = -1;
    private isTiedToFile = false;
    private isTiedToPlace = false;
    private onNotice: (() => void) | undefined;

    /** `allows`: the risks that the segment accepts. */
    constructor(readonly segment: Segment, readonly allows: readonly ast.Allow[]) {}

    onInvalidated(): void {
        this.onNotice?.();
    }

    /** Stops following the hierarchy: the segment is gone. */
    end(): void {
        this.checked?.hierarchy.dependencies.forget(this);
        this.checked = undefined;
    }

    /** What was found when the segment was looked at last. */
    get findings(): readonly Finding[] {
        return this.shown;
    }

    /**
     * Whether all may have to be looked at again in another reading of the file. Most findings hold wherever the segment stands; but not
     * those about places in the text, which move, nor those about what stands outside of sites and scenarios, or is not closed: rules
     * compare that with what is before and behind.
     */
    get isTied(): boolean {
        return this.isTiedToFile || this.isTiedToPlace;
    }

    /** Whether it has to now. */
    get isDueAnew(): boolean {
        return this.isTiedToFile || (this.isTiedToPlace && this.offset !== this.segment.start.offset);
    }

    /** Looks at the segment; `onNotice` is told when there may be something else to find. */
    look(checked: Checked, failed: Failed, onNotice: () => void): void {
        const { document, hierarchy, segment } = checked;
        const isAnew = this.checked?.hierarchy !== hierarchy || (this.reading !== parseVersionOf(document) && this.isDueAnew);
        if (this.checked?.hierarchy !== hierarchy) {
            this.end();
        }
        this.onNotice = onNotice;
        this.run(checked, failed, isAnew);
        const found = this.found;
        this.shown = found.length === 0 ? none : found.map((finding, i) => ({ ...finding, fixes: () => this.fixesOf(i, failed) }));
        this.isTiedToFile = segment.syntaxErrors.parserErrors.length > 0 || segment.members.some(member => !ast.isSite(member) && !ast.isScenario(member));
        this.isTiedToPlace = this.shown.some(({ at }) => 'offset' in at);
    }

    private get found(): readonly Finding[] {
        return [...this.inText, ...this.inHierarchy];
    }

    private run(checked: Checked, failed: Failed, isAnew: boolean): void {
        const { document, segment, hierarchy, ofText, ofHierarchy } = checked;
        const subject = { ...checked, hierarchy: hierarchy as Hierarchy, sites: sitesIn(segment), scenarios: scenariosIn(segment) };
        const visited = visitedIn(subject);
        if (isAnew) {
            this.inText = ofText.run(subject, failed, visited);
            this.offset = segment.start.offset;
        }
        this.inHierarchy = hierarchy.dependencies.record(this, () => ofHierarchy.run(subject, failed, visited));
        this.checked = checked;
        this.reading = parseVersionOf(document);
    }

    /** Fixes may hold places in the text: where the segment has moved, the same is found again, in the same order. */
    private fixesOf(index: number, failed: Failed): readonly Fix[] {
        if (this.checked && this.offset !== this.checked.segment.start.offset) {
            this.run(this.checked, failed, true);
        }
        // Not from all put together: there may be as many as characters.
        return (this.inText[index] ?? this.inHierarchy[index - this.inText.length])?.fixes() ?? [];
    }
}

const none: readonly Finding[] = [];
