import { DocumentState, type LangiumDocument } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import { locationOf, type SupServices } from '@sup/language';
import { HierarchyFilesRequest, LocateRequest, LocateScenarioRequest, PartAtRequest, PreviewChangedNotification, type PreviewParams, PreviewRequest } from '@sup/protocol/server';
import { partAt } from '../preview/part-at.js';
import type { Previews } from '../preview/previews.js';
import { answer, isCount, namesDocument, namesPart, namesPlace, namesScenario } from './answer.js';

/** The part of a scene that is no part of the plan; its problems are those of no site. */
const whole = 'hierarchy';

/** Answers what the picture of a preview needs: what there is to see, and the ways between it and the text. */
export function handlePreview(connection: Connection, { shared, shelf: { hierarchies } }: SupServices, previews: Previews, ready: () => Promise<void>): void {
    /** About a document with all that has been typed; null where there is none. Each answer waits for the changes that came before it. */
    const about = async <R>({ textDocument: { uri } }: PreviewParams, work: (document: LangiumDocument) => R | null | undefined): Promise<R | null> => {
        await ready();
        let found: R | null | undefined;
        await shared.workspace.WorkspaceLock.read(() => {
            const document = previews.document(uri);
            found = document && work(document);
        });
        return found ?? null;
    };

    answer(connection, PreviewRequest, { takes: 'a document', isSound: namesDocument }, params => about(params, document => previews.contentOf(document)));

    answer(connection, LocateRequest, { takes: 'a document, a part of its scene and, if it is about a problem, its index', isSound: params => namesPart(params) && (params.problem === undefined || isCount(params.problem)) },
        params => about(params, document => {
            const { parts } = previews.of(document);
            return params.problem === undefined ? parts.locate(params.part) : parts.locateProblem(params.part === whole ? undefined : params.part, params.problem);
        }));

    answer(connection, LocateScenarioRequest, { takes: 'a document and the title of a scenario', isSound: namesScenario }, params => about(params, document => {
        const scenario = hierarchies.allScenarios(document).find(({ title }) => title === params.title);
        return scenario && locationOf(scenario, 'title');
    }));

    answer(connection, PartAtRequest, { takes: 'a document and a position', isSound: namesPlace }, params => about(params, document => {
        const part = partAt(hierarchies.sitesOf(document), document, params.position);
        return part && previews.of(document).parts.idOf(part);
    }));

    answer(connection, HierarchyFilesRequest, { takes: 'a document', isSound: namesDocument }, params => about(params, document => hierarchies.neighboursOf(document).map(({ uri }) => uri.toString())));
}

/** After every change, tells a client that shows previews that they may be out of date. */
export function announcePreviewChanges(connection: Connection, shared: LangiumSharedServices, isListening: () => boolean): void {
    shared.workspace.DocumentBuilder.onBuildPhase(DocumentState.Validated, () => {
        if (isListening()) {
            void connection.sendNotification(PreviewChangedNotification);
        }
    });
}
