import { DefaultDocumentValidator, interruptAndCheck, isOperationCancelled, type LangiumDocument, type ValidationOptions } from 'langium';
import { CancellationToken } from 'vscode-languageserver';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { errorMessage, errorStack } from '@sup/model';
import type { LinterServices } from './services.js';
import type { ChunkedWork } from '../syntax/chunked-work.js';
import { diagnosticSource, toDiagnosticsInChunks } from './diagnostics.js';

/** Validates a document with the linter, whose rules also cover syntax and references. A newer change cancels it between chunks. */
export class SupDocumentValidator extends DefaultDocumentValidator {
    constructor(private readonly services: LinterServices) {
        super(services);
    }

    override async validateDocument(document: LangiumDocument, _options?: ValidationOptions, cancelToken = CancellationToken.None): Promise<Diagnostic[]> {
        const { linter, analysis: { report } } = this.services;
        try {
            const chunks = diagnosticsInChunks(document, linter);
            let chunk = chunks.next();
            while (!chunk.done) {
                await interruptAndCheck(cancelToken);
                chunk = chunks.next();
            }
            return [...chunk.value];
        } catch (error) {
            if (isOperationCancelled(error)) {
                throw error;
            }
            report(`The file ${document.uri.toString(true)} could not be checked: ${errorStack(error)}`);
            return [internalError(error)];
        }
    }
}

/** Checks a document, and yields where other requests may be served. */
export function* diagnosticsInChunks(document: LangiumDocument, { rules, documentation }: LinterServices['linter']): ChunkedWork<readonly Diagnostic[]> {
    const { findings } = yield* rules.checkInChunks(document);
    return yield* toDiagnosticsInChunks(findings, document, documentation);
}

/** The only diagnostic of a file that could not be checked. */
function internalError(error: unknown): Diagnostic {
    const start = { line: 0, character: 0 };
    return {
        range: { start, end: start },
        severity: DiagnosticSeverity.Error,
        source: diagnosticSource,
        code: 'internal-error',
        message: `This file could not be checked: ${errorMessage(error)}. The error is in this extension, not in the plan; other files are still checked. Report it, with the file attached.`
    };
}
