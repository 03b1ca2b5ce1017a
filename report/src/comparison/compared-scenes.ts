import { type Change, changesBySite } from '@sup/comparison';
import { type Hierarchy, toUpperCaseCode } from '@sup/model';
import { buildSceneInChunks, idsOf, mergeScenes, type ElementProblem, type Scene, type SiteMark } from '@sup/picture';
import { mapProgress, runToEnd } from '@sup/simulation';

/** A version of a plan and its findings. */
export interface CheckedVersion {
    readonly hierarchy: Hierarchy;
    readonly problems: readonly ElementProblem[];
}

export interface ComparedScenes {
    readonly before: Scene;
    readonly after: Scene;
    /** The later version together with the sites that only the earlier one has; every site that differs has a mark. */
    readonly both: Scene;
}

/** Builds the scenes of two versions of a plan, and one that shows both. */
export function comparedScenes(before: CheckedVersion, after: CheckedVersion, changes: readonly Change[]): ComparedScenes {
    return runToEnd(comparedScenesInChunks(before, after, changes));
}

/** Builds these scenes in chunks, with a maximum size for those of the two versions. Yields the share that is done. */
export function* comparedScenesInChunks(before: CheckedVersion, after: CheckedVersion, changes: readonly Change[], maxCharacters?: number): Generator<number, ComparedScenes> {
    return yield* markedScenesInChunks(before, after, marksFor(changes, [before.hierarchy, after.hierarchy]), maxCharacters);
}

/** Builds these scenes with the marks that `markOf` returns for the sites of either version. */
export function* markedScenesInChunks(before: CheckedVersion, after: CheckedVersion, markOf: (id: string) => SiteMark | undefined, maxCharacters?: number): Generator<number, ComparedScenes> {
    const was = yield* mapProgress(buildSceneInChunks(before.hierarchy, before.problems, maxCharacters), share => share / 2);
    const is = yield* mapProgress(buildSceneInChunks(after.hierarchy, after.problems, maxCharacters), share => (1 + share) / 2);
    return { before: was, after: is, both: { ...mergeScenes(was, is, markOf), isComparison: true } };
}

/** Finds the mark of a site of either version by its id in the scenes. */
export function marksFor(changes: readonly Change[], versions: readonly Hierarchy[]): (id: string) => SiteMark | undefined {
    return marksById(changesBySite(changes), versions);
}

/** The same for marks by the code of a site in upper case. */
export function marksById(byCode: ReadonlyMap<string, SiteMark>, versions: readonly Hierarchy[]): (id: string) => SiteMark | undefined {
    const marks = new Map(versions.flatMap(hierarchy => {
        const ids = idsOf(hierarchy);
        return hierarchy.sites.map(site => [ids.of(site), byCode.get(toUpperCaseCode(site.code))] as const);
    }));
    return id => marks.get(id);
}
