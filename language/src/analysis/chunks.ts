import { interruptAndCheck, type LangiumDocument } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { ChunkedWork } from '../syntax/chunked-work.js';

/**
 * Runs work for a request in chunks of some milliseconds. Throws Langium's `OperationCancelled` if the client cancels the request, and
 * `ContentModified` if a document changes: the result would mix two versions. Editors then repeat the request.
 */
export async function inChunks<T>(work: ChunkedWork<T>, document: LangiumDocument, { workspace }: LangiumSharedServices, cancelToken: CancellationToken): Promise<T> {
    const { parseResult } = document;
    const versions = (): string => [...workspace.TextDocuments.all()].map(({ version }) => version).join(' ');
    const before = versions();
    let step = work.next();
    while (!step.done) {
        await interruptAndCheck(cancelToken);
        if (document.parseResult !== parseResult || versions() !== before) {
            throw new ResponseError(LSPErrorCodes.ContentModified, 'A document has changed.');
        }
        step = work.next();
    }
    return step.value;
}
