import { textOf } from '@sup/language';
import type { Plans } from '../plans.js';

/**
 * Messages about selected plans that were not checked completely, because they are read together with another version of them. The finding
 * that reports this is in a file that is not selected.
 */
export function mixedPlans({ selected, services: { analysis: { hierarchies }, linter: { rules } }, pathOf }: Plans): readonly string[] {
    const mixed = new Map(selected.filter(document => rules.areVersionsMixed(document)).map(document => [hierarchies.keyOf(document), document]));
    return [...mixed.values()].flatMap(document => hierarchies.neighboursOf(document)).filter(document => !selected.includes(document))
        .flatMap(document => rules.check(document, new Set(['hierarchy-copied'])).findings.map(({ message }) => `${pathOf(document.uri)}: ${textOf(message)}`));
}
