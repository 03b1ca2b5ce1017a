import { longDurationText, type Scenario } from '@sup/model';
import * as ast from '../../syntax/generated/ast.js';
import { quoteString } from '../../syntax/parser/value-converter.js';
import { originOf } from '../projection/origin.js';
import { membersOf } from '../../syntax/tree/blocks.js';
import { readEvent } from '../../syntax/tree/read-sentences.js';

/** An event in the words of the language. */
export interface WrittenEvent {
    /** Minutes since the start. */
    readonly at: number;
    readonly event: string;
}

/** The expectations of a saved scenario: those that hold, and one that does not, which is saved as a comment. */
export interface SavedExpectations {
    readonly holding: readonly string[];
    readonly alternative: { readonly text: string; readonly reason: string } | undefined;
}

export interface NewScenario {
    readonly title: string;
    /** Minutes. */
    readonly duration: number;
    /** The scenario that the new one extends: its assumptions and events are copied. Without one, the hierarchy has run for weeks. */
    readonly base: Scenario | undefined;
    readonly events: readonly WrittenEvent[];
    readonly expectations: SavedExpectations;
}

/** The lines of a scenario in a file, without line breaks; events are in the order of their times. */
export function scenarioLines({ title, duration, base, events, expectations: { holding, alternative } }: NewScenario, indent: string): readonly string[] {
    const members = base ? membersOf(originOf(base)) : [];
    const textOf = (member: ast.Member): readonly string[] => linesOf(member.$cstNode?.text ?? '');
    const happening = [
        ...members.filter(ast.isScenarioEvent).map(member => ({ at: readEvent(member).value?.at ?? 0, lines: textOf(member) })),
        ...events.map(({ at, event }) => ({ at, lines: [`at ${momentText(at)}: ${event}`] }))
    ].sort((a, b) => a.at - b.at);
    const before = base ? members.filter(member => !ast.isScenarioEvent(member) && !ast.isExpectation(member)).flatMap(textOf) : ['assume { start: settled }'];
    const body = [
        ...before,
        ...happening.flatMap(({ lines }) => lines),
        '',
        ...holding,
        ...alternative ? [`// This does not hold: ${alternative.reason.replace(/\s+/g, ' ')}`, `// ${alternative.text}`] : []
    ];
    return [`scenario ${quoteString(title)} for ${longDurationText(duration)} {`, ...body.map(line => line === '' ? '' : `${indent}${line}`), '}'];
}

/** The lines of a statement, without the indentation that its block gives it. */
function linesOf(text: string): readonly string[] {
    const [first = '', ...rest] = text.split(/\r\n|\n|\r/);
    const shared = Math.min(...rest.filter(line => line.trim() !== '').map(line => /^[ \t]*/.exec(line)![0].length));
    return [first, ...rest.map(line => line.slice(Number.isFinite(shared) ? shared : 0))];
}

/** A time since the start in the notation of the language: `2d 03:07`, `2d`, `00:45`. */
export function momentText(minutes: number): string {
    const two = (value: number): string => String(value).padStart(2, '0');
    const days = Math.floor(minutes / 1_440);
    const time = `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
    return time === '00:00' && days > 0 ? `${days}d` : days === 0 ? time : `${days}d ${time}`;
}
