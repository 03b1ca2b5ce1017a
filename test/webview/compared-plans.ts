import type { Scene } from '@sup/picture';
import type { ComparedPlans } from '@sup/protocol/preview';

/** A comparison with one entry of each kind, all with the same text. */
export function compared(before: Scene, after: Scene, text = 'Bergen is gone.'): ComparedPlans {
    return {
        beforeLabel: 'main', afterLabel: 'now', before, after, both: after,
        comparison: {
            verdict: text,
            changes: [
                { kind: 'removed', subject: 'site', site: 'OSL', host: undefined, sentence: text, from: undefined, to: undefined, cost: { class: 're-installation', text: 'The site is uninstalled.', source: 'How to Remove a Site' } },
                { kind: 'consequence', subject: 'clients', site: 'STO', host: undefined, sentence: `Clients: ${text}`, from: undefined, to: undefined, cost: { class: 'none', text: 'It follows.', source: undefined } }
            ],
            findings: { introduced: [{ rule: 'a-rule', severity: 'error', site: 'OSL', host: undefined, message: text }], solved: [], unchanged: 3 },
            outcome: [{ what: text, before: '2 days', after: '3 days', isBetter: false }]
        }
    };
}
