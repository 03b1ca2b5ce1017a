import type { IncrementalHierarchy, Scenario } from '@sup/model';
import type { LangiumDocument } from 'langium';
import type * as ast from '../syntax/generated/ast.js';
import { changesBetween } from '../syntax/segments/changes.js';
import { replaceRange } from '../syntax/segments/replace-range.js';
import { allowsIn } from '../analysis/projection/segment-model.js';
import type { Segment } from '../syntax/segments/segment.js';
import { parseVersionOf, segmentsOf } from '../syntax/segments/segmented-file.js';
import type { Finding } from './finding.js';
import { registry } from './registry.js';
import { type Failed, RuleSet } from './rule-runner.js';
import { SegmentCheck } from './segment-check.js';

/** The hierarchy that a document belongs to, and its scenarios. */
export interface World {
    readonly hierarchy: IncrementalHierarchy;
    allScenarios(): readonly Scenario[];
}

/** So many segments are looked at in one go: some milliseconds of work. */
const portion = 50;

/** What the rules find in a document, segment by segment. */
export class DocumentCheck {
    private segments: readonly Segment[] = [];
    private readonly checks: SegmentCheck[] = [];
    /** Those to look at, since they are new or something has changed that they have looked at. */
    private readonly due = new Set<SegmentCheck>();
    /** Those to look at again whenever the file is another one: few, so an edit goes through them and not through all. */
    private readonly tied = new Set<SegmentCheck>();
    /** Those in which something was found, and those that accept risks. */
    private readonly telling = new Set<SegmentCheck>();
    private readonly ofText = new RuleSet(registry.filter(({ reach }) => reach === 'segment'));
    private readonly ofHierarchy = new RuleSet(registry.filter(({ reach }) => reach !== 'segment'));
    private reading = 0;
    private hierarchy: IncrementalHierarchy | undefined;

    /** What was found in all segments, and which risks they accept. */
    get result(): { readonly findings: readonly Finding[]; readonly allows: readonly ast.Allow[] } {
        const telling = [...this.telling].sort((a, b) => a.segment.start.offset - b.segment.start.offset);
        return { findings: telling.flatMap(({ findings }) => findings), allows: telling.flatMap(({ allows }) => allows) };
    }

    /**
     * Looks where something has changed, a portion at a time, so that whoever has to wait can be let in between; what is done stays done.
     * `onNotice` is told when there may be something else to find.
     */
    *look(document: LangiumDocument<ast.SupFile>, world: World, failed: Failed, onNotice: () => void): Generator<void> {
        this.follow(document, world.hierarchy);
        const { ofText, ofHierarchy } = this;
        let looked = 0;
        for (const check of this.due) {
            check.look({ document, segment: check.segment, ...world, ofText, ofHierarchy }, failed, () => {
                this.due.add(check);
                onNotice();
            });
            this.due.delete(check);
            this.sort(check);
            if (++looked % portion === 0) {
                yield;
            }
        }
    }

    /** Stops following the hierarchy. */
    end(): void {
        this.checks.forEach(check => check.end());
    }

    /** Finds out what is to be looked at in a reading of the document. */
    private follow(document: LangiumDocument, hierarchy: IncrementalHierarchy): void {
        this.takeOver(segmentsOf(document));
        if (this.hierarchy !== hierarchy) {
            this.checks.forEach(check => this.due.add(check));
        }
        const reading = parseVersionOf(document);
        if (this.reading !== reading) {
            this.tied.forEach(check => {
                if (check.isDueAnew) {
                    this.due.add(check);
                }
            });
        }
        this.hierarchy = hierarchy;
        this.reading = reading;
    }

    /** Keeps the checks of segments that are still there. */
    private takeOver(segments: readonly Segment[]): void {
        if (segments === this.segments) {
            return;
        }
        const { start, removed, added } = changesBetween(this.segments, segments);
        for (const check of this.checks.slice(start, start + removed.length)) {
            check.end();
            [this.due, this.tied, this.telling].forEach(checks => checks.delete(check));
        }
        const made = added.map(segment => new SegmentCheck(segment, allowsIn(segment)));
        made.forEach(check => this.due.add(check));
        replaceRange(this.checks, start, removed.length, made);
        this.segments = segments;
    }

    private sort(check: SegmentCheck): void {
        put(check, this.tied, check.isTied);
        put(check, this.telling, check.findings.length + check.allows.length > 0);
    }
}

function put<T>(item: T, set: Set<T>, isIn: boolean): void {
    if (isIn) {
        set.add(item);
    } else {
        set.delete(item);
    }
}
