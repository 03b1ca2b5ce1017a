import { memoize, type Scenario, type Site } from '@sup/model';
import type { AstNode } from 'langium';
import { isReference } from 'langium';
import type { Allow } from '../../syntax/generated/ast.js';
import * as ast from '../../syntax/generated/ast.js';
import { moveOrigins } from './origin.js';
import { projectScenarios } from './project-scenarios.js';
import { projectSites } from './project-sites.js';
import { statementsIn } from '../../syntax/tree/walk.js';
import type { Segment } from '../../syntax/segments/segment.js';

/** The model elements of a segment. */
interface SegmentModel {
    readonly sites: readonly Site[];
    readonly scenarios: readonly Scenario[];
    /** The internal error that stopped the projection, if any. It must not affect the rest of the hierarchy. */
    readonly failure?: unknown;
}

const models = new WeakMap<Segment, SegmentModel>();

function modelOf(segment: Segment): SegmentModel {
    const meaning = models.get(segment) ?? project(segment);
    models.set(segment, meaning);
    return meaning;
}

function project(segment: Segment): SegmentModel {
    try {
        return { sites: projectSites(segment), scenarios: projectScenarios(segment) };
    } catch (failure) {
        return { sites: [], scenarios: [], failure };
    }
}

/** The internal error that stopped the projection of a segment, if any. */
export function projectionFailureIn(segment: Segment): unknown {
    return modelOf(segment).failure;
}

export function sitesIn(segment: Segment): readonly Site[] {
    return modelOf(segment).sites;
}

export function scenariosIn(segment: Segment): readonly Scenario[] {
    return modelOf(segment).scenarios;
}

/** The `allow` statements in a segment. */
export const allowsIn = memoize((segment: Segment): readonly Allow[] => statementsIn(segment).filter(ast.isAllow));

/**
 * Gives a segment the model elements of the segment it replaces, if they differ only in white space and comments: then nothing in the
 * hierarchy has changed, and no dependent is invalidated. Returns whether it did.
 */
export function reuseModel(before: Segment, segment: Segment): boolean {
    const isSame = before.members.length === segment.members.length && segment.members.every((member, i) => isSameTree(before.members[i]!, member));
    if (isSame) {
        before.members.forEach((member, i) => moveOrigins(member, segment.members[i]!));
        models.set(segment, modelOf(before));
    }
    return isSame;
}

/** Whether two trees have the same words in the same places. */
function isSameTree(a: unknown, b: unknown): boolean {
    if (Array.isArray(a) && Array.isArray(b)) {
        return a.length === b.length && a.every((each, i) => isSameTree(each, b[i]));
    }
    if (isReference(a) && isReference(b)) {
        return a.$refText === b.$refText;
    }
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
        return a === b;
    }
    const [left, right] = [a as AstNode & Record<string, unknown>, b as AstNode & Record<string, unknown>];
    const keys = wordsOf(left);
    return left.$type === right.$type && keys.length === wordsOf(right).length && keys.every(key => isSameTree(left[key], right[key]));
}

function wordsOf(node: object): readonly string[] {
    return Object.keys(node).filter(key => !key.startsWith('$'));
}
