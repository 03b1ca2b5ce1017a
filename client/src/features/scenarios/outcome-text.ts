import { l10n, Location, TestMessage, TestMessageStackFrame, type Uri } from 'vscode';
import type { ExpectationOutcome, TraceStep } from '@sup/protocol/server';
import { locationOf, rangeOf } from './places.js';

/** Why an expectation is broken: what was found, the steps that led to it as text, and those with a place to walk through, last first. */
export function brokenMessage(outcome: ExpectationOutcome, uri: Uri): TestMessage {
    const message = new TestMessage([
        l10n.t('Broken at {0}: {1}', outcome.time ?? '', outcome.message ?? ''),
        ...outcome.steps.length === 0 ? [] : ['', l10n.t('What led to it:'), ...outcome.steps.flatMap(linesOf)]
    ].join('\n'));
    message.location = new Location(uri, rangeOf(outcome.range));
    message.stackTrace = outcome.steps.toReversed().flatMap(frameOf);
    return message;
}

/** A line for the output of a run. */
export function outcomeLine({ verdict, text, time = '', message = '' }: ExpectationOutcome): string {
    switch (verdict) {
        case 'held': return `  ${l10n.t('held: {0}', text)}`;
        case 'broken': return `  ${l10n.t('BROKEN: {0}: {1}, {2}', text, time, message)}`;
        case 'untested': return `  ${l10n.t('untested: {0}: {1}', text, message)}`;
    }
}

/** Lines as a terminal takes them. Names come from a plan and may hold control characters, which a terminal would obey. */
export function terminalText(lines: readonly string[]): string {
    return lines.map(line => `${line.replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd')}\r\n`).join('');
}

function linesOf({ time, text, changed }: TraceStep): string[] {
    const indent = ' '.repeat(time.length + 4);
    return [`  ${time}  ${text}`, ...changed === undefined ? [] : [indent + l10n.t('changed: {0}', changed)]];
}

function frameOf({ time, text, places: [place] }: TraceStep): TestMessageStackFrame[] {
    if (!place) {
        return [];
    }
    const { uri, range } = locationOf(place);
    return [new TestMessageStackFrame(`${time} ${text}`, uri, range.start)];
}
