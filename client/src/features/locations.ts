import { Location, Range, Uri } from 'vscode';
import type { Location as LspLocation, Range as LspRange } from 'vscode-languageclient/node';

/** Converts an LSP range. */
export function rangeOf({ start, end }: LspRange): Range {
    return new Range(start.line, start.character, end.line, end.character);
}

/** Converts an LSP location. */
export function locationOf({ uri, range }: LspLocation): Location {
    return new Location(Uri.parse(uri), rangeOf(range));
}
