import { DefaultDocumentValidator, interruptAndCheck, isOperationCancelled, type LangiumDocument, type ValidationOptions } from 'langium';
import { CancellationToken } from 'vscode-languageserver';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { errorMessage, errorStack } from '@sup/model';
import type { LinterServices } from './services.js';
import { diagnosticSource, toDiagnostics } from './diagnostics.js';

/** Validates a document with the shelf of rules, which also covers syntax and references. A newer change gets in between. */
export class SupDocumentValidator extends DefaultDocumentValidator {
    constructor(private readonly services: LinterServices) {
        super(services);
    }

    override async validateDocument(document: LangiumDocument, _options?: ValidationOptions, cancelToken = CancellationToken.None): Promise<Diagnostic[]> {
        const { linter: { rules, documentation }, analysis: { report } } = this.services;
        try {
            const work = rules.inChunks(document);
            while (!work.next().done) {
                await interruptAndCheck(cancelToken);
            }
            return [...toDiagnostics(rules.check(document).findings, document, documentation)];
        } catch (error) {
            if (isOperationCancelled(error)) {
                throw error;
            }
            report(`The findings of ${document.uri.toString(true)} could not be found out: ${errorStack(error)}`);
            return [failed(error)];
        }
    }
}

/** What a file shows of which nothing can be found out. */
function failed(error: unknown): Diagnostic {
    const start = { line: 0, character: 0 };
    return {
        range: { start, end: start },
        severity: DiagnosticSeverity.Error,
        source: diagnosticSource,
        code: 'internal-error',
        message: `This file could not be checked: ${errorMessage(error)}. That is a mistake of this extension, not of the plan; other files are checked. Please report it, with the file.`
    };
}
