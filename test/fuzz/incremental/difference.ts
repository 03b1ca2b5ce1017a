import { afterStep, type Step, type Texts } from './step.js';
import { ChangingWorkspace, freshlyObserved } from './workspace.js';

/** The first difference between a workspace after some steps and a fresh analysis of the same files. */
export async function differenceAfter(start: Texts, steps: readonly Step[]): Promise<string | undefined> {
    const workspace = await workspaceOf(start);
    for (const step of steps) {
        await workspace.take(step);
    }
    return differenceIn(workspace);
}

export async function workspaceOf(files: Texts): Promise<ChangingWorkspace> {
    const workspace = new ChangingWorkspace();
    for (const [file, text] of files) {
        await workspace.take({ kind: 'create', file, text });
    }
    return workspace;
}

export async function differenceIn(workspace: ChangingWorkspace): Promise<string | undefined> {
    const [incremental, fresh] = [await workspace.observed(), await freshlyObserved(workspace.files)];
    const what = [...new Set([...incremental.keys(), ...fresh.keys()])].find(key => incremental.get(key) !== fresh.get(key));
    if (what === undefined) {
        return workspace.reports.length > 0 ? `reported: ${workspace.reports[0]!}` : undefined;
    }
    const [left, right] = [incremental.get(what) ?? '', fresh.get(what) ?? ''];
    let at = 0;
    while (at < left.length && left[at] === right[at]) {
        at++;
    }
    const around = (text: string): string => text.slice(Math.max(0, at - 300), at + 300);
    return `${what} at ${at}\nafter changes: ${around(left)}\nfrom scratch:  ${around(right)}`;
}

/** Removes the steps that a difference does not need: the first ones are applied to the start, the others dropped. */
export async function shrunk(start: Texts, steps: readonly Step[]): Promise<{ readonly start: Texts; readonly steps: readonly Step[] }> {
    let [from, left] = [start, [...steps]];
    while (left.length > 1 && await differenceAfter(afterStep(from, left[0]!), left.slice(1)) !== undefined) {
        from = afterStep(from, left[0]!);
        left = left.slice(1);
    }
    for (let i = left.length - 1; i >= 0; i--) {
        const without = left.filter((_, at) => at !== i);
        left = await differenceAfter(from, without) === undefined ? left : without;
    }
    return { start: from, steps: left };
}
