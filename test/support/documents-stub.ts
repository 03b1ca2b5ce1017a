import type * as vscode from 'vscode';
import { CancellationTokenSource } from 'vscode-languageserver-protocol';
import type { Uri } from './vscode-values.js';

/** A document that the extension has opened. */
export interface Shown {
    readonly uri: string;
    readonly text: string;
    readonly as: 'editor' | 'preview';
}

/** The content providers of the extension, by scheme. */
export class ContentProviders {
    private readonly providers = new Map<string, vscode.TextDocumentContentProvider>();

    register(scheme: string, provider: vscode.TextDocumentContentProvider): void {
        this.providers.set(scheme, provider);
    }

    async read(uri: Uri): Promise<string> {
        return uri.scheme === 'file' || uri.scheme === 'untitled' ? '' : String(await this.providers.get(uri.scheme)!.provideTextDocumentContent(uri as unknown as vscode.Uri, new CancellationTokenSource().token));
    }
}

/** The progress of a task, which can be cancelled. */
export class ProgressStub {
    readonly increments: number[] = [];
    private readonly source = new CancellationTokenSource();
    readonly token = this.source.token;

    constructor(readonly title: string, readonly isCancellable: boolean, private readonly check: () => void) {}

    readonly report = ({ increment }: { increment: number }): void => {
        this.increments.push(increment);
        this.check();
    };

    cancel(): void {
        this.source.cancel();
    }
}
