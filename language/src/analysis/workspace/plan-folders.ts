import type { URI } from 'langium';

/** The folders that are plans by themselves, because they contain a `sup.config.json`. */
export interface PlanFolders {
    /** The URI of the nearest such folder around a document; undefined if there is none. */
    folderOf(document: URI): string | undefined;
    /** The text of the `sup.config.json` that applies to a document; undefined if there is none. */
    configurationOf(document: URI): string | undefined;
    /** Increases with each change. */
    readonly revision: number;
}

/** For processes and tests without configuration files. */
export const noPlanFolders: PlanFolders = { folderOf: () => undefined, configurationOf: () => undefined, revision: 0 };
