import { describe, expect, test } from 'vitest';
import { registry, type Rule } from '@sup/language';
import { readRulePage } from '../support/rule-page.js';
import { symptomsOf } from '../support/symptoms.js';

// Each rule about the function of a hierarchy either predicts a failure that the simulation shows, or is listed with the reason why the
// hierarchy works nevertheless. The tests use the examples of the rule's page.

const categories: readonly Rule['category'][] = ['hierarchy', 'roles', 'wsus', 'synchronization', 'clients', 'coverage'];

const silent = 'a site never synchronizes';
const unscanned = 'clients never scan';

/** The symptom of each rule, which appears in an incorrect example of its page and in none of the correct ones. */
const predictions: Readonly<Record<string, string>> = {
    'central-with-parent': silent,
    'child-source-not-parent': 'sync-failed: wrong-source',
    'client-cert-not-ignored': 'scan-failed: ssl-failure',
    'clients-cannot-reach-sup': unscanned,
    'disconnected-sup-no-import-plan': unscanned,
    'gpo-wsus-url-conflict': 'scan-failed: group-policy-conflict',
    'group-policy-port-missing': 'scan-failed: group-policy-conflict',
    'hierarchy-cycle': silent,
    'internet-clients-without-sup': 'scan-failed: no-location',
    'internet-sup-needs-native': 'sync-failed: mixed-mode',
    'internet-sup-without-active-sup': unscanned,
    'multiple-sync-roots': unscanned,
    'native-sup-without-ssl': 'configuration-failed: ssl-mismatch',
    'no-active-sup-on-primary': unscanned,
    'parent-not-primary': unscanned,
    'proxy-without-host': 'sync-failed: proxy',
    'remote-sup-without-admin-console': 'configuration-failed: console-missing',
    'root-source-not-microsoft-update': 'sync-failed: wrong-source',
    'secondary-has-children': unscanned,
    'secondary-without-parent': silent,
    'sms2003-child-no-sup': unscanned,
    'ssl-certificate-name-mismatch': 'sync-failed: certificate',
    'sup-gap-in-chain': silent,
    'sup-port-mismatch': 'configuration-failed: port-mismatch',
    'sup-role-not-active': unscanned,
    'sup-ssl-mismatch': 'configuration-failed: ssl-mismatch',
    'sup-without-wsus': 'configuration-failed: no-wsus',
    'sync-root-below-central': unscanned,
    'synchronization-source-unreachable': 'sync-failed: blocked',
    'unknown-parent': silent,
    'untrusted-forest-needs-account': 'sync-failed: untrusted-forest',
    'wsus-newer-than-upstream': 'sync-failed: upstream-older',
    'wsus-replica-on-primary': 'configuration-failed: replica-on-primary',
    'wsus-too-old-for-site': 'configuration-failed: wsus-too-old'
};

