import { counted } from '@sup/model';
import { ImportError } from '../import-error.js';
import type { Inventory, RoleRecord } from '../inventory.js';
import { plainText } from '../text/plain-text.js';
import { boundedParse } from './bounded-parse.js';
import { booleanIn, isObject, type JsonObject, memberOf, numberIn, objectsIn, propertiesIn, textIn, textsIn } from './shapes.js';

/** The newest version of the format that this reader knows. It reads what it knows of a newer one. */
const knownVersion = 1;

/** Reads an export in JSON, whose schema is `syntaxes/sup-hierarchy.schema.json`. */
export function readExport(name: string, text: string, inventory: Inventory): void {
    const content = boundedParse(name, text);
    if (!isObject(content) || textIn(content, 'format') !== 'sup-hierarchy') {
        throw new ImportError(`${name} is not an export of a hierarchy: its "format" is not "sup-hierarchy"; \`sup export-script\` prints the script that makes one`);
    }
    if ((numberIn(content, 'version') ?? knownVersion) > knownVersion) {
        inventory.messages.push(`${name} has a newer format than this version reads, so parts of it may be missing from the plan; update this program`);
    }
    const collected = memberOf(content, 'collected');
    inventory.collections.push({
        hierarchy: textIn(content, 'hierarchy'),
        at: isObject(collected) ? textIn(collected, 'at') : undefined,
        on: isObject(collected) ? textIn(collected, 'on') : undefined
    });
    const cut = [...readLists(content, inventory)];
    if (cut.length > 0) {
        inventory.messages.push(`${name}: the properties of ${counted(cut.length, 'object')} are lost, because they were converted to JSON without enough depth`);
    }
}

/** Reads all lists. Yields each object whose properties are lost. */
function* readLists(content: JsonObject, inventory: Inventory): Generator<JsonObject> {
    const listOf = (key: string): readonly JsonObject[] => objectsIn(memberOf(content, key));
    const required = (object: JsonObject, key: string): string => textIn(object, key) ?? '';
    for (const site of listOf('sites')) {
        const definition = propertiesIn(site, 'definition');
        inventory.add('sites', {
            code: required(site, 'code'), name: textIn(site, 'name'), type: textIn(site, 'type'), parent: textIn(site, 'parent'), server: textIn(site, 'server'), version: textIn(site, 'version'),
            fileVersion: textIn(site, 'fileVersion'), status: textIn(site, 'status'), definition
        });
        if (definition === undefined && typeof memberOf(site, 'definition') === 'string') {
            yield site;
        }
    }
    for (const role of listOf('roles')) {
        const record: RoleRecord = { site: required(role, 'site'), role: required(role, 'role'), server: textIn(role, 'server') ?? required(role, 'nal'), properties: propertiesIn(role, 'props') };
        inventory.add('roles', record);
        if (record.properties === undefined) {
            yield role;
        }
    }
    for (const component of listOf('components')) {
        const properties = propertiesIn(component, 'props');
        inventory.add('components', { site: required(component, 'site'), component: required(component, 'component'), properties });
        if (properties === undefined) {
            yield component;
        }
    }
    for (const address of listOf('addresses')) {
        const rates = memberOf(address, 'rate');
        const isLimited = booleanIn(address, 'unlimited') === false && Array.isArray(rates);
        inventory.add('addresses', {
            from: required(address, 'from'), to: required(address, 'to'), type: required(address, 'type'), usage: textsIn(address, 'usage') ?? [],
            rates: isLimited ? rates.filter(rate => typeof rate === 'number').slice(0, 24) : undefined, hasPulses: isObject(memberOf(address, 'pulse')) || Array.isArray(memberOf(address, 'pulse'))
        });
    }
    readCategories(listOf('categories'), inventory);
    readServers(listOf, inventory);
}

function readCategories(categories: readonly JsonObject[], inventory: Inventory): void {
    inventory.hasCategories ||= categories.length > 0;
    for (const category of categories) {
        inventory.add('categories', { type: textIn(category, 'type') ?? '', id: textIn(category, 'id') ?? '', name: textIn(category, 'name') ?? '', isSubscribed: booleanIn(category, 'subscribed') === true });
    }
}

function readServers(listOf: (key: string) => readonly JsonObject[], inventory: Inventory): void {
    for (const wsus of listOf('wsus')) {
        const settings = memberOf(wsus, 'configuration');
        const configuration = isObject(settings) ? settings : {};
        inventory.add('wsus', {
            server: textIn(wsus, 'server') ?? '', isRead: booleanIn(wsus, 'read') !== false, version: textIn(wsus, 'version'), http: textIn(wsus, 'httpPort'), https: textIn(wsus, 'httpsPort'),
            usesSsl: booleanIn(wsus, 'usingSsl'), sslDirectories: textsIn(wsus, 'requireSsl'), isReplica: booleanIn(configuration, 'IsReplicaServer'),
            synchronizesFromMicrosoftUpdate: booleanIn(configuration, 'SyncFromMicrosoftUpdate'), upstream: textIn(configuration, 'UpstreamWsusServerName'),
            downloadsExpressFiles: booleanIn(configuration, 'DownloadExpressPackages'), database: textIn(wsus, 'databaseServer'), contentFolder: textIn(wsus, 'contentDir')
        });
    }
    for (const computer of listOf('computers')) {
        inventory.add('computers', { name: textIn(computer, 'name') ?? '', os: textIn(computer, 'os'), wsusConsole: textIn(computer, 'wsusConsole') });
    }
    for (const clients of listOf('clients')) {
        inventory.add('clients', { site: textIn(clients, 'site') ?? '', count: numberIn(clients, 'assigned') ?? 0 });
    }
    for (const scan of listOf('scans')) {
        inventory.add('scans', { location: textIn(scan, 'location') ?? '', clients: numberIn(scan, 'clients') ?? 0 });
    }
    const sites = [...new Set([...listOf('sites').map(site => textIn(site, 'code')), ...listOf('roles').map(role => textIn(role, 'site'))])].filter(code => code !== undefined);
    for (const error of listOf('errors')) {
        inventory.add('errors', { sites, what: plainText(textIn(error, 'what') ?? ''), server: textIn(error, 'server') ?? '', text: plainText(textIn(error, 'text') ?? '') });
    }
}
