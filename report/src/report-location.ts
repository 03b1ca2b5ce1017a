import { URI } from 'langium';
import type { Location, Range } from 'vscode-languageserver-types';
import { locationOf } from '@sup/language';
import { memoize, type ModelElement } from '@sup/model';

/** A range in a file of a plan. Lines and characters count from 0, as in the Language Server Protocol. */
export interface ReportLocation {
    readonly path: string;
    readonly range: Range;
}

/** Finds the locations of model elements, with paths as a report shows them. */
export class ReportLocations {
    /** Memoized, because a trace refers to the same few elements many times. */
    readonly of: (element: ModelElement) => ReportLocation = memoize((element: ModelElement) => this.at(locationOf(element)));

    constructor(private readonly pathOf: (uri: URI) => string) {}

    at({ uri, range }: Location): ReportLocation {
        return { path: this.pathOf(URI.parse(uri)), range };
    }
}

/** A location in the form that editors and terminals link: `plan.sup:12:3`, counted from 1. */
export function locationText({ path, range: { start } }: ReportLocation): string {
    return `${path}:${start.line + 1}:${start.character + 1}`;
}
