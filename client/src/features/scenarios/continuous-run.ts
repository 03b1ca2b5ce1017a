import { type CancellationToken, CancellationTokenSource, TestRunRequest } from 'vscode';
import type { ScenarioTree } from './scenario-tree.js';

/** So long nothing must have changed before scenarios are run again, in milliseconds: about a pause in typing. */
const quiet = 500;

/** Runs what a request names after every change of a plan, until the token is cancelled. A change ends the run that it makes out of date. */
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
        timer = setTimeout(start, quiet);
    });
    token.onCancellationRequested(() => {
        listener.dispose();
        stop();
    });
}
