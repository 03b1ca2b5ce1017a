import { assumptionNames, assumptions, scenarioLimits } from '@sup/model';
import { amountOf, amountText } from './amounts.js';
import * as values from './product-values.js';
import { oneOf, serverName, serverNames, someOf, text, texts, type ValueType, wholeNumber, yesOrNo } from './value-types.js';
import { classifications, products } from './vocabulary.js';
import { type Block, type BlockName, blockNameOf, propertyOf } from '../tree/blocks.js';
import { itemsOf } from '../tree/items.js';

/** A property that the language knows: what its value is and what it means, as hover and completion show it. */
export interface PropertyDefinition<T = unknown> {
    readonly value: ValueType<T>;
    readonly documentation: string;
}

function property<T>(value: ValueType<T>, documentation: string): PropertyDefinition<T> {
    return { value, documentation };
}

/** What a scenario may assume otherwise, by the keys of the model's table. */
const assumptionProperties: Readonly<Record<string, PropertyDefinition<number>>> = Object.fromEntries(assumptionNames.map(name => {
    const assumption = assumptions[name];
    const origin = assumption.source ?? 'a guess';
    return [assumption.key, property(amountOf(assumption), `${assumption.meaning}\n\nDefault: ${amountText(assumption.unit, assumption.default)} (${origin}).`)];
}));

/** Every property of the language, by the block it belongs in. */
export const catalogue = {
    file: {},
    site: {
        'release': property(values.release, 'The Configuration Manager release of the site. A child site may not be newer than its parent.'),
        'mode': property(oneOf('native', 'mixed'), 'The site mode. Native mode needs a public key infrastructure and is what Internet-based client management requires. A secondary site takes its parent\'s.'),
        'clients': property(values.clientCounts, 'How many clients are located at the site, on the intranet and on the Internet.'),
        'link': property(values.link, 'The connection to the parent site: bandwidth, latency, and when it is open.'),
        'group policy': property(text('the address in quotes, such as `"http://server.harbour.com:8530"`'), 'The update service address that a domain Group Policy sets for the clients of this site. It must be that of the active software update point, or clients fail to scan.')
    },
    server: {
        'fqdn': property(text('a fully qualified domain name in quotes'), 'The intranet name of the server, as clients and other sites reach it.'),
        'internet fqdn': property(text('a fully qualified domain name in quotes'), 'The name under which clients on the Internet reach the server; it needs a public DNS entry.'),
        'os': property(text('the name of an operating system in quotes'), 'The operating system of the server.'),
        'wsus console': property(values.wsusVersion, 'The WSUS administration console installed here. The site server needs it to configure a remote software update point.')
    },
    wsus: {
        'ports': property(values.ports, 'The HTTP and HTTPS ports of the WSUS web site in IIS: 80 and 443 on the default web site, 8530 and 8531 on a web site of its own.'),
        'ssl': property(values.wsusSsl, 'Whether SSL is required on the five virtual directories of WSUS that need it. Content is always served without.'),
        'virtual directories': property(texts('names of IIS virtual directories', ['APIRemoting30', 'ClientWebService', 'DSSAuthWebService', 'ServerSyncWebService', 'SimpleAuthWebService']), 'The IIS virtual directories on which SSL is required.'),
        'replica': property(yesOrNo, 'Whether this WSUS server is a replica of its upstream server. On a secondary site the product makes it one.'),
        'upstream': property(serverName, 'The WSUS server that this one synchronizes from. The product sets it; it need not be written.'),
        'database': property(text('a server, instance or database in quotes'), 'Where the WSUS database is. The nodes of a cluster share one.'),
        'content folder': property(text('a path in quotes'), 'Where WSUS keeps update files and licence terms. The nodes of a cluster share one.')
    },
    'software update point': {
        'ports': property(values.ports, 'The ports that Configuration Manager uses for this software update point. They must be those of the WSUS web site; left out, they are.'),
        'ssl': property(yesOrNo, 'Whether clients and child sites use SSL. Native mode requires it.'),
        'accepts': property(someOf('intranet', 'internet'), 'Which clients the active software update point accepts: `intranet`, or `intranet, internet` on a native-mode site.'),
        'account': property(text('an account in quotes'), 'The Software Update Point Connection account. Without one, the computer account of the site server is used.'),
        'source': property(values.internetSource, 'Where the Internet-based software update point gets its updates: from the site\'s `active software update point`, or from `none`, which means export and import by hand.')
    },
    cluster: {
        'nodes': property(serverNames, 'The servers of the network load balancing cluster: at most four.'),
        'fqdn': property(text('a fully qualified domain name in quotes'), 'The intranet name of the cluster.'),
        'internet fqdn': property(text('a fully qualified domain name in quotes'), 'The name under which clients on the Internet reach the cluster.')
    },
    synchronization: {
        'source': property(values.synchronizationSource, 'Where the site\'s software update point gets its updates. The top site uses Microsoft Update, every other its parent; `none` means export and import by hand.'),
        'schedule': property(values.schedule, 'When the top site synchronizes. Child sites follow their parent and have no schedule.'),
        'products': property(texts('a list of product names in quotes', products), 'The products whose updates are synchronized. Set at the top site.'),
        'classifications': property(texts('a list of update classifications in quotes', classifications), 'The update classifications that are synchronized. Set at the top site.'),
        'languages': property(texts('a list of language codes such as `en, de`', ['en']), 'The languages in which update files are downloaded. Set at each site.'),
        'summary languages': property(texts('a list of language codes such as `en, de`', ['en']), 'The languages of the summary details in the console. Set at the top site.'),
        'reporting events': property(oneOf('none', 'status', 'all'), 'Which events clients report to WSUS. Configuration Manager does not use them; the default is `none`.')
    },
    clients: {
        'count': property(wholeNumber('a number of clients', 0, 10_000_000), 'How many clients are in the group.'),
        'on': property(oneOf('intranet', 'internet'), 'Where the clients of the group are.'),
        'policy': property(text('the address in quotes, such as `"http://server.harbour.com:8530"`'), 'The update service address that a domain Group Policy sets for this group.')
    },
    proxy: {
        'host': property(text('the name of the proxy server in quotes'), 'The proxy server through which the software update point reaches its source.'),
        'port': property(wholeNumber('a port from 1 to 65535', 1, 65_535), 'The port of the proxy server.'),
        'account': property(text('an account in quotes'), 'The Software Update Point Proxy Server account, for a proxy server that asks for one.')
    },
    scenario: {
        'seed': property(wholeNumber('a whole number of at most nine digits', 0, scenarioLimits.seed), 'What chance is drawn from: the same seed brings about the same run.')
    },
    assume: assumptionProperties
} as const satisfies Record<BlockName, Record<string, PropertyDefinition>>;

