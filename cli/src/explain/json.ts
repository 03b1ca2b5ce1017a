import { type URI, URI as Uri } from 'langium';
import type { Location } from 'vscode-languageserver-types';
import type { Explanation, Rule } from '@sup/language';
import { placeJson } from '../place-json.js';
import { stringify } from '../stringify.js';

/** Explanations as JSON. Lines and characters count from 0, as in the Language Server Protocol. Properties that do not apply are null. */
export function json(explanations: readonly Explanation[], pathOf: (uri: URI) => string): string {
    const place = ({ uri, range }: Location): object => placeJson({ path: pathOf(Uri.parse(uri)), range });
    return `${stringify({
        explanations: explanations.map(({ rule, severity, severityByDefault, message: { what, why, todo }, location, accepted, steps, fixes, sources }) => ({
            rule, severity, severityByDefault: severityByDefault ?? severity, ...place(location), what, why, todo, fixes, sources,
            accepted: accepted ? { reason: accepted.reason, until: accepted.until ?? null, place: place(accepted.location) } : null,
            steps: steps.map(step => ({ text: step.text, place: step.location ? place(step.location) : null, quote: step.quote ?? null, source: step.source ?? null }))
        }))
    })}\n`;
}

/** A rule and its page as JSON; the page is null if it is not installed. */
export function ruleJson({ id, category, fixable, since, summary, sources }: Rule, page: string | undefined): string {
    return `${stringify({ rule: { id, category, fixable, since, summary, sources, page: page ?? null } })}\n`;
}
