import { type LangiumDocument, UriUtils } from 'langium';
import { checkModel } from '@sup/language';
import { errorMessage, type Hierarchy, toUpperCaseCode } from '@sup/model';
import { idsOf, type Scene, sceneChange } from '@sup/picture';
import type { OrderRolloutParams, PlayedRollout, RolloutStep } from '@sup/protocol/server';
import { rolloutMarkdown, rolloutScenesInChunks } from '@sup/report';
import { orderRollout, type Rollout, type RolloutProgress, rolloutSummary, type Step, stepDetails } from '@sup/rollout';
import { mapProgress } from '@sup/simulation';
import type { Work } from '../scenarios/in-chunks.js';
import { maxSceneCharacters } from './answer-size.js';
import type { ComparisonContext } from './compare-plans.js';
import { readInIsolation, readPlan } from './read-plan.js';

/** Orders the changes from another version of its files to the current plan of a document, with a picture after each step. */
export function* playRollout(document: LangiumDocument, { before: files }: OrderRolloutParams, { services, context, options }: ComparisonContext): Work<PlayedRollout> {
    const { hierarchy: after } = readPlan(services, document);
    const characters = maxSceneCharacters(services.analysis.hierarchies.neighboursOf(document), sceneShare);
    const { hierarchy: before } = yield* readInIsolation(files, document, after.name, context);
    const failures = new Map<string, string>();
    const check = (hierarchy: Hierarchy, sites = hierarchy.sites): ReturnType<typeof checkModel> => checkModel(hierarchy, sites, ({ id }, error) => failures.set(id, errorMessage(error)));
    const rollout = yield* mapProgress(orderRollout(before, after, { check, run: options }), progress => orderingShare * shareOf(progress));
    const scenes = yield* mapProgress(rolloutScenesInChunks(before, rollout.steps.slice(0, maxSteps), check, characters), share => orderingShare + (1 - orderingShare) * share);
    return playedRollout(rollout, scenes, { failures, characters, title: after.name ?? UriUtils.basename(document.uri) });
}

/** The share of the work that the order takes; the pictures take the rest. */
const orderingShare = 0.8;
/** The share of an answer that the first picture may take. All others together may take as much. */
const sceneShare = 0.4;
/** The number of steps and of changes without a step that are sent. The check list has all of them. */
const maxSteps = 200;

function shareOf({ doing, share }: RolloutProgress): number {
    const [from, to] = { ordering: [0, 0.4], explaining: [0.4, 0.6], simulating: [0.6, 1] }[doing] as [number, number];
    return from + (to - from) * Math.max(0, Math.min(1, share));
}

function playedRollout(rollout: Rollout, scenes: readonly Scene[], { failures, characters, title }: { readonly failures: ReadonlyMap<string, string>; readonly characters: number; readonly title: string }): PlayedRollout {
    const unordered = rollout.failure?.changes ?? [];
    let left = characters;
    const steps = rollout.steps.slice(0, maxSteps).map((step, i): RolloutStep => {
        const change = sceneChange(scenes[i]!, scenes[i + 1]!);
        left -= JSON.stringify(change).length;
        return playedStep(step, left < 0 ? undefined : change);
    });
    return {
        steps, start: scenes[0]!, checkList: rolloutMarkdown(title, rollout),
        summary: [
            ...rolloutSummary(rollout),
            ...[...failures].map(([rule, message]) => `The rule ${rule} failed, so it did not check every step: ${message}`),
            ...rollout.steps.length > maxSteps ? [`The first ${maxSteps} steps are listed here. The check list has all of them.`] : [],
            ...unordered.length > maxSteps ? [`The first ${maxSteps} changes without an order are listed here. The check list has all of them.`] : []
        ],
        left: unordered.slice(0, maxSteps).map(({ sentence }) => sentence)
    };
}

function playedStep(step: Step, change: RolloutStep['change']): RolloutStep {
    const { number, title, sites, hierarchy, interruption, after } = step;
    const ids = idsOf(hierarchy);
    const byCode = new Map(hierarchy.sites.map(site => [toUpperCaseCode(site.code), ids.of(site)]));
    return { number, title, details: stepDetails(step), interruption, after: after.map(({ step: first }) => first), sites: sites.flatMap(code => byCode.get(toUpperCaseCode(code)) ?? []), change };
}