type Catalogue = typeof catalogue;
type ValueAt<B extends BlockName, K extends keyof Catalogue[B]> = Catalogue[B][K] extends PropertyDefinition<infer T> ? T : never;

/** The value of a property, or undefined where it is missing or cannot be read. */
export function readProperty<B extends BlockName, K extends keyof Catalogue[B] & string>(block: Block, name: B, key: K): ValueAt<B, K> | undefined {
    const written = propertyOf(block, key);
    const definition = definitionOf(name, key);
    return written && definition ? definition.value.read(itemsOf(written)) as ValueAt<B, K> | undefined : undefined;
}

/** What the catalogue says of a key in a block, or undefined where it does not belong there. */
export function definitionOf(block: BlockName | undefined, key: string): PropertyDefinition | undefined {
    const known: Record<string, PropertyDefinition> | undefined = block && catalogue[block];
    return known && Object.hasOwn(known, key) ? known[key] : undefined;
}

export function definitionIn(block: Block, key: string): PropertyDefinition | undefined {
    return definitionOf(blockNameOf(block), key);
}

/** The keys that belong in a block, in the order in which they are offered. */
export function keysOf(block: BlockName): readonly string[] {
    return Object.keys(catalogue[block]);
}

/** The blocks that a key belongs in. */
export function blocksWith(key: string): readonly BlockName[] {
    return (Object.keys(catalogue) as BlockName[]).filter(block => definitionOf(block, key));
}
