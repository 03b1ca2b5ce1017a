import { DefaultDocumentValidator, interruptAndCheck, isOperationCancelled, type LangiumDocument, type ValidationOptions } from 'langium';
import { CancellationToken } from 'vscode-languageserver';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { errorMessage, errorStack } from '@sup/model';
import type { LinterServices } from './services.js';
import { diagnosticSource, toDiagnostics } from './diagnostics.js';

/** Validates a document with the linter, whose rules also cover syntax and references. A newer change cancels it between chunks. */
export class SupDocumentValidator extends DefaultDocumentValidator {
    constructor(private readonly services: LinterServices) {
        super(services);
    }

    override async validateDocument(document: LangiumDocument, _options?: ValidationOptions, cancelToken = CancellationToken.None): Promise<Diagnostic[]> {
        const { linter: { rules, documentation }, analysis: { report } } = this.services;
        try {
            const chunks = rules.checkInChunks(document);
            let chunk = chunks.next();
            while (!chunk.done) {
                await interruptAndCheck(cancelToken);
                chunk = chunks.next();
            }
            return [...toDiagnostics(chunk.value.findings, document, documentation)];
        } catch (error) {
            if (isOperationCancelled(error)) {
                throw error;
            }
            report(`The file ${document.uri.toString(true)} could not be checked: ${errorStack(error)}`);
            return [internalError(error)];
        }
    }
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
