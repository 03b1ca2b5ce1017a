import type { Hierarchy } from '@sup/model';
import { buildSceneInChunks, type ElementProblem, mergeScenes, type Scene } from '@sup/picture';
import type { Step } from '@sup/rollout';
import { mapProgress } from '@sup/simulation';
import { marksFor } from '../comparison/compared-scenes.js';

/**
 * Builds the pictures of a rollout in chunks: the hierarchy before it, and the one after each step, in which the sites that the step changes have a mark.
 * `maxCharacters` limits each scene. Yields the share that is done.
 */
export function* rolloutScenesInChunks(before: Hierarchy, steps: readonly Step[], problemsOf: (hierarchy: Hierarchy) => readonly ElementProblem[], maxCharacters?: number): Generator<number, readonly Scene[]> {
    const hierarchies = [before, ...steps.map(({ hierarchy }) => hierarchy)];
    const plain: Scene[] = [];
    for (const [i, hierarchy] of hierarchies.entries()) {
        plain.push(yield* mapProgress(buildSceneInChunks(hierarchy, problemsOf(hierarchy), maxCharacters), share => (i + share) / hierarchies.length));
    }
    return plain.map((scene, i) => i === 0 ? scene : { ...mergeScenes(plain[i - 1]!, scene, marksFor(steps[i - 1]!.changes, hierarchies.slice(i - 1, i + 1))), isComparison: true });
}
