import { l10n, Location, TestMessage, TestMessageStackFrame, type Uri } from 'vscode';
import type { ExpectationOutcome, TraceStep } from '@sup/protocol/server';
import { locationOf, rangeOf } from '../locations.js';

/** Explains a broken expectation: the actual result, the steps that led to it, and a stack trace of the steps with a location, latest first. */
export function brokenMessage(outcome: ExpectationOutcome, uri: Uri): TestMessage {
    const message = new TestMessage([
        l10n.t('Broken at {0}: {1}', outcome.time ?? '', outcome.message ?? ''),
        ...outcome.steps.length === 0 ? [] : ['', headingOf(outcome), ...outcome.steps.flatMap(linesOf)]
    ].join('\n'));
    message.location = new Location(uri, rangeOf(outcome.range));
    message.stackTrace = outcome.steps.toReversed().flatMap(frameOf);
    return message;
}

/** States if the events are from a run with fewer events than the scenario has, since its times can then differ from those of the whole run. */
function headingOf({ usedEvents }: ExpectationOutcome): string {
    return usedEvents ? l10n.t('Events that led to it, in a run with only {0} of the {1} events of the scenario:', usedEvents.needed, usedEvents.of) : l10n.t('Events that led to it:');
}

/** One line in the output of a run. */
export function outcomeLine({ verdict, text, time = '', message = '' }: ExpectationOutcome): string {
    switch (verdict) {
        case 'held': return `  ${l10n.t('held: {0}', text)}`;
        case 'broken': return `  ${l10n.t('BROKEN: {0}: {1}, {2}', text, time, message)}`;
        case 'untested': return `  ${l10n.t('untested: {0}: {1}', text, message)}`;
    }
}

/** Formats lines for a terminal. Names in plans may contain control characters, which a terminal would execute. */
export function terminalText(lines: readonly string[]): string {
    return lines.map(line => `${line.replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd')}\r\n`).join('');
}

function linesOf({ time, text, changed }: TraceStep): string[] {
    const indent = ' '.repeat(time.length + 4);
    return [`  ${time}  ${text}`, ...changed === undefined ? [] : [indent + l10n.t('changed: {0}', changed)]];
}

function frameOf({ time, text, locations: [location] }: TraceStep): TestMessageStackFrame[] {
    if (!location) {
        return [];
    }
    const { uri, range } = locationOf(location);
    return [new TestMessageStackFrame(`${time} ${text}`, uri, range.start)];
}
