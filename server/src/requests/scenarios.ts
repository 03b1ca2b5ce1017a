import type { CancellationToken, Connection, ProgressToken } from 'vscode-languageserver';
import { siteAt } from '@sup/language';
import { AdviseRequest, CoverageRequest, RunScenarioRequest, ScenariosRequest, SweepRequest, TraceRequest } from '@sup/protocol/server';
import { answer, namesDocument, namesPlace, namesScenario } from './answer.js';
import { coverage } from '../scenarios/coverage.js';
import { inChunks, withProgress, type Work } from '../scenarios/in-chunks.js';
import { adviceReport, sweepReport } from '../scenarios/reports.js';
import { traceOf } from '../scenarios/run-scenario.js';
import type { ScenarioDiagnostics } from '../scenarios/scenario-diagnostics.js';
import { infoOf, type WorkspaceScenarios } from '../scenarios/workspace-scenarios.js';

const scenario = { takes: 'a document and the title of a scenario', isSound: namesScenario };

/** Answers the requests about scenarios. `ready` is awaited first: the workspace may still be read. */
export function handleScenarios(connection: Connection, scenarios: WorkspaceScenarios, diagnostics: ScenarioDiagnostics, ready: () => Promise<void>): void {
    const show = <T>(work: Work<T>, title: string, progress: ProgressToken | undefined, token: CancellationToken): Promise<T> =>
        withProgress(connection, progress, title, report => inChunks(work, token, report));

    connection.onRequest(ScenariosRequest, async () => {
        await ready();
        return scenarios.all().flatMap(found => infoOf(found) ?? []);
    });

    answer(connection, RunScenarioRequest, scenario, async (params, token) => {
        await ready();
        const found = scenarios.find(params);
        return found ? withProgress(connection, params.workDoneToken, params.title, report => diagnostics.run(found, token, report)) : null;
    });

    answer(connection, TraceRequest, scenario, async (params, token) => {
        await ready();
        const found = scenarios.find(params);
        return found ? show(traceOf(found), params.title, params.workDoneToken, token) : null;
    });

    answer(connection, CoverageRequest, { takes: 'a list of scenarios', isSound: params => Array.isArray(params.scenarios) && params.scenarios.every(namesScenario) }, async (params, token) => {
        await ready();
        return show(coverage(params.scenarios.flatMap(target => scenarios.find(target) ?? [])), 'Coverage', params.workDoneToken, token);
    });

    answer(connection, SweepRequest, { takes: 'a document', isSound: namesDocument }, async ({ textDocument, workDoneToken }, token) => {
        await ready();
        const document = scenarios.document(textDocument.uri);
        return document ? show(sweepReport(scenarios.hierarchyOf(document), scenarios.options(document)), 'Single points of failure', workDoneToken, token) : null;
    });

    answer(connection, AdviseRequest, { takes: 'a document and a position', isSound: namesPlace }, async ({ textDocument, position }) => {
        await ready();
        const document = scenarios.document(textDocument.uri);
        const site = document && siteAt(document, position);
        return document && site ? adviceReport(scenarios.hierarchyOf(document), site, scenarios.options(document)) ?? null : null;
    });
}
