import type { URI } from 'langium';
import type { Edit } from '../edits/edit.js';

/** A change of a plan that no finding asks for. */
export interface Refactoring {
    /** Identifies it among those of a site. */
    readonly id: string;
    /** The kind of its code action, below `refactor`. */
    readonly kind: 'refactor.extract' | 'refactor.move' | 'refactor.rewrite';
    readonly title: string;
    /** Made on demand: most refactorings that a menu lists are not chosen. */
    edits(): readonly Edit[];
    /** A file that it creates. */
    readonly file?: { readonly uri: URI; readonly text: string } | undefined;
}
