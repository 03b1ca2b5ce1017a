import type { Action, Drift, Ports, Target } from '@sup/model';
import { either, optional, phrase, type Phrase } from '../phrases/phrase.js';
import type { Slot } from '../phrases/slot.js';
import { duration, moment } from '../phrases/times.js';
import { quoted, valueOf } from '../phrases/values.js';
import { languages } from './languages.js';
import { ports as portNumbers, wsusSsl } from './product-values.js';
import { clients, end, server, site, update } from './sets.js';
import { oneOf, text, texts, type ValueType, yesOrNo } from './value-types.js';
import { classifications, products } from './vocabulary.js';

/** A phrase of the language with its documentation. */
export interface PhraseDefinition<T> {
    readonly phrase: Slot<T>;
    /** The form of the phrase in documentation, without the time of an event. */
    readonly form: string;
    readonly documentation: string;
}

/** An action and its time. */
export interface TimedAction {
    readonly at: number;
    readonly action: Action;
}

function event<V extends unknown[]>(pattern: Phrase<V>, meaning: (...values: V) => Action, documentation: string): PhraseDefinition<TimedAction> {
    return { form: pattern.form, documentation, phrase: phrase`${moment} : ${pattern.as(meaning)}`.as((at, action) => ({ at, action })) };
}

const forSomeTime = optional(phrase`for ${duration}`.as(minutes => minutes));

/** The targets of `fail` and `restore`, with the documentation of both events. */
const targets: readonly { readonly target: Slot<Target>; readonly failDocumentation: string; readonly restoreDocumentation: string }[] = [
    { target: phrase`Microsoft Update`.as(() => ({ kind: 'microsoft-update' })), failDocumentation: 'The top site cannot reach Microsoft Update.', restoreDocumentation: 'Microsoft Update can be reached again.' },
    { target: phrase`link of ${site}`.as(code => ({ kind: 'link', site: code })), failDocumentation: 'The site and its parent cannot reach each other.', restoreDocumentation: 'The link to the parent is open again.' },
    { target: phrase`WSUS of ${server}`.as(name => ({ kind: 'wsus', name })), failDocumentation: 'The Update Services service does not answer; the computer keeps running.', restoreDocumentation: 'The Update Services service answers again.' },
    { target: phrase`certificate of ${server}`.as(name => ({ kind: 'certificate', name })), failDocumentation: 'The web server certificate is not valid, so SSL connections fail.', restoreDocumentation: 'The web server certificate is valid again.' },
    { target: phrase`proxy of ${server}`.as(name => ({ kind: 'proxy', name })), failDocumentation: 'The proxy server of the software update point blocks all requests.', restoreDocumentation: 'The proxy server lets requests through again.' },
    { target: phrase`content share of ${server}`.as(name => ({ kind: 'content-share', name })), failDocumentation: 'The share that holds the update files of a cluster\'s nodes cannot be reached.', restoreDocumentation: 'The share can be reached again.' }
];

const failures = targets.flatMap(({ target, failDocumentation, restoreDocumentation }) => [
    event(phrase`fail ${target} ${forSomeTime}`, (failed, minutes) => ({ kind: 'fail', target: failed, duration: minutes }), failDocumentation),
    event(phrase`restore ${target}`, restored => ({ kind: 'restore', target: restored }), restoreDocumentation)
]);

function drift<V extends unknown[]>(pattern: Phrase<[string, ...V]>, change: (...values: V) => Drift, documentation: string): PhraseDefinition<TimedAction> {
    return event(pattern, (name, ...values) => ({ kind: 'set', server: name, change: change(...values) }), documentation);
}

const newPorts = valueOf<Ports>('HTTP, HTTPS', portNumbers);

/** Also accepts the values of the property `ssl`. */
const sslSetting: ValueType<'required' | 'website' | 'off'> = {
    ...oneOf('required', 'website', 'off'),
    read: items => oneOf('required', 'website', 'off').read(items) ?? wsusSsl.read(items)
};

const source = either<Extract<Drift, { setting: 'source' }>['value']>('Microsoft Update | server SERVER',
    phrase`Microsoft Update`.as(() => ({ kind: 'microsoft-update' })),
    phrase`server ${server}`.as(name => ({ kind: 'server', server: name })));

const noProxy: ValueType<'off'> = oneOf('off');
const proxyAddress = text('the name and port of a proxy server in quotes, such as `"proxy:8080"`, or `off`');
const proxyServer: ValueType<{ readonly address: string | undefined }> = {
    ...proxyAddress,
    suggestions: ['off'],
    read: items => {
        const isOff = items[0]?.[0]?.kind === 'word' && noProxy.read(items) !== undefined;
        const address = items[0]?.[0]?.kind === 'text' ? proxyAddress.read(items) : undefined;
        return isOff || address !== undefined ? { address } : undefined;
    }
};

