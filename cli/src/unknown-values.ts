import { counted, type Hierarchy, number, unknownValuesOf } from '@sup/model';
import { locationOf } from '@sup/language';
import { locationText, type ReportLocation, type ReportLocations } from '@sup/report';
import type { Terminal } from './terminal.js';

/** A value that the plan states as unknown, so that a simulation uses the default. */
export interface AssumedValue extends ReportLocation {
    readonly text: string;
}

export function assumedValuesIn(hierarchies: Iterable<Hierarchy>, places: ReportLocations): readonly AssumedValue[] {
    return [...new Set(hierarchies)].flatMap(({ sites }) => sites.flatMap(unknownValuesOf)).map(({ element, key, text }) => ({ ...places.at(locationOf(element, key)), text }));
}

/** The number of values that the message names. */
const named = 10;

/** Plans with unknown values are simulated too, so the message lists the values that the result rests on. */
export function noteAssumedValues(values: readonly AssumedValue[], terminal: Terminal): void {
    if (values.length > 0) {
        const list = values.slice(0, named).map(value => `\n  ${locationText(value)}  ${value.text}`).join('');
        const more = values.length > named ? `\n  and ${number(values.length - named)} more` : '';
        terminal.writeMessage(`the plans have ${counted(values.length, 'unknown value')}, for which the simulation uses the default:${list}${more}`);
    }
}
