import type { CancellationToken, Connection, ProgressToken } from 'vscode-languageserver';
import { siteAt } from '@sup/language';
import { AdviseRequest, CoverageRequest, RunScenarioRequest, ScenariosRequest, SweepRequest, TraceRequest } from '@sup/protocol/server';
import { answer, hasDocument, hasPosition, hasScenario } from './answer.js';
import { coverage } from '../scenarios/coverage.js';
import { inChunks, withProgress, type Work } from '../scenarios/in-chunks.js';
import { adviceReport, sweepReport } from '../scenarios/reports.js';
import { traceOf } from '../scenarios/run-scenario.js';
import type { ScenarioDiagnostics } from '../scenarios/scenario-diagnostics.js';
import { infoOf, type WorkspaceScenarios } from '../scenarios/workspace-scenarios.js';

const scenario = { expected: 'a document and the title of a scenario', isValid: hasScenario };

/** Handles the requests about scenarios. Each awaits `ready` first, since the workspace may still be loading. */
export function handleScenarios(connection: Connection, scenarios: WorkspaceScenarios, diagnostics: ScenarioDiagnostics, ready: () => Promise<void>): void {
    const runWithProgress = <T>(work: Work<T>, title: string, progress: ProgressToken | undefined, token: CancellationToken): Promise<T> =>
        withProgress(connection, progress, title, report => inChunks(work, token, report));

    connection.onRequest(ScenariosRequest, async () => {
        await ready();
        return scenarios.all().flatMap(found => infoOf(found) ?? []);
    });

    answer(connection, RunScenarioRequest, scenario, async (params, token) => {
        await ready();
        const found = scenarios.find(params);
        return found ? withProgress(connection, params.workDoneToken, `Running ${params.title}`, report => diagnostics.run(found, token, report)) : null;
    });

    answer(connection, TraceRequest, scenario, async (params, token) => {
        await ready();
        const found = scenarios.find(params);
        return found ? runWithProgress(traceOf(found), `Tracing ${params.title}`, params.workDoneToken, token) : null;
    });

    answer(connection, CoverageRequest, { expected: 'a list of scenarios', isValid: params => Array.isArray(params.scenarios) && params.scenarios.every(hasScenario) }, async (params, token) => {
        await ready();
        return runWithProgress(coverage(params.scenarios.flatMap(target => scenarios.find(target) ?? [])), 'Measuring scenario coverage', params.workDoneToken, token);
    });

    answer(connection, SweepRequest, { expected: 'a document', isValid: hasDocument }, async ({ textDocument, workDoneToken }, token) => {
        await ready();
        const document = scenarios.document(textDocument.uri);
        return document ? runWithProgress(sweepReport(scenarios.hierarchyOf(document), scenarios.options(document)), 'Simulating single failures', workDoneToken, token) : null;
    });

    answer(connection, AdviseRequest, { expected: 'a document and a position', isValid: hasPosition }, async ({ textDocument, position }) => {
        await ready();
        const document = scenarios.document(textDocument.uri);
        const site = document && siteAt(document, position);
        return document && site ? adviceReport(scenarios.hierarchyOf(document), site, scenarios.options(document)) ?? null : null;
    });
}
