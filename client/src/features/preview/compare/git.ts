import { extensions, type Uri } from 'vscode';

// The part of the API of VS Code's built-in Git extension that is used (extensions/git/src/api/git.d.ts, version 1).

export interface Repository {
    readonly state: { readonly HEAD: { readonly name?: string; readonly commit?: string } | undefined };
    getRefs(query: { readonly sort: 'committerdate'; readonly count: number }): Promise<readonly GitRef[]>;
    log(options: { readonly maxEntries: number }): Promise<readonly Commit[]>;
    /** The text of a file at a revision; rejects if the file did not exist. */
    show(revision: string, path: string): Promise<string>;
    /** The changes of the working tree compared with a revision. */
    diffWith(revision: string): Promise<readonly { readonly originalUri: Uri }[]>;
}

export interface GitRef {
    readonly type: RefType;
    readonly name?: string;
    readonly commit?: string;
}

export enum RefType { Head, RemoteHead, Tag }

export interface Commit {
    readonly hash: string;
    readonly message: string;
    readonly authorName?: string;
}

interface GitExtension {
    /** Throws if Git is disabled. */
    getAPI(version: 1): { getRepository(uri: Uri): Repository | null };
}

/** The repository that contains a file, if there is one and Git is available. */
export async function repositoryOf(file: Uri): Promise<Repository | undefined> {
    try {
        const git = await extensions.getExtension<GitExtension>('vscode.git')?.activate();
        return git?.getAPI(1).getRepository(file) ?? undefined;
    } catch {
        return undefined;
    }
}
