import { Location, Range, Uri } from 'vscode';
import type { Place } from '@sup/protocol/server';

/** A range of the protocol as one of the editor. */
export function rangeOf({ start, end }: Place['range']): Range {
    return new Range(start.line, start.character, end.line, end.character);
}

/** A place of the protocol as one of the editor. */
export function locationOf({ uri, range }: Place): Location {
    return new Location(Uri.parse(uri), rangeOf(range));
}
