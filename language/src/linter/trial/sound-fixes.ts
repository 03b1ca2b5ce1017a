import { listOf, number } from '@sup/model';
import type { LangiumDocument } from 'langium';
import type { Hierarchies } from '../../analysis/workspace/hierarchies.js';
import { headersIn } from '../../syntax/segments/headers.js';
import { parseVersionOf, segmentsOf } from '../../syntax/segments/segmented-file.js';
import type { Fix } from '../define-rule.js';
import { type Edit, replaceText } from '../edits/edit.js';
import { toTextEdits } from '../edits/text-edits.js';
import type { Finding } from '../finding.js';
import type { RuleEnvironment } from '../linter.js';
import { registry } from '../registry.js';
import { RuleSet } from '../rule-runner.js';
import { safeFixOf } from '../safe-fix.js';
import { EditedText, type SpanEdit } from './edited-text.js';
import { findingsIn, type PlanState } from './plan-state.js';

/** The number of times that a fix may cause errors which have safe fixes of their own. */
const maxRounds = 4;

/** The number of changes that the title of a completed fix names. */
const maxTitles = 2;

/** The plans whose fixes are tried. In a larger one a trial takes too long, since it checks the whole hierarchy, and one of its steps, since a segment is checked at once. */
const triedPlans = { segments: 500, characters: 256 * 1024, charactersOfSegment: 16 * 1024, findings: 500 } as const;

/**
 * The number of characters that trials check for one version of a plan, about half a second of work. An editor that requests the fixes of
 * hundreds of findings at once gets the rest without a trial.
 */
const maxCheckedCharacters = 2 * 1024 * 1024;

/** The number of fixes of a finding that are offered: hundreds of alternatives, one for each other element, are no help. */
const maxAlternatives = 20;

/** The trials in one version of a plan. */
interface Trials {
    readonly versions: string;
    /** The findings of the plan as it is; undefined if its fixes are not tried. */
    readonly findings: readonly Finding[] | undefined;
    readonly characters: number;
    checkedCharacters: number;
    /** By finding, since one request of an editor needs the fixes of a finding several times. */
    readonly offered: Map<Finding, OfferedFixes>;
}

/** The fixes of a finding to choose from. */
export interface OfferedFixes {
    readonly fixes: readonly Fix[];
    /** The number of further alternatives. */
    readonly omitted: number;
}

/** A fix with the changes that it requires and the findings that are then left, or an error that it would make. */
export type Completion = { readonly fix: Fix; readonly after: readonly Finding[] } | { readonly error: Finding };

/**
 * Tries fixes before they are offered: the plan is parsed and checked with the fix. If it has errors that it did not have, their safe fixes
 * become part of the fix; if one has none, or the finding is still there, the fix is not offered. A rule can thus ignore what all
 * other rules require of the result.
 */
export class SoundFixes {
    private readonly rules = new RuleSet(registry);
    /** Those of the last plan: its fixes are requested one after the other. */
    private last: Trials | undefined;

    constructor(private readonly hierarchies: Hierarchies, private readonly environment: Pick<RuleEnvironment, 'lineLengthOf' | 'parse' | 'settingsFor'>) {}

    /** The fixes of a finding that solve it and make no error, completed if necessary. Yields during trials, so that other requests are served in between. */
    *of(finding: Finding, document: LangiumDocument): Generator<void, OfferedFixes> {
        const all = finding.fixes();
        const untried = { fixes: all.slice(0, maxAlternatives), omitted: Math.max(0, all.length - maxAlternatives) };
        if (all.length === 0 || !isTried(finding)) {
            return untried;
        }
        const documents = this.hierarchies.neighboursOf(document);
        const trials = yield* this.trialsOf(documents);
        const known = trials.offered.get(finding);
        if (known || !trials.findings || trials.checkedCharacters > maxCheckedCharacters) {
            return known ?? untried;
        }
        const sound: Fix[] = [];
        for (const fix of untried.fixes) {
            trials.checkedCharacters += trials.characters;
            const completed = yield* this.complete(fix, documents, trials.findings);
            const { id } = finding.rule;
            if ('after' in completed && ofRule(completed.after, id).length < ofRule(trials.findings, id).length) {
                sound.push(completed.fix);
            }
        }
        const offered = { ...untried, fixes: sound };
        trials.offered.set(finding, offered);
        return offered;
    }

    /** A change that no finding asks for, completed in the same way, or the error that it would make. It is not tried in a large plan. */
    *completed(change: Fix, document: LangiumDocument): Generator<void, Completion> {
        const documents = this.hierarchies.neighboursOf(document);
        const { findings } = yield* this.trialsOf(documents);
        return findings ? yield* this.complete(change, documents, findings) : { fix: change, after: [] };
    }

    private *trialsOf(documents: readonly LangiumDocument[]): Generator<void, Trials> {
        const versions = documents.map(parseVersionOf).join(' ');
        if (this.last?.versions !== versions) {
            const isSmall = isSmallEnough(documents);
            const findings = isSmall ? yield* this.findingsOf(documents) : undefined;
            this.last = {
                versions, findings: findings && findings.length <= triedPlans.findings ? findings : undefined,
                characters: documents.reduce((sum, { textDocument }) => sum + textDocument.getText().length, 0), checkedCharacters: 0, offered: new Map()
            };
        }
        return this.last;
    }

