import { type Claim, type ScanResult, scenarioLimits, type When } from '@sup/model';
import { either, optional, phrase, type Phrase } from '../phrases/phrase.js';
import type { Slot } from '../phrases/slot.js';
import { duration } from '../phrases/times.js';
import { number, percentage } from '../phrases/values.js';
import type { PhraseDefinition } from './events.js';
import { statusMeanings } from './meanings.js';
import { clients, server, site, sites, update } from './sets.js';
import { ofAbsence, ofOccurrence, ofPublication, ofState, ofTotal } from './when.js';

/** A claim, and the time at which it must hold. */
export interface TimedClaim {
    readonly claim: Claim;
    readonly when: When;
}

function expectation<V extends unknown[]>(pattern: Phrase<V>, meaning: (...values: V) => Claim, time: Slot<When>, documentation: string): PhraseDefinition<TimedClaim> {
    return { form: `${pattern.form} ${time.form}`, documentation, phrase: phrase`${pattern.as(meaning)} ${time}`.as((claim, when) => ({ claim, when })) };
}

const times = number('N', 'a number of messages', 0, 1_000_000);
const count = optional(either<NonNullable<Extract<Claim, { kind: 'status' }>['count']>>('at least N times | at most N times',
    phrase`at least ${times} times|time`.as(each => ({ bound: 'at least', number: each })),
    phrase`at most ${times} times|time`.as(each => ({ bound: 'at most', number: each }))));

const statusId = number('ID', 'the number of a status message, such as `6703`', 1, 99_999, [...statusMeanings.keys()].map(String));

/** The reasons for which a scan can fail. */
const failure = either<ScanResult>('no location | unreachable | group policy conflict | SSL failure | busy',
    phrase`no location`.as(() => 'no-location'),
    phrase`unreachable`.as(() => 'unreachable'),
    phrase`group policy conflict`.as(() => 'group-policy-conflict'),
    phrase`SSL failure`.as(() => 'ssl-failure'),
    phrase`busy`.as(() => 'busy'));

const against = optional(phrase`against ${server}`.as(name => name));

/** The phrases that can follow `expect`. */
export const expectations: readonly PhraseDefinition<TimedClaim>[] = [
    expectation(phrase`${sites} synchronized`, of => ({ kind: 'synchronized', sites: of }), ofOccurrence, 'A synchronization of the site succeeds.'),
    expectation(phrase`no errors at ${sites}`, at => ({ kind: 'no-errors', sites: at }), ofAbsence, 'No status message of the site is an error: over the whole run, until a time, or from a time on.'),
    expectation(phrase`status ${statusId} at ${sites} ${count}`, (id, at, bound) => ({ kind: 'status', id, sites: at, count: bound }), ofOccurrence, 'The site reports a status message with this ID, as many times as stated.'),
    expectation(phrase`${sites} settings restored`, of => ({ kind: 'settings', sites: of }), ofState, 'The WSUS settings of the site are the ones that Configuration Manager configures.'),
    expectation(phrase`${sites} matches|match ${site}`, (of, other) => ({ kind: 'matches', sites: of, other }), ofState, 'The catalog of the site is as recent as that of the other site.'),
    expectation(phrase`${clients} scan|scans ${against}`, (of, name) => ({ kind: 'scan', clients: of, result: 'succeeded', server: name }), ofState, 'The last scan of these clients succeeded; if a server is named, against that server. Clients that have never scanned do not meet the expectation.'),
    expectation(phrase`${clients} fail|fails to scan with ${failure}`, (of, result) => ({ kind: 'scan', clients: of, result, server: undefined }), ofState, 'The last scan of these clients failed for this reason.'),
    expectation(phrase`${percentage} of ${clients} scan|scans for ${update}`, (percent, of, name) => ({ kind: 'compliance', percent, clients: of, update: name }), ofPublication, 'At least this share of the clients has scanned, successfully, against a catalog that has the update: by the end or a time, or within a time after the update is published.'),
    expectation(phrase`catalog of ${sites} at most ${duration} old`, (of, atMost) => ({ kind: 'catalog-age', sites: of, atMost }), ofState, 'The last successful synchronization of the site is not older than this.'),
    expectation(phrase`update ${update} available at ${sites}`, (name, at) => ({ kind: 'update', update: name, state: 'available', sites: at }), ofState, 'The clients of the site are offered the update.'),
    expectation(phrase`update ${update} expired at ${sites}`, (name, at) => ({ kind: 'update', update: name, state: 'expired', sites: at }), ofState, 'The clients of the site know that the update is expired.'),
    expectation(phrase`console of ${sites} ahead of catalog`, of => ({ kind: 'console-ahead', sites: of }), ofState, 'The console shows updates that the catalog of the site does not have yet.'),
    expectation(phrase`load of ${server} at most ${number('N', 'a number of clients', 0, 10_000_000)} clients`, (name, atMost) => ({ kind: 'load', server: name, atMost }), ofState, 'At most this many clients had their last scan against the server.'),
    expectation(phrase`traffic on link of ${site} at most ${number('N', 'a number of megabytes', 0, scenarioLimits.megabytes)} MB`, (code, atMost) => ({ kind: 'traffic', site: code, atMost }), ofTotal, 'Since the start, metadata and scans have sent at most this much over the link from the site to its parent.')
];
