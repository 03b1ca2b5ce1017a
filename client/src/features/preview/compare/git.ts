import { extensions, type Uri } from 'vscode';

// What is used of the interface of the Git extension that comes with VS Code (extensions/git/src/api/git.d.ts, version 1).

export interface Repository {
    readonly state: { readonly HEAD: { readonly name?: string; readonly commit?: string } | undefined };
    getRefs(query: { readonly sort: 'committerdate'; readonly count: number }): Promise<readonly GitRef[]>;
    log(options: { readonly maxEntries: number }): Promise<readonly Commit[]>;
    /** The text of a file at a revision; rejects where it was not there. */
    show(revision: string, path: string): Promise<string>;
    /** What the working tree has otherwise than a revision. */
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
    /** Throws where Git is turned off. */
    getAPI(version: 1): { getRepository(uri: Uri): Repository | null };
}

/** The repository that a file is in, where there is one and the editor knows Git. */
export async function repositoryOf(file: Uri): Promise<Repository | undefined> {
    try {
        const git = await extensions.getExtension<GitExtension>('vscode.git')?.activate();
        return git?.getAPI(1).getRepository(file) ?? undefined;
    } catch {
        return undefined;
    }
}
