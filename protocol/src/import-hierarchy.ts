import { RequestType } from 'vscode-languageserver-protocol';

export interface ImportParams {
    /** The URIs of the exports that the user has chosen, on disk. */
    files: string[];
    /** The name of the hierarchy; without it, the one that the exports state, or the code of the central site. */
    hierarchy?: string;
    /** Whether each branch below the central site gets a file of its own. */
    branches: boolean;
    /** The URI of the folder of the new plan, whose `.editorconfig` decides the layout. */
    folder: string;
    workDoneToken?: string | number;
}

export interface ImportedHierarchy {
    /** The name of the hierarchy. */
    hierarchy: string;
    /** The files of the plan. Their names have no folders. */
    files: { name: string; text: string }[];
    /** Messages about the exports for the user, which are not in the plan. */
    messages: string[];
}

/** Client → server: a new plan from exports of a real hierarchy, which the server does not write; an objection if they cannot be imported. */
export const ImportRequest = new RequestType<ImportParams, ImportedHierarchy | { objection: string }, void>('sup/import');
