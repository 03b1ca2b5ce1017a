import { DocumentState } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import { locationOf, type SupServices } from '@sup/language';
import { HierarchyFilesRequest, LocateRequest, LocateScenarioRequest, PartAtRequest, PreviewChangedNotification, PreviewRequest } from '@sup/protocol/server';
import { partAt } from '../preview/part-at.js';
import type { Previews } from '../preview/previews.js';
import { inChunks } from '../scenarios/in-chunks.js';
import { isCount } from '../parameters/shapes.js';
import { answer, hasDocument, hasPart, hasPosition, hasScenario } from './answer.js';

/** The id for the hierarchy itself in scenes. It has the problems that belong to no site. */
const hierarchyId = 'hierarchy';

/** Handles the requests of the preview's picture: its scene, and navigation between the scene and the text. */
export function handlePreview(connection: Connection, { analysis: { hierarchies } }: SupServices, previews: Previews): void {
    answer(connection, PreviewRequest, { expected: 'a document', isValid: hasDocument }, async (params, token) => {
        const work = await previews.withDocument(params, document => previews.content(document));
        return work && inChunks(work, token);
    });

    answer(connection, LocateRequest, { expected: 'a document, a part of its scene and, if it is about a problem, its index', isValid: params => hasPart(params) && (params.problem === undefined || isCount(params.problem)) },
        params => previews.withDocument(params, document => {
            const { parts } = previews.of(document);
            return params.problem === undefined ? parts.locate(params.part) : parts.locateProblem(params.part === hierarchyId ? undefined : params.part, params.problem);
        }));

    answer(connection, LocateScenarioRequest, { expected: 'a document and the title of a scenario', isValid: hasScenario }, params => previews.withDocument(params, document => {
        const scenario = hierarchies.allScenarios(document).find(({ title }) => title === params.title);
        return scenario && locationOf(scenario, 'title');
    }));

    answer(connection, PartAtRequest, { expected: 'a document and a position', isValid: hasPosition }, params => previews.withDocument(params, document => {
        const part = partAt(document, params.position);
        return part && previews.of(document).parts.idOf(part);
    }));

    answer(connection, HierarchyFilesRequest, { expected: 'a document', isValid: hasDocument }, params => previews.withDocument(params, document => hierarchies.neighboursOf(document).map(({ uri }) => uri.toString())));
}

/** After every change, notifies a client with open previews that they may be outdated. */
export function announcePreviewChanges(connection: Connection, shared: LangiumSharedServices, isListening: () => boolean): void {
    shared.workspace.DocumentBuilder.onBuildPhase(DocumentState.Validated, () => {
        if (isListening()) {
            void connection.sendNotification(PreviewChangedNotification);
        }
    });
}
