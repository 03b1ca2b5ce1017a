import type { RuleNames } from '../config/rule-names.js';
import { categoryNames } from './categories.js';
import { registry, ruleById } from './registry.js';

/** The names of all rules and categories, for reading a configuration. */
export const ruleNames: RuleNames = { rules: registry.map(rule => rule.id), categories: categoryNames, categoryOf: rule => ruleById.get(rule)?.category };
