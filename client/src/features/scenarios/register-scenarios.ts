import { Disposable, l10n, type LogOutputChannel, TestRunProfileKind } from 'vscode';
import type { LanguageServer } from '../../language-server.js';
import { runContinuously } from './continuous-run.js';
import { ScenarioCoverage } from './coverage.js';
import { registerReports } from './reports.js';
import { registerRunCommands } from './run-commands.js';
import { ScenarioRunner } from './scenario-runner.js';
import { ScenarioTree } from './scenario-tree.js';
import { registerTrace } from './trace.js';

/** Shows scenarios in the Testing view, runs them from there and from code lenses, and shows traces and reports. */
export function registerScenarios(server: LanguageServer, output: LogOutputChannel): Disposable {
    const tree = new ScenarioTree(server, output);
    const runner = new ScenarioRunner(tree, server, output);
    const coverage = new ScenarioCoverage(server);
    const { controller } = tree;
    const run = controller.createRunProfile(l10n.t('Run'), TestRunProfileKind.Run, (request, token) => request.continuous
        ? runContinuously(tree, request, token, (each, until) => runner.run(each, until))
        : runner.run(request, token), true, undefined, true);
    const cover = controller.createRunProfile(l10n.t('Run with Coverage'), TestRunProfileKind.Coverage,
        (request, token) => runner.run(request, token, coverage.measure), true);
    cover.loadDetailedCoverage = coverage.loadDetails;
    const outcomes = server.onDidRunScenarios(reports => void runner.show(reports));
    return Disposable.from(tree, run, cover, outcomes, registerRunCommands(tree, runner, run), registerTrace(server, output), registerReports(server, output));
}
