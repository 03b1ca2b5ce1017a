import type { Hierarchy, Site } from '@sup/model';
import { buildSceneInChunks, type ElementProblem, mergeScenes, type Scene } from '@sup/picture';
import type { Step } from '@sup/rollout';
import { mapProgress } from '@sup/simulation';
import { marksFor } from '../comparison/compared-scenes.js';

/** Checks some sites of a hierarchy. */
type CheckSites = (hierarchy: Hierarchy, sites: readonly Site[]) => readonly ElementProblem[];

/** The number of sites that are checked between two yields: some milliseconds of work. */
const chunkSize = 50;

/**
 * Builds the pictures of a rollout in chunks: the hierarchy before it, and the one after each step, in which the sites that the step changes have a mark.
 * `maxCharacters` limits each scene. Yields the share that is done.
 */
export function* rolloutScenesInChunks(before: Hierarchy, steps: readonly Step[], check: CheckSites, maxCharacters?: number): Generator<number, readonly Scene[]> {
    const hierarchies = [before, ...steps.map(({ hierarchy }) => hierarchy)];
    const plain: Scene[] = [];
    for (const [i, hierarchy] of hierarchies.entries()) {
        // The search for the order has checked the hierarchies after the steps.
        const problems = i > 0 ? steps[i - 1]!.findings : yield* mapProgress(problemsInChunks(hierarchy, check), share => share / 2 / hierarchies.length);
        plain.push(yield* mapProgress(buildSceneInChunks(hierarchy, problems, maxCharacters), share => (i + (1 + share) / 2) / hierarchies.length));
    }
    return plain.map((scene, i) => i === 0 ? scene : { ...mergeScenes(plain[i - 1]!, scene, marksFor(steps[i - 1]!.changes, hierarchies.slice(i - 1, i + 1))), isComparison: true });
}

/** The problems of a hierarchy. Yields the share of its sites that are checked. */
function* problemsInChunks(hierarchy: Hierarchy, check: CheckSites): Generator<number, readonly ElementProblem[]> {
    const { sites } = hierarchy;
    const found: ElementProblem[] = [];
    for (let i = 0; i < sites.length; i += chunkSize) {
        check(hierarchy, sites.slice(i, i + chunkSize)).forEach(problem => found.push(problem));
        yield Math.min(1, (i + chunkSize) / sites.length);
    }
    return found;
}
