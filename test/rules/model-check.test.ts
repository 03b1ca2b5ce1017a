import { describe, expect, test } from 'vitest';
import { checkModel, registry, textOf } from '@sup/language';
import { ownerOf } from '@sup/model';
import { assemble } from '../../rollout/src/facts/assemble.js';
import { readFacts } from '../../rollout/src/facts/read-facts.js';
import { byRunLength } from '../support/run-length.js';
import { Random } from '../support/random.js';
import { randomPlan } from '../support/random-plan.js';
import { workspaceWith } from '../support/workspace.js';

// The plans between two versions exist only as models. The rules find there what they find in a text with the same meaning.

/** Their findings are about a text, or about a scenario. */
const textCategories = new Set(['language', 'scenario', 'risk']);
const byId = new Map(registry.map(rule => [rule.id, rule]));

describe.each(Array.from({ length: byRunLength({ short: 60, long: 2_000 }) }, (_, i) => i + 1))('random plan %i', seed => {
    test('has the same findings without its text', async () => {
        const workspace = await workspaceWith(randomPlan(new Random(seed)));
        const [document] = workspace.documents();
        const facts = readFacts(workspace.services.analysis.hierarchies.of(document!));
        if (typeof facts === 'string') {
            expect(facts).not.toBe('');
            return;
        }
        const { findings } = workspace.services.linter.rules.check(document!);
        const inText = findings.flatMap(({ rule, message, at }) => textCategories.has(byId.get(rule.id)!.category) || !('of' in at) || !('element' in at.of) ? [] : line(rule.id, textOf(message), ownerOf(at.of)?.site.code));
        const hierarchy = assemble(facts);
        const inModel = checkModel(hierarchy, hierarchy.sites, (rule, error) => {
            throw new Error(`the rule ${rule.id} failed`, { cause: error });
        }).map(({ rule, message, element }) => line(rule, message, ownerOf(element)?.site.code));
        expect([...new Set(inModel)].sort()).toEqual([...new Set(inText)].sort());
    });
});

const line = (rule: string, message: string, site: string | undefined): string => `${site} ${rule}: ${message}`;
