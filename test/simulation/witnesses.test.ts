import { describe, expect, test } from 'vitest';
import { registry, type Rule } from '@sup/language';
import { readRulePage } from '../support/rule-page.js';
import { symptomsOf } from '../support/symptoms.js';

// Each rule about how a hierarchy works either predicts something that the simulation shows, or is here with the reason why it runs all
// the same. The witnesses are the examples of the rule's page.

const categories: readonly Rule['category'][] = ['hierarchy', 'roles', 'wsus', 'synchronization', 'clients', 'coverage'];

const silent = 'a site never synchronizes';
const unscanned = 'clients never scan';

/** What goes wrong in an example that the rule finds fault with, and in none that it calls correct. */
const predictions: Readonly<Record<string, string>> = {
    'central-with-parent': silent,
    'child-source-not-parent': 'sync-failed: wrong-source',
    'gpo-wsus-url-conflict': 'scan-failed: group-policy-conflict',
    'hierarchy-cycle': silent,
    'internet-clients-without-sup': 'scan-failed: no-location',
    'internet-sup-needs-native': 'sync-failed: mixed-mode',
    'internet-sup-without-active-sup': unscanned,
    'no-active-sup-on-primary': unscanned,
    'remote-sup-without-admin-console': 'configuration-failed: console-missing',
    'root-source-not-microsoft-update': 'sync-failed: wrong-source',
    'secondary-has-children': unscanned,
    'secondary-without-parent': silent,
    'sup-gap-in-chain': silent,
    'sup-port-mismatch': 'configuration-failed: port-mismatch',
    'sup-role-not-active': unscanned,
    'sup-without-wsus': 'configuration-failed: no-wsus',
    'unknown-parent': silent,
    'wsus-newer-than-upstream': 'sync-failed: upstream-older',
    'wsus-replica-on-primary': 'configuration-failed: replica-on-primary',
    'wsus-too-old-for-site': 'configuration-failed: wsus-too-old'
};

/** Why nothing fails in the simulation of a plan that a rule finds fault with. */
const uneventful: Readonly<Record<string, string>> = {
    'disconnected-secondary': 'It is not supported; it runs, brings nothing, and its clients use the software update point of the parent.',
    'internet-clients-need-native': 'The setting cannot be made. Clients on the Internet find nothing there, but the examples have none.',
    'internet-sup-and-shared-sup': 'The setting cannot be made; clients on the Internet use the Internet-based one.',
    'internet-sup-not-remote': 'It is not supported; what the two share of IIS and WSUS is not simulated.',
    'internet-sup-on-secondary': 'It is not supported; no client uses it, and nothing fails.',
    'internet-sup-source-not-active': 'The product sets it back; the simulation takes the active one as its source.',
    'multiple-active-sups': 'The setting cannot be made: of several active ones the simulation takes the first.',
    'multiple-central-sites': 'These are two hierarchies, and each of them works.',
    'multiple-internet-sups': 'The setting cannot be made: of several the simulation takes the first.',
    'multiple-parents': 'The setting cannot be made: the simulation takes the first parent.',
    'native-child-under-mixed-parent': 'It is not supported; certificates of site servers are not simulated.',
    'native-sup-without-ssl': 'What the plan says of SSL is the matter of this rule alone; the simulation is about what changes.',
    'no-sync-schedule': 'It works as long as somebody remembers, as the simulated administrator does.',
    'parent-not-primary': 'The product does not let it be set up; once there, it would run.',
    'secondary-declares-mode': 'What is declared does not count.',
    'secondary-sup-not-replica': 'It is not supported; the product makes it a replica, and so the simulation takes it.',
    'sync-criteria-empty': 'It runs, and brings no updates.',
    'win7-products-need-wsus-sp2': 'It runs; updates for these products never come.',
    'wsus-console-version-mismatch': 'It may fail, as the documentation of later releases says; the rule warns.'
};

const rules = registry.filter(({ category }) => categories.includes(category)).map(({ id }) => id);

test('every rule about how a hierarchy works is classified', () => {
    expect([...Object.keys(predictions), ...Object.keys(uneventful)].sort()).toEqual([...rules].sort());
});

async function symptomsUnder(heading: 'Incorrect' | 'Correct', id: string): Promise<readonly ReadonlySet<string>[]> {
    return Promise.all(readRulePage(id).examples(heading).map(({ text }) => symptomsOf(text)));
}

describe('what a rule predicts happens in an example of the fault, and not where it is mended', () => {
    test.each(Object.entries(predictions))('%s: %s', async (id, symptom) => {
        const incorrect = await symptomsUnder('Incorrect', id);
        expect(incorrect.map(symptoms => symptoms.has(symptom)), [...incorrect.flatMap(symptoms => [...symptoms])].join(', ')).toContain(true);
        const correct = await symptomsUnder('Correct', id);
        expect(correct.map(symptoms => symptoms.has(symptom))).not.toContain(true);
    });
});

describe('nothing fails where a rule says that it runs all the same', () => {
    test.each(Object.entries(uneventful))('%s: %s', async id => {
        const incorrect = await symptomsUnder('Incorrect', id);
        expect(incorrect.flatMap(symptoms => [...symptoms])).toEqual([]);
    });
});
