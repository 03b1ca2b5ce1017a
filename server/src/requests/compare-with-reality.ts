import { type LangiumDocument, URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { daysSince } from '@sup/files';
import { ageWarnings, type Drift, driftFrom, ImportError, plannedHostsOf } from '@sup/import';
import { changesOf, documentOf, hierarchyOfText, type ShownFinding, type SupServices, toDiagnostics } from '@sup/language';
import { CompareWithRealityRequest, type RealityComparison, type RealityDifference } from '@sup/protocol/server';
import { readInWorker } from '../import/import-in-worker.js';
import { isFileUri } from '../parameters/shapes.js';
import { withProgress } from '../scenarios/in-chunks.js';
import { answer, hasDocument } from './answer.js';

/** Handles `sup/compareWithReality`. `script`: the bundle of the worker that reads the exports. `ready` resolves when all open documents are parsed. */
export function handleCompareWithReality(connection: Connection, services: { shared: LangiumSharedServices; Sup: SupServices }, script: string, ready: () => Promise<void>): void {
    answer(connection, CompareWithRealityRequest, {
        expected: 'a document, and files on disk',
        isValid: params => hasDocument(params) && Array.isArray(params.files) && params.files.length > 0 && params.files.every(isFileUri)
    }, ({ textDocument, files, workDoneToken }, token) => withProgress(connection, workDoneToken, 'Comparing', async () => {
        await ready();
        const document = services.shared.workspace.LangiumDocuments.getDocument(URI.parse(textDocument.uri));
        return document ? compare(document, files.map(each => URI.parse(each).fsPath), services.Sup, script, token) : null;
    }));
}

async function compare(document: LangiumDocument, paths: readonly string[], services: SupServices, script: string, token: CancellationToken): Promise<RealityComparison | { objection: string }> {
    const { hierarchies } = services.analysis;
    const reality = await readInWorker(script, { paths, planned: plannedHostsOf(hierarchies.of(document)) }, token);
    if ('objection' in reality) {
        return reality;
    }
    const hierarchy = hierarchies.of(document); // The plan may have changed while the exports were read.
    try {
        return comparisonOf(document, driftFrom(hierarchy, reality, text => hierarchyOfText(text, services)), services);
    } catch (error) {
        if (error instanceof ImportError) {
            return { objection: error.message };
        }
        throw error;
    }
}

function comparisonOf(document: LangiumDocument, drift: Drift, services: SupServices): RealityComparison {
    const { analysis: { hierarchies }, linter: { rules, documentation } } = services;
    const byDocument = Map.groupBy(drift.differences, ({ at }) => documentOf(at));
    const documents = hierarchies.neighboursOf(document);
    const { collectedAt, uncompared, failures, messages } = drift;
    return {
        hierarchy: hierarchies.of(document).name,
        files: documents.map(({ uri }) => uri.toString()),
        differences: documents.flatMap(each => rules.checkDifferences(each, byDocument.get(each) ?? []).findings.flatMap(finding => differencesOf(finding, each, documentation))),
        collectedAt, uncompared, messages: [...ageWarnings(collectedAt, daysSince), ...messages, ...failures], isIncomplete: failures.length > 0
    };
}

function differencesOf(finding: ShownFinding, document: LangiumDocument, documentation: SupServices['linter']['documentation']): readonly RealityDifference[] {
    const fixes = finding.fixes().map(({ title, edits }) => ({ title, changes: [...changesOf(edits)].map(([{ uri }, textEdits]) => ({ uri: uri.toString(), edits: [...textEdits] })) }));
    return toDiagnostics([finding], document, documentation).map(diagnostic => ({ uri: document.uri.toString(), diagnostic, fixes }));
}
