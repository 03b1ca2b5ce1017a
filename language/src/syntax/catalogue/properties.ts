import { type Assumption, assumptionNames, assumptionOriginText, assumptions, otherRoles, releaseFacts, scenarioLimits } from '@sup/model';
import { amountOf, amountText } from './amounts.js';
import * as values from './product-values.js';
import { languages } from './languages.js';
import { importPlan, schedule } from './schedule-values.js';
import { oneOf, reachableEnds, serverName, serverNames, someOf, text, texts, type ValueType, wholeNumber, yesOrNo } from './value-types.js';
import { classifications, products } from './vocabulary.js';
import { type Block, type BlockName, blockNameOf, propertyOf } from '../tree/blocks.js';
import { itemsOf } from '../tree/items.js';
import { isUnknownValue } from '../tree/unknown.js';

/** The type of a property's value, and the documentation that hover and completion show. */
export interface PropertyDefinition<T = unknown> {
    readonly value: ValueType<T>;
    readonly documentation: string;
}

function property<T>(value: ValueType<T>, documentation: string): PropertyDefinition<T> {
    return { value, documentation };
}

/** The properties of `assume` blocks, which override the defaults of the model's assumptions. */
const assumptionProperties: Readonly<Record<string, PropertyDefinition<number>>> = Object.fromEntries(assumptionNames.map(name => {
    const assumption: Assumption = assumptions[name];
    return [assumption.key, property(amountOf(assumption), `${assumption.meaning}\n\nDefault: ${amountText(assumption, assumption.default)} (${assumptionOriginText(assumption)}).`)];
}));

