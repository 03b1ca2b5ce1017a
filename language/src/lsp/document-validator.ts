import { DefaultDocumentValidator, type LangiumDocument } from 'langium';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { SupServices } from '../sup-module.js';
import { limit, toDiagnostic } from './diagnostics.js';

/** Validates a document with the shelf of rules, which also covers syntax and references. */
export class SupDocumentValidator extends DefaultDocumentValidator {
    constructor(private readonly services: SupServices) {
        super(services);
    }

    override validateDocument(document: LangiumDocument): Promise<Diagnostic[]> {
        const { rules, documentation } = this.services.shelf;
        const { findings } = rules.check(document);
        return Promise.resolve([...limit(findings.map(finding => toDiagnostic(finding, document, documentation)))]);
    }
}
