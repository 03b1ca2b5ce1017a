import type { LangiumDocument } from 'langium';
import { type CodeLens, Range } from 'vscode-languageserver';
import { activeUpdatePointOf, clientsOf } from '@sup/model';
import { type AdviseParams, scenarioCommands, type ScenarioTarget } from '@sup/protocol/server';
import { sitesWithPositions } from '@sup/language';
import { infoOf, type WorkspaceScenarios } from './workspace-scenarios.js';

/** In a file with more secondary sites, lenses would slow down typing, so the sites have none. The command answers the same question at the cursor. */
const maxAdviceLenses = 200;

/** Lenses to run, play and trace each scenario, to run all of several, and to ask of each secondary site with clients whether it needs a software update point. */
export function codeLensesOf(scenarios: WorkspaceScenarios, document: LangiumDocument): CodeLens[] {
    const textDocument = { uri: document.uri.toString() };
    const infos = scenarios.in(document).flatMap(found => infoOf(found) ?? []);
    const scenarioLenses = infos.flatMap(({ title, range }, i): CodeLens[] => {
        const target: ScenarioTarget = { textDocument, title };
        const at = Range.create(range.start, range.start);
        const all = i === 0 && infos.length > 1 ? [{ range: at, command: { title: 'Run All', command: scenarioCommands.runAll, arguments: [textDocument] } }] : [];
        return [
            { range: at, command: { title: 'Run', command: scenarioCommands.run, arguments: [target] } },
            { range: at, command: { title: 'Play', command: scenarioCommands.play, arguments: [target] } },
            { range: at, command: { title: 'Show Trace', command: scenarioCommands.showTrace, arguments: [target] } },
            ...all
        ];
    });
    const candidates = sitesWithPositions(document).filter(({ site }) => site.kind === 'secondary' && clientsOf(site).intranet > 0);
    const adviceLenses = candidates.length > maxAdviceLenses ? [] : candidates.map(({ site, start }): CodeLens => {
        const position = start();
        const params: AdviseParams = { textDocument, position };
        const title = activeUpdatePointOf(site) ? 'Does it need its own software update point?' : 'Does it need a software update point?';
        return { range: Range.create(position, position), command: { title, command: scenarioCommands.advise, arguments: [params] } };
    });
    return [...scenarioLenses, ...adviceLenses];
}