/** All properties of the language, by block. */
export const catalogue = {
    file: {},
    site: {
        'release': property(values.release, 'The Configuration Manager release of the site. A child site may not be newer than its parent.'),
        'mode': property(oneOf('native', 'mixed'), 'The site mode. Native mode needs a public key infrastructure, and Internet-based client management requires native mode. A secondary site has the mode of its parent.'),
        'clients': property(values.clientCounts, 'The number of clients at the site, on the intranet and on the Internet.'),
        'link': property(values.link, 'The connection to the parent site: its bandwidth, its latency, and the hours in which it is open.'),
        'group policy': property(text('the address in quotes, such as `"http://server.harbour.com:8530"`'), 'The update service address that a domain Group Policy sets for the clients of this site. It must be the address of the active software update point; otherwise clients fail to scan.'),
        'client installation': property(serverName, 'The server that software update point client installation names. It must be the active software update point.'),
        'cannot reach': property(reachableEnds, 'The servers and clusters, or Microsoft Update, that no computer of this site can connect to, for example because of a firewall.')
    },
    server: {
        'fqdn': property(text('a fully qualified domain name in quotes'), 'The intranet name under which clients and other sites reach the server.'),
        'internet fqdn': property(text('a fully qualified domain name in quotes'), 'The name under which clients on the Internet reach the server; it needs a public DNS entry.'),
        'os': property(text('the name of an operating system in quotes'), 'The operating system of the server.'),
        'wsus console': property(values.wsusVersion, 'The WSUS administration console installed here. The site server needs it to configure a remote software update point.'),
        'forest': property(text('the name of a forest in quotes, such as `"perimeter.example"`'), 'The Active Directory forest of the server, if it is not the forest of the site server.'),
        'trusted': property(yesOrNo, 'Whether the forest of the site server trusts the forest of this server. Without trust, the site server needs an account to connect to WSUS.'),
        'other roles': property(someOf(...otherRoles), 'The site system roles on this computer besides the software update point. A software update point that shares its computer serves fewer clients.'),
        'cannot reach': property(reachableEnds, 'The servers and clusters, or Microsoft Update, that this server cannot connect to, for example because of a firewall.')
    },
    wsus: {
        'ports': property(values.ports, 'The HTTP and HTTPS ports of the WSUS web site in IIS: 80 and 443 on the default web site, 8530 and 8531 on a web site of its own.'),
        'ssl': property(values.wsusSsl, 'Whether IIS requires SSL on the five virtual directories of WSUS that need it. Content is always served without SSL.'),
        'virtual directories': property(texts('names of IIS virtual directories', releaseFacts.sslVirtualDirectories), 'The IIS virtual directories on which SSL is required.'),
        'replica': property(yesOrNo, 'Whether this WSUS server is a replica of its upstream server. On a secondary site, Configuration Manager makes it one.'),
        'upstream': property(serverName, 'The WSUS server from which this one synchronizes. Configuration Manager sets it, so the plan need not state it.'),
        'database': property(text('a server, instance or database in quotes'), 'The location of the WSUS database. The nodes of a cluster share one.'),
        'content folder': property(text('a path in quotes'), 'The folder in which WSUS stores update files and license terms. The nodes of a cluster share one.'),
        'content share': property(text('a path in quotes, such as `"\\\\SERVER\\WSUSContent"`'), 'The share of the content folder that the nodes of a cluster use, if `content folder` is a local path.'),
        'web site': property(oneOf('default', 'custom'), 'The IIS web site of WSUS: the `default` web site, or a `custom` one of its own.'),
        'certificate names': property(texts('a list of names in quotes'), 'The names in the certificate of the WSUS web site: its subject and its alternative names.'),
        'client certificates': property(oneOf('ignore', 'accept', 'require'), 'Whether the virtual directories of WSUS ignore, accept or require client certificates in IIS.'),
        'express files': property(yesOrNo, 'Whether WSUS downloads express installation files.'),
        'previous products': property(texts('a list of product names in quotes', products), 'The products that this WSUS server synchronized before it became a software update point. Their updates stay in its database.'),
        'previous classifications': property(texts('a list of update classifications in quotes', classifications), 'The update classifications that this WSUS server synchronized before it became a software update point. Their updates stay in its database.'),
        'other clients': property(yesOrNo, 'Whether this WSUS server also serves clients that Configuration Manager does not manage.')
    },
    'software update point': {
        'ports': property(values.ports, 'The ports that Configuration Manager uses for this software update point. They must match the WSUS web site, and default to its ports.'),
        'ssl': property(yesOrNo, 'Whether clients and child sites use SSL. Native mode requires it.'),
        'accepts': property(values.acceptedClients, 'The clients that the active software update point accepts: `intranet`, or `intranet, internet` on a native-mode site.'),
        'account': property(text('an account in quotes'), 'The Software Update Point Connection account; by default, the computer account of the site server.'),
        'source': property(values.internetSource, 'The source from which the Internet-based software update point gets its updates: the `active software update point` of the site, or `none` for manual export and import.'),
        'import': property(importPlan, 'How often updates are imported, and from which server they are exported, if `source` is `none`.')
    },
    cluster: {
        'nodes': property(serverNames, 'The servers of the network load balancing cluster, at most four.'),
        'fqdn': property(text('a fully qualified domain name in quotes'), 'The intranet name of the cluster.'),
        'internet fqdn': property(text('a fully qualified domain name in quotes'), 'The name under which clients on the Internet reach the cluster.')
    },
    synchronization: {
        'source': property(values.synchronizationSource, 'The source from which the software update point of the site gets its updates. The top site uses Microsoft Update, every other site its parent; `none` means manual export and import.'),
        'schedule': property(schedule, 'The times at which the top site synchronizes. Child sites synchronize after their parent and have no schedule.'),
        'products': property(texts('a list of product names in quotes', products), 'The products whose updates are synchronized. Set at the top site.'),
        'classifications': property(texts('a list of update classifications in quotes', classifications), 'The update classifications that are synchronized. Set at the top site.'),
        'languages': property(texts('a list of language codes such as `en, de`', [...languages.keys()]), 'The languages in which update files are downloaded. Set at each site.'),
        'summary languages': property(texts('a list of language codes such as `en, de`', [...languages.keys()]), 'The languages of the summary details in the console. Set at the top site.'),
        'reporting events': property(oneOf('none', 'status', 'all'), 'The events that clients report to WSUS. Configuration Manager does not use them; the default is `none`.'),
        'import': property(importPlan, 'How often updates are imported, and from which server they are exported, if `source` is `none`.')
    },
    clients: {
        'count': property(wholeNumber('a number of clients', 0, 10_000_000), 'The number of clients in the group.'),
        'on': property(oneOf('intranet', 'internet'), 'The network on which the clients of the group are: `intranet` or `internet`.'),
        'policy': property(text('the address in quotes, such as `"http://server.harbour.com:8530"`'), 'The update service address that a domain Group Policy sets for this group.'),
        'cannot reach': property(reachableEnds, 'The servers and clusters that the clients of this group cannot connect to, for example because of a firewall.')
    },
    proxy: {
        'host': property(text('the name of the proxy server in quotes'), 'The proxy server through which the software update point reaches its source.'),
        'port': property(wholeNumber('a port from 1 to 65535', 1, 65_535), 'The port of the proxy server.'),
        'authentication': property(yesOrNo, 'Whether the proxy server requires authentication, and so an account.'),
        'account': property(text('an account in quotes'), 'The Software Update Point Proxy Server account, for a proxy server that requires authentication.')
    },
    scenario: {
        'seed': property(wholeNumber('a whole number of at most nine digits', 0, scenarioLimits.seed), 'The seed of the random numbers: the same seed gives the same run.')
    },
    assume: assumptionProperties
} as const satisfies Record<BlockName, Record<string, PropertyDefinition>>;

type Catalogue = typeof catalogue;
type ValueAt<B extends BlockName, K extends keyof Catalogue[B]> = Catalogue[B][K] extends PropertyDefinition<infer T> ? T : never;

/** The value of a property; undefined if it is missing, unknown or invalid. */
export function readProperty<B extends BlockName, K extends keyof Catalogue[B] & string>(block: Block, name: B, key: K): ValueAt<B, K> | undefined {
    const node = propertyOf(block, key);
    const definition = definitionOf(name, key);
    return node && definition && !isUnknownValue(node) ? definition.value.read(itemsOf(node)) as ValueAt<B, K> | undefined : undefined;
}

/** The definition of a key in a block; undefined if it does not belong there. */
export function definitionOf(block: BlockName | undefined, key: string): PropertyDefinition | undefined {
    const definitions: Record<string, PropertyDefinition> | undefined = block && catalogue[block];
    return definitions && Object.hasOwn(definitions, key) ? definitions[key] : undefined;
}

export function definitionIn(block: Block, key: string): PropertyDefinition | undefined {
    return definitionOf(blockNameOf(block), key);
}

/** The keys of a block, in the order of completion. */
export function keysOf(block: BlockName): readonly string[] {
    return Object.keys(catalogue[block]);
}

/** The blocks that a key belongs in. */
export function blocksWith(key: string): readonly BlockName[] {
    return (Object.keys(catalogue) as BlockName[]).filter(block => definitionOf(block, key));
}
