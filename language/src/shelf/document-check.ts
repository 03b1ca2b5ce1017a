import type { KeptHierarchy, Scenario } from '@sup/model';
import type { LangiumDocument } from 'langium';
import type * as ast from '../generated/ast.js';
import { changesBetween } from '../segments/changes.js';
import { allowsIn } from '../segments/read-model.js';
import type { Segment } from '../segments/segment.js';
import { readingOf, segmentsOf } from '../segments/segmented-file.js';
import type { Rule } from './define-rule.js';
import type { Finding } from './finding.js';
import { registry } from './registry.js';
import { SegmentCheck } from './segment-check.js';

/** The hierarchy that a document belongs to, and its scenarios. */
export interface World {
    readonly hierarchy: KeptHierarchy;
    allScenarios(): readonly Scenario[];
}

/** So many segments are looked at in one go: some milliseconds of work. */
const portion = 50;

/** What the rules find in a document, segment by segment. */
export class DocumentCheck {
    private segments: readonly Segment[] = [];
    private checks: SegmentCheck[] = [];

    /** What was found in all segments, and which risks they accept. */
    get result(): { readonly findings: readonly Finding[]; readonly allows: readonly ast.Allow[] } {
        return { findings: this.checks.flatMap(({ findings }) => findings), allows: this.checks.flatMap(({ allows }) => allows) };
    }

    /**
     * Looks where something has changed, a portion at a time, so that whoever has to wait can be let in between; what is done stays done.
     * `onNotice` is told when there may be something else to find.
     */
    *look(document: LangiumDocument<ast.SupFile>, world: World, failed: (rule: Rule, error: unknown) => void, onNotice: () => void): Generator<void> {
        this.follow(segmentsOf(document));
        const { hierarchy } = world;
        const reading = readingOf(document);
        const [ofText, ofHierarchy] = [registry.filter(({ reach }) => reach === 'segment'), registry.filter(({ reach }) => reach !== 'segment')];
        let looked = 0;
        for (let i = 0; i < this.segments.length; i++) {
            const [segment, check] = [this.segments[i]!, this.checks[i]!];
            if (check.isDue(hierarchy, reading, segment)) {
                check.look({ document, segment, ...world, ofText, ofHierarchy }, failed, onNotice);
                if (++looked % portion === 0) {
                    yield;
                }
            }
        }
    }

    /** Stops following the hierarchy. */
    end(): void {
        this.checks.forEach(check => check.end());
    }

    /** Keeps the checks of segments that are still there. */
    private follow(segments: readonly Segment[]): void {
        if (segments === this.segments) {
            return;
        }
        const { start, removed, added } = changesBetween(this.segments, segments);
        const left = this.checks.slice(start + removed.length);
        this.checks.slice(start, start + removed.length).forEach(check => check.end());
        this.checks = [...this.checks.slice(0, start), ...added.map(segment => new SegmentCheck(allowsIn(segment))), ...left];
        this.segments = segments;
    }
}
