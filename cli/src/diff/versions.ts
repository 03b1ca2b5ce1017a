import { realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { problemsOf } from '@sup/language';
import { assembleHierarchy } from '@sup/model';
import { hierarchiesIn, type PlannedHierarchy } from '../hierarchies.js';
import type { Plans } from '../plans.js';
import { runOptionsFor, type SimulationOptions } from '../run-options.js';
import { planErrorsIn } from '../plan-errors.js';
import type { PlannedVersion, VersionPair } from './report.js';

/** A hierarchy in one of the two sets of plans. */
export interface LabeledVersion extends PlannedVersion {
    /** The name of the hierarchy, or for a file that is a hierarchy by itself its path. */
    readonly label: string;
}

/** Hierarchies by a key that is the same in both sets of plans. */
export type Versions = ReadonlyMap<string, LabeledVersion>;

/** The hierarchies of one set of plans. The key is the name, or for a hierarchy without a name the path of its file, relative to the argument. */
export function versionsIn(argument: string, plans: Plans, options: SimulationOptions): Versions {
    const root = realpathSync.native(argument);
    const keyOf = ({ hierarchy, document }: PlannedHierarchy): string => JSON.stringify(hierarchy.name === undefined ? { file: relative(root, document.uri.fsPath).split(sep).join('/') } : { name: hierarchy.name });
    return new Map(hierarchiesIn(plans).map(planned => [keyOf(planned), versionOf(planned, plans, options)]));
}

function versionOf({ hierarchy, label, document, documents }: PlannedHierarchy, plans: Plans, options: SimulationOptions): LabeledVersion {
    const { analysis: { hierarchies }, linter: { rules } } = plans.services;
    const problems = documents.flatMap(each => problemsOf(rules.check(each).findings, each));
    return { hierarchy, label, scenarios: hierarchies.allScenarios(document), problems, options: runOptionsFor(document, plans, options), seed: options.seed, planErrors: planErrorsIn(plans, [document]) };
}

/** Matches hierarchies by their keys. If each side has a single hierarchy, the two are matched whatever their names. */
export function pairVersions(before: Versions, after: Versions): readonly VersionPair[] {
    if (before.size === 1 && after.size === 1) {
        const [[former], [current]] = [[...before.values()], [...after.values()]];
        return [{ label: current!.label, before: former!, after: current! }];
    }
    return [...new Set([...after.keys(), ...before.keys()])].map(key => {
        const [former, current] = [before.get(key), after.get(key)];
        return { label: (current ?? former)!.label, before: former ?? emptyVersionOf(current!), after: current ?? emptyVersionOf(former!) };
    });
}

function emptyVersionOf({ hierarchy: { name }, options }: LabeledVersion): PlannedVersion {
    return { hierarchy: assembleHierarchy(name, []), scenarios: [], problems: [], options, planErrors: [] };
}
