import { URI } from 'langium';
import type { Location, Range } from 'vscode-languageserver-types';
import { locationOf } from '@sup/language';
import type { ModelElement } from '@sup/model';

/** A stretch of a plan. Lines and characters count from 0, as in the Language Server Protocol. */
export interface Place {
    readonly path: string;
    readonly range: Range;
}

/** Finds the parts of a model in the plans. A trace names the same few again and again, so what was found is kept. */
export class Places {
    private readonly found = new WeakMap<ModelElement, Place>();

    constructor(private readonly pathOf: (uri: URI) => string) {}

    of(element: ModelElement): Place {
        let place = this.found.get(element);
        if (!place) {
            place = this.at(locationOf(element));
            this.found.set(element, place);
        }
        return place;
    }

    at({ uri, range }: Location): Place {
        return { path: this.pathOf(URI.parse(uri)), range };
    }
}

/** As editors and terminals follow it: `plan.sup:12:3`, counted from 1. */
export function placeText({ path, range: { start } }: Place): string {
    return `${path}:${start.line + 1}:${start.character + 1}`;
}
