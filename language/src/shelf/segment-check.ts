import type { Hierarchy, KeptHierarchy, Reader, Scenario } from '@sup/model';
import * as ast from '../generated/ast.js';
import { scenariosIn, sitesIn } from '../segments/read-model.js';
import type { Segment, SegmentOfFile } from '../segments/segment.js';
import type { Fix, Rule } from './define-rule.js';
import type { Finding } from './finding.js';
import { runRules } from './runner.js';

type Failed = (rule: Rule, error: unknown) => void;

/** A segment, and what else rules look at. */
export interface Checked extends SegmentOfFile {
    readonly hierarchy: KeptHierarchy;
    allScenarios(): readonly Scenario[];
    /** The rules that look at the segment alone. */
    readonly ofText: readonly Rule[];
    /** The rules that look at the hierarchy, too. */
    readonly ofHierarchy: readonly Rule[];
}

/**
 * What the rules find in one segment. Those that look at nothing else are run once. The others are run again when something changes
 * that they have looked at.
 */
export class SegmentCheck implements Reader {
    private inText: readonly Finding[] = [];
    private inHierarchy: readonly Finding[] = [];
    private shown: readonly Finding[] = none;
    /** In what they were found last, and where the segment stood then. */
    private checked: Checked | undefined;
    private file: ast.SupFile | undefined;
    private offset = -1;
    private hasToLookAgain = false;
    private onNotice: (() => void) | undefined;

    notice(): void {
        this.hasToLookAgain = true;
        this.onNotice?.();
    }

    /** Stops following the hierarchy: the segment is gone. */
    end(): void {
        this.checked?.hierarchy.watch.forget(this);
        this.checked = undefined;
    }

    /** What there is to find now; `onNotice` is told when that may have changed. */
    findings(checked: Checked, failed: Failed, onNotice: () => void): readonly Finding[] {
        const isElsewhere = this.checked?.hierarchy !== checked.hierarchy;
        const isNew = isElsewhere || (this.file !== checked.document.parseResult.value && this.isTiedToFile(checked.segment));
        if (isNew || this.hasToLookAgain) {
            if (isElsewhere) {
                this.end();
            }
            this.onNotice = onNotice;
            this.look(checked, failed, isNew);
            this.shown = this.found.length === 0 ? none : this.found.map((finding, i) => ({ ...finding, fixes: () => this.fixesOf(i, failed) }));
        }
        return this.shown;
    }

    private get found(): readonly Finding[] {
        return [...this.inText, ...this.inHierarchy];
    }

    private look(checked: Checked, failed: Failed, isNew: boolean): void {
        const { document, segment, hierarchy, ofText, ofHierarchy } = checked;
        const subject = { ...checked, hierarchy: hierarchy as Hierarchy, sites: sitesIn(segment), scenarios: scenariosIn(segment) };
        if (isNew) {
            this.inText = runRules(ofText, subject, failed);
            this.offset = segment.place.offset;
        }
        this.inHierarchy = hierarchy.watch.follow(this, () => runRules(ofHierarchy, subject, failed));
        this.checked = checked;
        this.file = document.parseResult.value;
        this.hasToLookAgain = false;
    }

    /** Fixes may hold places in the text: where the segment has moved, the same is found again, in the same order. */
    private fixesOf(index: number, failed: Failed): readonly Fix[] {
        if (this.checked && this.offset !== this.checked.segment.place.offset) {
            this.look(this.checked, failed, true);
        }
        return this.found[index]?.fixes() ?? [];
    }

    /**
     * Whether findings hold for one version of the file only: those about places in the text, which move; and those about what stands
     * outside of sites and scenarios, or is not closed, which rules compare with what is before and behind.
     */
    private isTiedToFile({ members, mistakes, place }: Segment): boolean {
        return mistakes.parserErrors.length > 0
            || members.some(member => !ast.isSite(member) && !ast.isScenario(member))
            || (this.offset !== place.offset && this.shown.some(({ at }) => 'offset' in at));
    }
}

const none: readonly Finding[] = [];
