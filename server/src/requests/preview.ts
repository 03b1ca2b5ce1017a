import { DocumentState } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import { locationOf, type SupServices } from '@sup/language';
import { HierarchyFilesRequest, LocateRequest, LocateScenarioRequest, PartAtRequest, PreviewChangedNotification, PreviewRequest } from '@sup/protocol/server';
import { partAt } from '../preview/part-at.js';
import type { Previews } from '../preview/previews.js';
import { answer, isCount, namesDocument, namesPart, namesPlace, namesScenario } from './answer.js';

/** The part of a scene that is no part of the plan; its problems are those of no site. */
const whole = 'hierarchy';

/** Answers what the picture of a preview needs: what there is to see, and the ways between it and the text. */
export function handlePreview(connection: Connection, { analysis: { hierarchies } }: SupServices, previews: Previews): void {
    answer(connection, PreviewRequest, { takes: 'a document', isSound: namesDocument }, params => previews.about(params, document => previews.contentOf(document)));

    answer(connection, LocateRequest, { takes: 'a document, a part of its scene and, if it is about a problem, its index', isSound: params => namesPart(params) && (params.problem === undefined || isCount(params.problem)) },
        params => previews.about(params, document => {
            const { parts } = previews.of(document);
            return params.problem === undefined ? parts.locate(params.part) : parts.locateProblem(params.part === whole ? undefined : params.part, params.problem);
        }));

    answer(connection, LocateScenarioRequest, { takes: 'a document and the title of a scenario', isSound: namesScenario }, params => previews.about(params, document => {
        const scenario = hierarchies.allScenarios(document).find(({ title }) => title === params.title);
        return scenario && locationOf(scenario, 'title');
    }));

    answer(connection, PartAtRequest, { takes: 'a document and a position', isSound: namesPlace }, params => previews.about(params, document => {
        const part = partAt(document, params.position);
        return part && previews.of(document).parts.idOf(part);
    }));

    answer(connection, HierarchyFilesRequest, { takes: 'a document', isSound: namesDocument }, params => previews.about(params, document => hierarchies.neighboursOf(document).map(({ uri }) => uri.toString())));
}

/** After every change, tells a client that shows previews that they may be out of date. */
export function announcePreviewChanges(connection: Connection, shared: LangiumSharedServices, isListening: () => boolean): void {
    shared.workspace.DocumentBuilder.onBuildPhase(DocumentState.Validated, () => {
        if (isListening()) {
            void connection.sendNotification(PreviewChangedNotification);
        }
    });
}
