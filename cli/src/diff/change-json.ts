import type { Change, ComparedFinding } from '@sup/comparison';

/** A change as JSON. Properties that do not apply are null. */
export function changeJson({ kind, subject, site, host, sentence, from, to, cost }: Change): object {
    return { kind, subject, site: site ?? null, host: host ?? null, sentence, from: from ?? null, to: to ?? null, cost: { class: cost.class, text: cost.text, source: cost.source ?? null } };
}

/** A finding as JSON. Properties that do not apply are null. */
export function findingJson({ rule, severity, site, host, message }: ComparedFinding): object {
    return { rule, severity, site: site ?? null, host: host ?? null, message };
}
