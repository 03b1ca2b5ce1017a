import { categories } from './categories.js';
import type { Rule } from './define-rule.js';
import { severities, type Severity } from '../config/levels.js';

/** The severity of a message without settings: its own, else that of the rule's category. */
export function severityOfMessage(rule: Rule, messageId: string): Severity {
    return rule.severities?.[messageId]?.severity ?? categories[rule.category].severity;
}

/** The severity of a rule without settings: that of its category, unless all of its messages have another one; then the highest of these. */
export function severityByDefault(rule: Rule): Severity {
    const ofMessages = Object.keys(rule.messages).map(message => severityOfMessage(rule, message));
    const ofCategory = categories[rule.category].severity;
    return ofMessages.includes(ofCategory) ? ofCategory : severities.find(severity => ofMessages.includes(severity))!;
}