    private *complete(fix: Fix, documents: readonly LangiumDocument[], before: readonly Finding[]): Generator<void, Completion> {
        const texts = new Map<LangiumDocument, EditedText>();
        const titles = [fix.title];
        let [edits, present] = [fix.edits, new Map<LangiumDocument, LangiumDocument>()];
        for (let round = 0; ; round++) {
            present = this.applied(edits, texts, present);
            yield;
            const state = [...new Set([...documents, ...texts.keys()])].map(document => present.get(document) ?? document);
            const after = yield* this.findingsOf(state);
            const made = errorsMade(before, after);
            if (made.length === 0) {
                return { fix: round === 0 ? fix : { ...fix, title: joined(titles), edits: textEdits(texts) }, after };
            }
            const unsolved = made.find(error => !completingFix(error)) ?? (round === maxRounds - 1 ? made[0] : undefined);
            if (unsolved) {
                return { error: unsolved };
            }
            const completing = made.flatMap(error => completingFix(error) ?? []);
            edits = completing.flatMap(each => each.edits);
            titles.push(...completing.map(({ title }) => title));
        }
    }

    /** Applies edits to the texts, and parses these again. */
    private applied(edits: readonly Edit[], texts: Map<LangiumDocument, EditedText>, present: ReadonlyMap<LangiumDocument, LangiumDocument>): Map<LangiumDocument, LangiumDocument> {
        const originals = new Map([...present].map(([original, document]) => [document, original]));
        const changes = Map.groupBy(edits.flatMap(edit => toTextEdits(edit, this.environment.lineLengthOf)), ({ document }) => document);
        for (const [document, ofDocument] of changes) {
            const original = originals.get(document) ?? document;
            const text = texts.get(original) ?? new EditedText(original.textDocument.getText());
            texts.set(original, text);
            text.apply(ofDocument.map(({ edit: { range, newText } }): SpanEdit => (
                { offset: document.textDocument.offsetAt(range.start), end: document.textDocument.offsetAt(range.end), text: newText }
            )));
        }
        return new Map([...texts].map(([original, { text }]) => [original, this.environment.parse(text, original.uri)]));
    }

    /** The findings in documents, which an edit may have divided among several hierarchies. */
    private *findingsOf(documents: readonly LangiumDocument[]): Generator<void, readonly Finding[]> {
        const plans = Map.groupBy(documents, document => this.hierarchies.keyOf(document)).values();
        const findings: Finding[] = [];
        for (const members of plans) {
            findings.push(...yield* findingsIn(stateOf(members, this.environment.settingsFor(members[0]!.uri).assumptions ?? {}), this.rules));
        }
        return findings;
    }
}

function isSmallEnough(documents: readonly LangiumDocument[]): boolean {
    const segments = documents.flatMap(segmentsOf);
    const characters = segments.reduce((sum, { text }) => sum + text.length, 0);
    return segments.length <= triedPlans.segments && characters <= triedPlans.characters && segments.every(({ text }) => text.length <= triedPlans.charactersOfSegment);
}

/** Statements that a syntax error hides may have any errors; and scenarios and accepted risks are not part of the hierarchy. */
function isTried({ rule: { category } }: Finding): boolean {
    return category !== 'language' && category !== 'risk' && category !== 'scenario';
}

function stateOf(documents: readonly LangiumDocument[], assumptions: PlanState['assumptions']): PlanState {
    return { name: headersIn(documents[0]!.parseResult)[0]?.name || undefined, documents, assumptions };
}

function ofRule(findings: readonly Finding[], rule: string): readonly Finding[] {
    return findings.filter(finding => finding.rule.id === rule);
}

/** The errors of those rules that have more of them than before. */
function errorsMade(before: readonly Finding[], after: readonly Finding[]): readonly Finding[] {
    const known = Map.groupBy(before.filter(isError), ({ rule }) => rule);
    return [...Map.groupBy(after.filter(isError), ({ rule }) => rule)].flatMap(([rule, now]) => {
        const earlier = known.get(rule) ?? [];
        const texts = new Set(earlier.map(({ message }) => message.what));
        const made = now.filter(({ message }) => !texts.has(message.what));
        return now.length <= earlier.length ? [] : made.length > 0 ? made : now;
    });
}

function isError({ severity }: Finding): boolean {
    return severity === 'error';
}

/** The fix of an error that may become part of the fix that causes it. */
function completingFix(finding: Finding): Fix | undefined {
    const fixes = finding.fixes();
    return fixes.find(({ completes }) => completes) ?? safeFixOf(finding.rule, fixes);
}

function textEdits(texts: ReadonlyMap<LangiumDocument, EditedText>): readonly Edit[] {
    return [...texts].flatMap(([document, { edits }]) => edits.map(edit => replaceText(document, edit, edit.text)));
}

/** `Attach A to B, and set A to mixed mode`. */
function joined([title, ...others]: readonly string[]): string {
    return others.length > maxTitles ? `${title!}, with ${number(others.length)} further changes` : `${title!}, and ${listOf(others.map(other => other[0]!.toLowerCase() + other.slice(1)))}`;
}