const product = quoted('"PRODUCT"', 'the name of a product in quotes', products);
const classification = quoted('"CLASSIFICATION"', 'an update classification in quotes', classifications);
const policyUrl = quoted('"URL"', 'the address in quotes, such as `"http://server.harbour.com:8530"`');
const ofProduct = optional(phrase`of product ${product}`.as(each => each));
const asClassification = optional(phrase`as ${classification}`.as(each => each));

const languageCodes = texts('a list of language codes such as `en, de`', [...languages.keys()]);
const inLanguages = optional(phrase`in ${valueOf('LANGUAGE, …', languageCodes)}`.as(each => each));

/** The phrases that can follow `at TIME:`. */
export const events: readonly PhraseDefinition<TimedAction>[] = [
    event(phrase`stop ${server} ${forSomeTime}`, (name, minutes) => ({ kind: 'fail', target: { kind: 'server', name }, duration: minutes }), 'The computer, or every node of the cluster, goes down. If a duration is given, it is up again after that time.'),
    event(phrase`start ${server}`, name => ({ kind: 'restore', target: { kind: 'server', name } }), 'The computer is up again.'),
    ...failures,
    event(phrase`block ${end} from ${end} ${forSomeTime}`, (a, b, minutes) => ({ kind: 'fail', target: { kind: 'connection', ends: [a, b] }, duration: minutes }), 'The two ends cannot connect to each other, for example because of a firewall; both keep running. An end is `SERVER`, `site SITE` for all its computers, `clients "GROUP"`, or `Microsoft Update`.'),
    event(phrase`unblock ${end} from ${end}`, (a, b) => ({ kind: 'restore', target: { kind: 'connection', ends: [a, b] } }), 'The two ends can connect to each other again.'),
    drift(phrase`set ${server} ports to ${newPorts}`, value => ({ setting: 'ports', value }), 'An administrator moves the WSUS web site to other ports in IIS.'),
    drift(phrase`set ${server} ssl to ${valueOf('required | website | off', sslSetting)}`, value => ({ setting: 'ssl', value }), 'An administrator changes where IIS requires SSL: on the virtual directories that need it, on the whole web site, or nowhere.'),
    drift(phrase`set ${server} replica to ${valueOf('yes | no', yesOrNo)}`, value => ({ setting: 'replica', value }), 'An administrator makes WSUS a replica of its upstream server, or an autonomous server, in the WSUS console.'),
    drift(phrase`set ${server} source to ${source}`, value => ({ setting: 'source', value }), 'An administrator sets another upstream server in the WSUS console.'),
    drift(phrase`set ${server} products to ${valueOf('"PRODUCT", …', texts('a list of product names in quotes', products))}`, value => ({ setting: 'products', value }), 'An administrator selects other products in the WSUS console.'),
    drift(phrase`set ${server} classifications to ${valueOf('"CLASSIFICATION", …', texts('a list of update classifications in quotes', classifications))}`, value => ({ setting: 'classifications', value }), 'An administrator selects other update classifications in the WSUS console.'),
    drift(phrase`set ${server} languages to ${valueOf('LANGUAGE, …', languageCodes)}`, value => ({ setting: 'languages', value }), 'An administrator selects other languages of update files in the WSUS console.'),
    drift(phrase`set ${server} proxy to ${valueOf('"HOST:PORT" | off', proxyServer)}`, ({ address }) => ({ setting: 'proxy', value: address }), 'An administrator sets another proxy server, or none, in the WSUS console.'),
    event(phrase`synchronize ${site} now`, code => ({ kind: 'synchronize', site: code }), 'An administrator starts *Run Synchronization* in the console. This works at the top site only, and fetches only the changes since the last synchronization.'),
    event(phrase`import ${server}`, name => ({ kind: 'import', server: name }), 'An administrator runs `wsusutil export` on the upstream server and `wsusutil import` on this one, which is not connected to it.'),
    event(phrase`publish update ${update} ${ofProduct} ${asClassification} ${inLanguages}`, (name, of, as, written) => ({ kind: 'publish', update: name, product: of, classification: as, languages: written }), 'Microsoft Update publishes an update: in all languages, or in the listed ones only.'),
    event(phrase`expire update ${update}`, name => ({ kind: 'expire', update: name }), 'Microsoft Update expires an update that the scenario has published.'),
    event(phrase`withdraw product ${product}`, name => ({ kind: 'withdraw', product: name }), 'Microsoft Update no longer offers a product under this name.'),
    event(phrase`set group policy of ${clients} to ${policyUrl}`, (set, url) => ({ kind: 'policy', clients: set, url }), 'A domain Group Policy names an update service for these clients.'),
    event(phrase`remove group policy of ${clients}`, set => ({ kind: 'policy', clients: set, url: undefined }), 'The domain Group Policy no longer names an update service for these clients.')
];
