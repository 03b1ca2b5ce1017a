import { DefaultDocumentValidator, interruptAndCheck, type LangiumDocument, type ValidationOptions } from 'langium';
import { CancellationToken } from 'vscode-languageserver';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { SupServices } from '../sup-module.js';
import { toDiagnostics } from './diagnostics.js';

/** Validates a document with the shelf of rules, which also covers syntax and references. A newer change gets in between. */
export class SupDocumentValidator extends DefaultDocumentValidator {
    constructor(private readonly services: SupServices) {
        super(services);
    }

    override async validateDocument(document: LangiumDocument, _options?: ValidationOptions, cancelToken = CancellationToken.None): Promise<Diagnostic[]> {
        const { rules, documentation } = this.services.shelf;
        const work = rules.inPortions(document);
        while (!work.next().done) {
            await interruptAndCheck(cancelToken);
        }
        return [...toDiagnostics(rules.check(document).findings, document, documentation)];
    }
}
