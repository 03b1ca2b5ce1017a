import { realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { ComparedVersion } from '@sup/comparison';
import { problemsOf } from '@sup/language';
import { assembleHierarchy } from '@sup/model';
import { hierarchiesIn, type PlannedHierarchy } from '../hierarchies.js';
import type { Plans } from '../plans.js';
import { runOptionsFor, type SimulationOptions } from '../run-options.js';

/** A hierarchy of one side. */
export interface FoundVersion extends ComparedVersion {
    /** The name of the hierarchy, or the file that is a hierarchy of its own. */
    readonly label: string;
}

/** A hierarchy of both sides; one that a side does not have is empty there. */
export interface VersionPair {
    readonly label: string;
    readonly before: ComparedVersion;
    readonly after: ComparedVersion;
}

export type Versions = ReadonlyMap<string, FoundVersion>;

/** The hierarchies of one side: by name, and those without one by their file within what the argument names. */
export function versionsIn(argument: string, plans: Plans, options: SimulationOptions): Versions {
    const root = realpathSync.native(argument);
    const keyOf = ({ hierarchy, document }: PlannedHierarchy): string => JSON.stringify(hierarchy.name === undefined ? { file: relative(root, document.uri.fsPath).split(sep).join('/') } : { name: hierarchy.name });
    return new Map(hierarchiesIn(plans).map(planned => [keyOf(planned), versionOf(planned, plans, options)]));
}

function versionOf({ hierarchy, label, document, documents }: PlannedHierarchy, plans: Plans, options: SimulationOptions): FoundVersion {
    const { analysis: { hierarchies }, linter: { rules } } = plans.services;
    const problems = documents.flatMap(each => problemsOf(rules.check(each).findings, each));
    return { hierarchy, label, scenarios: hierarchies.allScenarios(document), problems, options: runOptionsFor(document, plans, options), seed: options.seed };
}

/** Brings together what is the same hierarchy. Where each side has only one, that is it, whatever it is called. */
export function paired(before: Versions, after: Versions): readonly VersionPair[] {
    if (before.size === 1 && after.size === 1) {
        const [[was], [is]] = [[...before.values()], [...after.values()]];
        return [{ label: is!.label, before: was!, after: is! }];
    }
    return [...new Set([...after.keys(), ...before.keys()])].map(key => {
        const [was, is] = [before.get(key), after.get(key)];
        return { label: (is ?? was)!.label, before: was ?? nothingLike(is!), after: is ?? nothingLike(was!) };
    });
}

function nothingLike({ hierarchy: { name }, options }: FoundVersion): ComparedVersion {
    return { hierarchy: assembleHierarchy(name, []), scenarios: [], problems: [], options };
}
