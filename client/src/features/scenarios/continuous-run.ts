import { type CancellationToken, CancellationTokenSource, TestRunRequest } from 'vscode';
import type { ScenarioTree } from './scenario-tree.js';

/** Milliseconds without a change before scenarios are run again: about a pause in typing. */
const debounceDelay = 500;

/** Repeats a test run after every change of a plan, until the token is cancelled. A change cancels the outdated run. */
export function runContinuously(tree: ScenarioTree, { include, exclude, profile }: TestRunRequest, token: CancellationToken,
    run: (request: TestRunRequest, token: CancellationToken) => Promise<void>): void {
    let timer: NodeJS.Timeout | undefined;
    let running: CancellationTokenSource | undefined;
    const stop = (): void => {
        clearTimeout(timer);
        running?.cancel();
    };
    const start = (): void => {
        running = new CancellationTokenSource();
        void run(new TestRunRequest(include, exclude, profile, true, true), running.token);
    };
    const listener = tree.onDidChange(() => {
        stop();
        timer = setTimeout(start, debounceDelay);
    });
    token.onCancellationRequested(() => {
        listener.dispose();
        stop();
    });
}