/** The reasons why nothing fails in the simulation of incorrect examples. */
const uneventful: Readonly<Record<string, string>> = {
    'child-sp-newer-than-parent': 'Not supported, but the versions of sites are not simulated.',
    'child-sp-older-than-parent': 'It works; the rule warns of an incomplete upgrade.',
    'client-install-wsus-differs': 'The installation of clients is not simulated.',
    'clients-assigned-to-secondary': 'The product assigns clients to primary sites only; the simulation counts those on the Internet at the parent.',
    'default-website-shared': 'It works; the documentation of later releases recommends a web site of its own.',
    'definition-updates-need-daily': 'It runs; definition updates only arrive late.',
    'disconnected-secondary': 'Not supported, but it runs without bringing updates, and its clients use the software update point of the parent.',
    'hierarchy-client-limit': 'A support limit, which the simulation does not know.',
    'import-language-mismatch': 'It runs; languages and express installation files are not simulated.',
    'inactive-sup-spare': 'An inactive role does nothing, and the active one serves all clients.',
    'internet-clients-need-native': 'The product prevents this setting. Internet clients would find no software update point, but the examples have none.',
    'internet-sup-and-shared-sup': 'The product prevents this setting; Internet clients use the Internet-based one.',
    'internet-sup-missing-fqdn': 'The names under which clients find servers are not simulated.',
    'internet-sup-not-remote': 'Not supported, but the shared IIS and WSUS are not simulated.',
    'internet-sup-on-secondary': 'Not supported, but no client uses it, and nothing fails.',
    'internet-sup-source-not-active': 'The product restores the source; the simulation uses the active one.',
    'missing-http-port': 'The ports of the role and of WSUS agree; which protocol a port serves is not simulated.',
    'mixed-port-pair': 'The ports of the role and of WSUS agree; whether IIS listens on them is not simulated.',
    'multiple-active-sups': 'The product prevents this setting; the simulation uses the first active one.',
    'multiple-central-sites': 'The two hierarchies both work.',
    'multiple-internet-sups': 'The product prevents this setting; the simulation uses the first one.',
    'multiple-parents': 'The product prevents this setting; the simulation uses the first parent.',
    'native-child-under-mixed-parent': 'Not supported, but certificates of site servers are not simulated.',
    'nlb-by-ip-in-native': 'Certificates are not simulated.',
    'nlb-connection-account-missing': 'Accounts are not simulated.',
    'nlb-no-shared-content': 'Only later changes of the shared content are simulated.',
    'nlb-no-shared-database': 'The databases of the nodes are not simulated; a cluster has one catalog.',
    'nlb-single-node': 'It works like a software update point on one server.',
    'nlb-too-many-nodes': 'Not supported, but it would run.',
    'nlb-version-skew': 'The databases of the nodes are not simulated; a cluster has one catalog.',
    'no-sync-schedule': 'It works as long as an administrator starts synchronization, as the simulated one does.',
    'os-unsupported-for-wsus': 'Operating systems are not simulated.',
    'parent-sms2003': 'Not supported, but the versions of sites are not simulated.',
    'primary-client-limit': 'A support limit, which the simulation does not know.',
    'proxy-auth-without-account': 'The proxy server may let the computer through; the rule warns.',
    'reporting-events-enabled': 'It runs; the events of WSUS are not simulated.',
    'retry-longer-than-schedule': 'It runs; the schedule leaves no time for a retry only if a synchronization fails.',
    'schedule-on-child': 'The product has no such setting; the simulation ignores it, too.',
    'schedule-on-the-hour': 'It runs; the monitoring of components is not simulated.',
    'schedule-out-of-range': 'The product prevents this setting, but it would run.',
    'secondary-count-limit': 'A support limit, which the simulation does not know.',
    'secondary-declares-mode': 'The declared mode is ignored.',
    'secondary-needs-own-sup': 'The scans take long, but none fails.',
    'secondary-sup-not-replica': 'Not supported; the product makes it a replica, and so does the simulation.',
    'ssl-chain-inconsistent': 'It works; the documentation of later releases recommends SSL.',
    'ssl-required-on-whole-website': 'The transfer of update files is not simulated.',
    'ssl-virtual-directories-incomplete': 'Single virtual directories are not simulated.',
    'sup-capacity-exceeded': 'A support limit. The server completes all scans, only later.',
    'sup-on-sms2003-site': 'The product has no such role; the simulation runs it like any other.',
    'sync-criteria-empty': 'It runs without bringing updates.',
    'sync-criteria-on-child': 'The product has no such settings; the simulation ignores them, too.',
    'unknown-classification': 'It runs; no update has the classification.',
    'unknown-language': 'It runs; languages are not simulated.',
    'unknown-product': 'It runs; no update has the product.',
    'win7-products-need-wsus-sp2': 'It runs, but updates for these products never arrive.',
    'wsus-console-version-mismatch': 'It may fail, as the documentation of later releases says; the rule warns.',
    'wsus-preconfigured': 'It works, and brings more updates than the plan selects.',
    'wsus-tree-too-deep': 'It works, but slowly.',
    'wsus-used-by-other-clients': 'The other clients are not simulated.'
};

const rules = registry.filter(({ category }) => categories.includes(category)).map(({ id }) => id);

test('classifies every rule about the function of a hierarchy', () => {
    expect([...Object.keys(predictions), ...Object.keys(uneventful)].sort()).toEqual([...rules].sort());
});

async function symptomsUnder(heading: 'Incorrect' | 'Correct', id: string): Promise<readonly ReadonlySet<string>[]> {
    return Promise.all(readRulePage(id).examples(heading).map(({ text }) => symptomsOf(text)));
}

describe('predicted symptoms', () => {
    test.each(Object.entries(predictions))('%s appears only in incorrect examples: %s', async (id, symptom) => {
        const incorrect = await symptomsUnder('Incorrect', id);
        expect(incorrect.map(symptoms => symptoms.has(symptom)), [...incorrect.flatMap(symptoms => [...symptoms])].join(', ')).toContain(true);
        const correct = await symptomsUnder('Correct', id);
        expect(correct.map(symptoms => symptoms.has(symptom))).not.toContain(true);
    });
});

describe('rules without symptoms', () => {
    test.each(Object.entries(uneventful))('nothing fails in the incorrect examples of %s: %s', async id => {
        const incorrect = await symptomsUnder('Incorrect', id);
        expect(incorrect.flatMap(symptoms => [...symptoms])).toEqual([]);
    });
});
