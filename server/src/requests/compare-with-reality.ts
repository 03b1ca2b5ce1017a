import { type LangiumDocument, URI } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { daysSince } from '@sup/files';
import { ageWarnings, type Drift, driftFrom, ImportError, plannedHostsOf, type StatedDifference } from '@sup/import';
import { changesOf, documentOf, hierarchyOfText, type ShownFinding, type SupServices, toDiagnostics } from '@sup/language';
import { type CompareWithRealityParams, CompareWithRealityRequest, type RealityComparison, type RealityDifference } from '@sup/protocol/server';
import { readInWorker } from '../import/import-in-worker.js';
import { isFileUri } from '../parameters/shapes.js';
import type { ComparisonContext } from '../preview/compare-plans.js';
import { pictureReality } from '../preview/picture-reality.js';
import { inChunks, withProgress } from '../scenarios/in-chunks.js';
import { answer, hasDocument } from './answer.js';

/** The context of comparisons with the real hierarchy. */
export interface RealityContext {
    readonly shared: LangiumSharedServices;
    /** The bundle of the worker that reads the exports. */
    readonly script: string;
    /** Resolves when all open documents are parsed. */
    ready(): Promise<void>;
    readonly comparison: Pick<ComparisonContext, 'services' | 'context'>;
}

/** Handles `sup/compareWithReality`. */
export function handleCompareWithReality(connection: Connection, context: RealityContext): void {
    answer(connection, CompareWithRealityRequest, {
        expected: 'a document, and files on disk',
        isValid: params => hasDocument(params) && Array.isArray(params.files) && params.files.length > 0 && params.files.every(isFileUri)
    }, (params, token) => withProgress(connection, params.workDoneToken, 'Comparing', async report => {
        await context.ready();
        const document = context.shared.workspace.LangiumDocuments.getDocument(URI.parse(params.textDocument.uri));
        return document ? compare(document, params, context, token, report) : null;
    }));
}

async function compare(document: LangiumDocument, { files, isPictured }: CompareWithRealityParams, { script, comparison }: RealityContext, token: CancellationToken, report: (share: number) => void): Promise<RealityComparison | { objection: string }> {
    const { services } = comparison;
    const { hierarchies } = services.analysis;
    const reality = await readInWorker(script, { paths: files.map(each => URI.parse(each).fsPath), planned: plannedHostsOf(hierarchies.of(document)) }, token);
    if ('objection' in reality) {
        return reality;
    }
    const hierarchy = hierarchies.of(document); // The plan may have changed while the exports were read.
    try {
        const drift = driftFrom(hierarchy, reality, text => hierarchyOfText(text, services));
        const { stated, ...compared } = comparisonOf(document, drift, services);
        return isPictured === true ? { ...compared, plans: await inChunks(pictureReality(document, { reality, drift, stated, messages: compared.messages }, comparison), token, report) } : compared;
    } catch (error) {
        if (error instanceof ImportError) {
            return { objection: error.message };
        }
        throw error;
    }
}

function comparisonOf(document: LangiumDocument, drift: Drift, services: SupServices): RealityComparison & { readonly stated: readonly StatedDifference[] } {
    const { analysis: { hierarchies }, linter: { rules, documentation } } = services;
    const byDocument = Map.groupBy(drift.differences, ({ at }) => documentOf(at));
    const byPlace = new Map(drift.differences.map(difference => [difference.at as unknown, difference]));
    const documents = hierarchies.neighboursOf(document);
    const { collectedAt, uncompared, failures, messages } = drift;
    const found = documents.map(each => ({ document: each, findings: rules.checkDifferences(each, byDocument.get(each) ?? []).findings }));
    return {
        hierarchy: hierarchies.of(document).name,
        files: documents.map(({ uri }) => uri.toString()),
        differences: found.flatMap(({ document: each, findings }) => findings.flatMap(finding => differencesOf(finding, each, documentation))),
        stated: found.flatMap(({ findings }) => findings).flatMap(({ at, message }) => {
            const difference = byPlace.get(at);
            return difference ? [{ difference, sentence: message.what }] : [];
        }),
        collectedAt, uncompared: uncompared.length, messages: [...ageWarnings(collectedAt, daysSince), ...messages, ...failures], isIncomplete: failures.length > 0
    };
}

function differencesOf(finding: ShownFinding, document: LangiumDocument, documentation: SupServices['linter']['documentation']): readonly RealityDifference[] {
    const fixes = finding.fixes().map(({ title, edits }) => ({ title, changes: [...changesOf(edits)].map(([{ uri }, textEdits]) => ({ uri: uri.toString(), edits: [...textEdits] })) }));
    return toDiagnostics([finding], document, documentation).map(diagnostic => ({ uri: document.uri.toString(), diagnostic, fixes }));
}
