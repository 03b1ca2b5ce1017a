import { type CancellationToken, CancellationTokenSource, Disposable, l10n, type LogOutputChannel, TestMessage, type TestRun, TestRunRequest } from 'vscode';
import { errorMessage } from '@sup/model';
import { type ExpectationOutcome, RunScenarioRequest, type ScenarioOutcome, type ScenarioReport } from '@sup/protocol/server';
import type { LanguageServer } from '../../language-server.js';
import { offerRestart } from '../restart.js';
import { brokenMessage, outcomeLine, terminalText } from './outcome-text.js';
import { targetOf } from './scenario-items.js';
import type { ScenarioTree } from './scenario-tree.js';
import { type SelectedScenario, selectionOf } from './selection.js';

/** Extends a run after its scenarios have finished. */
export type AfterRun = (run: TestRun, selection: readonly SelectedScenario[], token: CancellationToken) => Promise<void>;

/** Runs scenarios sequentially and reports their results to the editor. The state of a scenario follows from its expectations, if it has any. */
export class ScenarioRunner {
    constructor(private readonly tree: ScenarioTree, private readonly server: LanguageServer, private readonly output: LogOutputChannel) {}

    /** Executes a request as one run, which can be cancelled in the editor and by the token. */
    async run(request: TestRunRequest, token: CancellationToken, afterRun?: AfterRun): Promise<void> {
        const run = this.tree.controller.createTestRun(request);
        const source = new CancellationTokenSource();
        const cancellation = Disposable.from(...[run.token, token].map(each => each.onCancellationRequested(() => source.cancel())));
        try {
            const selection = selectionOf(this.tree, request);
            selection.forEach(({ items }) => items.forEach(item => run.enqueued(item)));
            for (const selected of selection) {
                await this.runOne(run, selected, source.token);
            }
            if (!source.token.isCancellationRequested) {
                await afterRun?.(run, selection, source.token);
            }
        } catch (error) {
            if (!source.token.isCancellationRequested) {
                throw error;
            }
        } finally {
            run.end();
            cancellation.dispose();
            source.dispose();
        }
        this.reportIfStopped();
    }

    /** Shows the outcomes of scenarios that the server has run on its own, so that the results agree with the diagnostics. */
    async show(reports: readonly ScenarioReport[]): Promise<void> {
        await this.tree.loaded();
        const found = await Promise.all(reports.map(async ({ target, outcome }) => ({ scenario: await this.tree.find(target), outcome })));
        const outcomes = new Map(found.flatMap(({ scenario, outcome }) => scenario ? [[scenario, outcome] as const] : []));
        if (outcomes.size === 0) {
            return;
        }
        const request = new TestRunRequest([...outcomes.keys()], undefined, undefined, false, true);
        const run = this.tree.controller.createTestRun(request, l10n.t('After a change'), false);
        for (const selected of selectionOf(this.tree, request)) {
            report(run, selected, outcomes.get(selected.scenario)!);
        }
        run.end();
    }

    /** Offers a restart if the server has stopped; returns whether it has. */
    reportIfStopped(): boolean {
        const isStopped = this.server.state === 'stopped';
        if (isStopped) {
            void offerRestart(this.server, this.output, l10n.t('The SUP language server is not running, so no scenario can be run.'));
        }
        return isStopped;
    }

    private async runOne(run: TestRun, selected: SelectedScenario, token: CancellationToken): Promise<void> {
        if (token.isCancellationRequested) {
            return;
        }
        selected.items.forEach(item => run.started(item));
        try {
            const outcome = await this.server.request(RunScenarioRequest, targetOf(selected.scenario), { token });
            if (outcome) {
                report(run, selected, outcome);
            } else {
                fail(run, selected, l10n.t('This scenario no longer exists.'));
            }
        } catch (error) {
            if (!token.isCancellationRequested) {
                fail(run, selected, errorMessage(error));
            }
        }
    }
}

/** Reports a scenario that could not be run. */
function fail(run: TestRun, { scenario, items }: SelectedScenario, message: string): void {
    run.appendOutput(terminalText([scenario.label, `  ${message}`]), undefined, scenario);
    items.forEach(item => run.errored(item, new TestMessage(message)));
}

function report(run: TestRun, { scenario, items }: SelectedScenario, { expectations, problem, headline, milliseconds }: ScenarioOutcome): void {
    run.appendOutput(terminalText([l10n.t('{0} ({1} ms)', scenario.label, milliseconds), ...headline.map(line => `  ${line}`)]), undefined, scenario);
    if (problem !== undefined) {
        run.appendOutput(terminalText([`  ${problem}`]), undefined, scenario);
        run.errored(scenario, new TestMessage(problem), milliseconds);
    } else if (items.has(scenario)) {
        run.passed(scenario, milliseconds);
    }
    for (const [i, outcome] of expectations.entries()) {
        const item = scenario.children.get(String(i));
        if (item && items.has(item)) {
            run.appendOutput(terminalText([outcomeLine(outcome)]), undefined, item);
            conclude(run, item, outcome, milliseconds / expectations.length); // the editor sums the durations for the scenario
        }
    }
}

function conclude(run: TestRun, item: Parameters<TestRun['passed']>[0], outcome: ExpectationOutcome, duration: number): void {
    switch (outcome.verdict) {
        case 'held': return run.passed(item, duration);
        case 'broken': return run.failed(item, brokenMessage(outcome, item.uri!), duration);
        case 'untested': return run.skipped(item);
    }
}
