import type { Hierarchy, ModelElement, Site } from '@sup/model';
import { isModelElement } from '../syntax/place.js';
import type { Rule } from './define-rule.js';
import { type Finding, textOf } from './finding.js';
import { registry } from './registry.js';
import { type OnRuleFailure, RuleSet, visitedAt } from './rule-runner.js';

/** A finding at an element of a hierarchy that has no text. */
export interface ModelFinding {
    readonly rule: string;
    readonly severity: Finding['severity'];
    readonly message: string;
    readonly element: ModelElement;
    /** The property of the element; undefined if the finding is about the whole element. */
    readonly part: string | undefined;
}

/** The rules about the meaning of a plan. The others check its text, its scenarios or its accepted risks. */
const rules: readonly Rule[] = registry.filter(({ category }) => category !== 'language' && category !== 'scenario' && category !== 'risk');
const ruleSet = new RuleSet(rules);

/**
 * Checks sites of a hierarchy that exists only as a model, such as one between two versions of a plan, with the rules about the meaning of a
 * plan, at their default levels. Accepted risks are part of a text, so they do not apply.
 */
export function checkModel(hierarchy: Hierarchy, sites: readonly Site[], onFailure: OnRuleFailure): readonly ModelFinding[] {
    const found = ruleSet.runOn(visitedAt(sites), { hierarchy, allScenarios: () => [], assumptions: {} }, onFailure);
    return found.flatMap(({ rule, severity, message, at }) => 'of' in at && isModelElement(at.of) ? { rule: rule.id, severity, message: textOf(message), element: at.of, part: at.part } : []);
}
