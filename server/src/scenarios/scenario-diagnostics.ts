import { type CancellationToken, CancellationTokenSource, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { errorStack, type Scenario } from '@sup/model';
import type { ExpectationOutcome, ScenarioOutcome, ScenarioReport } from '@sup/protocol/server';
import { inChunks, type Work } from './in-chunks.js';
import { diagnosticSource, locationOf, sourceTextOf } from '@sup/language';
import { runScenario } from './run-scenario.js';
import type { FoundScenario, WorkspaceScenarios } from './workspace-scenarios.js';

/** How long after the last change scenarios run automatically, in milliseconds. */
const debounceDelay = 400;

/** A broken expectation lists at most this many steps that led to it; the trace has all of them. */
const maxSteps = 12;

interface KnownOutcome {
    readonly outcome: ScenarioOutcome;
    /** The revision of the scenario that was run. */
    readonly revision: number;
    /** Whether the client has the outcome. */
    isReported: boolean;
}

interface ScenarioDiagnosticsOptions {
    isEnabled(): Promise<boolean>;
    /** Sends outcomes to the client. */
    send(reports: ScenarioReport[]): void;
    publish(uri: string): void;
    report(message: string): void;
    documentation(): string;
}

/**
 * Caches the outcomes of scenarios and shows them as diagnostics of their expectations. After every change it runs the scenarios that the
 * change may affect, with a delay; another change cancels the run.
 */
export class ScenarioDiagnostics {
    /** By document, title and, where several scenarios have one title, their order. */
    private readonly outcomes = new Map<string, KnownOutcome>();
    private timer: NodeJS.Timeout | undefined;
    private running: CancellationTokenSource | undefined;

    constructor(
        private readonly scenarios: WorkspaceScenarios,
        private readonly options: ScenarioDiagnosticsOptions
    ) {}

    /** Runs the changed scenarios after the delay. */
    rerun(): void {
        this.running?.cancel();
        clearTimeout(this.timer);
        this.timer = setTimeout(() => void this.runAll(), debounceDelay);
    }

    private async runAll(): Promise<void> {
        const source = this.running = new CancellationTokenSource();
        // Read the token now: a source whose token was never read throws when it is cancelled twice.
        const { token } = source;
        try {
            if (!await this.options.isEnabled()) {
                this.forget();
                return;
            }
            await inChunks(this.runEach(this.scenarios.all()), token);
        } catch (error) {
            if (!token.isCancellationRequested) {
                this.options.report(`Running scenarios failed: ${errorStack(error)}`);
            }
        }
    }

    /** All scenarios are one unit of work: yielding to other messages after each would slow down many short runs. */
    private *runEach(all: readonly FoundScenario[]): Work<void> {
        for (const [uri, ofDocument] of Map.groupBy(all, ({ document }) => document.uri.toString())) {
            const keys = keysOf(ofDocument);
            for (const found of ofDocument) {
                const key = keys.get(found.scenario)!;
                if (this.outcomes.get(key)?.revision !== found.revision) {
                    this.outcomes.set(key, { outcome: yield* runScenario(found), revision: found.revision, isReported: false });
                    yield 0;
                }
            }
            this.sendNew(uri, ofDocument, keys);
            this.options.publish(uri);
        }
    }

    /** Sends the outcomes of a document that the client does not have yet. A cancelled run may have left some. */
    private sendNew(uri: string, ofDocument: readonly FoundScenario[], keys: ReadonlyMap<Scenario, string>): void {
        const reports = ofDocument.flatMap(({ scenario }): ScenarioReport[] => {
            const known = this.outcomes.get(keys.get(scenario)!);
            if (!known || known.isReported) {
                return [];
            }
            known.isReported = true;
            return scenario.title === undefined ? [] : [{ target: { textDocument: { uri }, title: scenario.title }, outcome: known.outcome }];
        });
        if (reports.length > 0) {
            this.options.send(reports);
        }
    }

    /** Drops all outcomes. They may no longer hold after a change. */
    private forget(): void {
        this.outcomes.clear();
        new Set(this.scenarios.all().map(({ document }) => document.uri.toString())).forEach(uri => this.options.publish(uri));
    }

    /** Runs a scenario and publishes its outcome. */
    async run(found: FoundScenario, token: CancellationToken, onProgress?: (share: number) => void): Promise<ScenarioOutcome> {
        const outcome = await inChunks(runScenario(found), token, onProgress);
        const key = keysOf(this.scenarios.in(found.document)).get(found.scenario);
        if (key !== undefined) {
            this.outcomes.set(key, { outcome, revision: found.revision, isReported: true });
            this.options.publish(found.document.uri.toString());
        }
        return outcome;
    }

    /** The diagnostics of a document, for expectations whose text has not changed since they were judged. */
    of(uri: string): readonly Diagnostic[] {
        // Called on every keystroke: without outcomes, a large file need not be searched.
        const document = this.outcomes.size === 0 ? undefined : this.scenarios.document(uri);
        const all = document ? this.scenarios.in(document) : [];
        const keys = keysOf(all);
        return all.flatMap(({ scenario }) => {
            const outcome = this.outcomes.get(keys.get(scenario)!)?.outcome;
            return outcome?.expectations.some(({ verdict }) => verdict !== 'held') ? scenario.expectations.flatMap(expectation => {
                const text = sourceTextOf(expectation);
                const judged = outcome.expectations.find(each => each.text === text);
                return judged && judged.verdict !== 'held' ? [diagnosticOf(judged, locationOf(expectation).range, this.options.documentation())] : [];
            }) : [];
        });
    }
}

/** Keys of the scenarios of a document that stay stable across edits. Several scenarios may have the same title. */
function keysOf(all: readonly FoundScenario[]): ReadonlyMap<Scenario, string> {
    const counts = new Map<string, number>();
    return new Map(all.map(({ document, scenario }) => {
        const name = `${document.uri.toString()}#${scenario.title ?? ''}`;
        const count = (counts.get(name) ?? 0) + 1;
        counts.set(name, count);
        return [scenario, `${name}#${count}`];
    }));
}

function diagnosticOf({ verdict, message = '', time, steps }: ExpectationOutcome, range: Diagnostic['range'], documentation: string): Diagnostic {
    const shared = { range, source: diagnosticSource, codeDescription: { href: documentation } };
    if (verdict === 'untested') {
        return { ...shared, code: 'expectation-untested', severity: DiagnosticSeverity.Information, message: `This expectation was not tested. ${message} Add an event that could break it, or remove the expectation.` };
    }
    return {
        ...shared, code: 'expectation-broken', severity: DiagnosticSeverity.Error,
        message: `Broken at ${time}. ${message} ${steps.length > 0 ? 'The steps that led to it are listed with this error. ' : ''}Change the plan or the expectation.`,
        relatedInformation: steps.flatMap(step => step.locations.slice(0, 1).map(location => ({ location, message: `${step.time} ${step.text}` }))).slice(-maxSteps)
    };
}
