import { type CancellationToken, CancellationTokenSource, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { Scenario } from '@sup/model';
import type { ExpectationOutcome, ScenarioOutcome } from '@sup/protocol/server';
import { inChunks, type Work } from './in-chunks.js';
import { diagnosticSource, locationOf, scenarioDocumentation, sourceTextOf, traceOf } from '@sup/language';
import { runScenario } from './run-scenario.js';
import type { FoundScenario, WorkspaceScenarios } from './workspace-scenarios.js';

/** So long nothing must have changed before scenarios run by themselves, in milliseconds. */
const quiet = 400;

/** A failed expectation shows at most so many steps that led to it; a trace has them all. */
const shownSteps = 12;

/**
 * Remembers how scenarios ended, and says it as diagnostics of their expectations. After every change, when it has been quiet for a
 * moment, all are run again; a new change ends that.
 */
export class ScenarioDiagnostics {
    /** By document, title, and which of that title it is. */
    private readonly outcomes = new Map<string, ScenarioOutcome>();
    private timer: NodeJS.Timeout | undefined;
    private running: CancellationTokenSource | undefined;

    constructor(
        private readonly scenarios: WorkspaceScenarios,
        private readonly options: { isWanted(): Promise<boolean>; publish(uri: string): void; report(message: string): void }
    ) {}

    /** Runs everything again, soon. */
    rerun(): void {
        this.running?.cancel();
        clearTimeout(this.timer);
        this.timer = setTimeout(() => void this.runAll(), quiet);
    }

    private async runAll(): Promise<void> {
        const source = this.running = new CancellationTokenSource();
        // A source that nobody has taken a token from cannot be cancelled twice.
        const { token } = source;
        try {
            if (!await this.options.isWanted()) {
                this.forget();
                return;
            }
            await inChunks(this.runEach(this.scenarios.all()), token);
        } catch (error) {
            if (!token.isCancellationRequested) {
                this.options.report(`Scenarios could not be run: ${traceOf(error)}`);
            }
        }
    }

    /** One piece of work, since many scenarios end before anybody else is let in. */
    private *runEach(all: readonly FoundScenario[]): Work<void> {
        for (const [uri, ofDocument] of Map.groupBy(all, ({ document }) => document.uri.toString())) {
            const keys = keysOf(ofDocument);
            for (const found of ofDocument) {
                this.outcomes.set(keys.get(found.scenario)!, yield* runScenario(found));
                yield 0;
            }
            this.options.publish(uri);
        }
    }

    /** What was found before a change may not be true any more. */
    private forget(): void {
        this.outcomes.clear();
        new Set(this.scenarios.all().map(({ document }) => document.uri.toString())).forEach(uri => this.options.publish(uri));
    }

    /** Runs a scenario and shows how it ended. */
    async run(found: FoundScenario, token: CancellationToken, onProgress?: (share: number) => void): Promise<ScenarioOutcome> {
        const outcome = await inChunks(runScenario(found), token, onProgress);
        const key = keysOf(this.scenarios.in(found.document)).get(found.scenario);
        if (key !== undefined) {
            this.outcomes.set(key, outcome);
            this.options.publish(found.document.uri.toString());
        }
        return outcome;
    }

    /** What is to be shown in a document: of expectations that still stand there as they were when they were judged. */
    of(uri: string): readonly Diagnostic[] {
        // Asked with every keystroke, and to go through a large file for nothing takes time.
        const document = this.outcomes.size === 0 ? undefined : this.scenarios.document(uri);
        const all = document ? this.scenarios.in(document) : [];
        const keys = keysOf(all);
        return all.flatMap(({ scenario }) => {
            const outcome = this.outcomes.get(keys.get(scenario)!);
            return outcome?.expectations.some(({ verdict }) => verdict !== 'held') ? scenario.expectations.flatMap(expectation => {
                const text = sourceTextOf(expectation);
                const judged = outcome.expectations.find(each => each.text === text);
                return judged && judged.verdict !== 'held' ? [diagnosticOf(judged, locationOf(expectation).range)] : [];
            }) : [];
        });
    }
}

/** Names for the scenarios of a document that hold while it changes: several may have the same title. */
function keysOf(all: readonly FoundScenario[]): ReadonlyMap<Scenario, string> {
    const counts = new Map<string, number>();
    return new Map(all.map(({ document, scenario }) => {
        const name = `${document.uri.toString()}#${scenario.title ?? ''}`;
        const count = (counts.get(name) ?? 0) + 1;
        counts.set(name, count);
        return [scenario, `${name}#${count}`];
    }));
}

function diagnosticOf({ verdict, message = '', time, steps }: ExpectationOutcome, range: Diagnostic['range']): Diagnostic {
    const shared = { range, source: diagnosticSource, codeDescription: { href: scenarioDocumentation } };
    if (verdict === 'untested') {
        return { ...shared, code: 'expectation-untested', severity: DiagnosticSeverity.Information, message: `This expectation was not put to the test. ${message} Let something happen that could break it, or take it out.` };
    }
    return {
        ...shared, code: 'expectation-broken', severity: DiagnosticSeverity.Error,
        message: `Broken at ${time}. ${message} ${steps.length > 0 ? 'The steps that led to it are listed with it; change' : 'Change'} the plan, or what is expected of it.`,
        relatedInformation: steps.flatMap(step => step.places.slice(0, 1).map(location => ({ location, message: `${step.time} ${step.text}` }))).slice(-shownSteps)
    };
}
