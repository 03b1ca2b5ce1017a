import { URI } from 'langium';
import type { Range } from 'vscode-languageserver-types';
import { locationOf } from '@sup/language';
import type { ModelElement } from '@sup/model';
import type { Plans } from './plans.js';

/** A stretch of a plan. Lines and characters count from 0, as in the Language Server Protocol. */
export interface Place {
    readonly path: string;
    readonly range: Range;
}

/** Finds the parts of a model in the plans. A trace names the same few again and again, so what was found is kept. */
export class Places {
    private readonly found = new WeakMap<ModelElement, Place>();

    constructor(private readonly pathOf: Plans['pathOf']) {}

    of(element: ModelElement): Place {
        let place = this.found.get(element);
        if (!place) {
            const { uri, range } = locationOf(element);
            place = { path: this.pathOf(URI.parse(uri)), range };
            this.found.set(element, place);
        }
        return place;
    }
}

/** As editors and terminals follow it: `plan.sup:12:3`, counted from 1. */
export function placeText({ path, range: { start } }: Place): string {
    return `${path}:${start.line + 1}:${start.character + 1}`;
}

/** A place for programs. */
export function placeJson({ path, range }: Place): object {
    return { file: path, range };
}
