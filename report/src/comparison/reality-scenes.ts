import { type Change, changesBySite } from '@sup/comparison';
import { counted, realityMarks, type SiteMark } from '@sup/picture';
import { type CheckedVersion, type ComparedScenes, markedScenesInChunks, marksById } from './compared-scenes.js';

/** The differences between the real hierarchy and a plan. */
export interface RealityDifferences {
    readonly changes: readonly Change[];
    /** The values that were not compared, by the code of their site in upper case. */
    readonly uncompared: ReadonlyMap<string, readonly string[]>;
}

/** Builds the scenes of the real hierarchy and of a plan, and one with both, in which sites with values that were not compared have a mark too. */
export function* realityScenesInChunks(real: CheckedVersion, plan: CheckedVersion, differences: RealityDifferences, maxCharacters: number): Generator<number, ComparedScenes> {
    const scenes = yield* markedScenesInChunks(real, plan, marksById(marksOf(differences), [real.hierarchy, plan.hierarchy]), maxCharacters);
    return { ...scenes, both: { ...scenes.both, isReality: true } };
}

function marksOf({ changes, uncompared }: RealityDifferences): ReadonlyMap<string, SiteMark> {
    const notCompared = (values: readonly string[]): readonly string[] => values.map(value => `not compared: ${value}`);
    return new Map<string, SiteMark>([
        ...[...uncompared].map(([code, values]) => [code, { kind: 'not-compared', lines: notCompared(values), summary: `${counted(values.length, 'value')} not compared` }] as const),
        ...[...changesBySite(changes)].map(([code, mark]) => [code, { ...mark, kind: realityMarks[mark.kind], lines: [...mark.lines, ...notCompared(uncompared.get(code) ?? [])] }] as const)
    ]);
}
