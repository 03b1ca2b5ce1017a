import { dayMinutes } from './durations.js';

/**
 * An assumption of the simulator, such as a duration or an amount of data. Each can be set in a scenario's `assume` block and in
 * `sup.config.json`. A default with a source is taken from that document; a default without one is an estimate, to be replaced by your own
 * measurement, unless the assumption is a setting of the run.
 */
export interface Assumption {
    /** The key in the language. */
    readonly key: string;
    /** The unit of its value: minutes, megabytes, a plain number, or the index of one of its choices. */
    readonly unit: 'minutes' | 'megabytes' | 'number' | 'choice';
    /** The words of the language for the values of a choice, by their index. */
    readonly choices?: readonly string[];
    readonly default: number;
    readonly least: number;
    /** The largest value, if there is one that makes sense. */
    readonly most?: number;
    readonly meaning: string;
    /** Title of the document that states the default; undefined for an estimate and for a setting. */
    readonly source: string | undefined;
    /** Whether it is a choice about the run and not a claim about the product. */
    readonly isSetting?: boolean;
}

function minutes(key: string, value: number, meaning: string, source?: string, least = 1): Assumption {
    return { key, unit: 'minutes', default: value, least, meaning, source };
}

function megabytes(key: string, value: number, meaning: string, source?: string): Assumption {
    return { key, unit: 'megabytes', default: value, least: 0, meaning, source };
}

function count(key: string, value: number, meaning: string, source?: string, least = 1): Assumption {
    return { key, unit: 'number', default: value, least, meaning, source };
}

/** A choice between words. The first one is the default. */
function choice(key: string, choices: readonly [string, string], meaning: string, source?: string): Assumption {
    return { key, unit: 'choice', choices, default: 0, least: 0, meaning, source };
}

const library = '(ConfigMgr 2007 library)';
const later = '(Configuration Manager documentation, later version)';

/** All assumptions, by their names in `sup.config.json`. */
export const assumptions = {
    verifyInterval: minutes('verify interval', 60, 'Interval at which WSUS Configuration Manager verifies the WSUS settings.', `"About the Software Update Point" ${library}`),
    healthInterval: minutes('health interval', 60, 'Interval at which WSUS Control Manager checks the health of WSUS.'),
    configurationDelay: minutes('configuration delay', 1, 'Time that WSUS Configuration Manager waits after a change before it configures WSUS.', `"Software update point installation and configuration" ${later}`),
    retryInterval: minutes('retry interval', 60, 'Time from a failed synchronization to the next attempt.', `"Troubleshoot software update synchronization" ${later}`),
    settlingTime: minutes('settling time', 2, 'Time that WSUS Synchronization Manager waits after WSUS has synchronized.', `"Track software update synchronization" ${later}`, 0),
    firstSynchronization: minutes('first synchronization', 90, 'Duration of the first synchronization of the top site.'),
    fullSynchronization: minutes('full synchronization', 45, 'Duration of a scheduled synchronization of the top site.', 'SCOM Alert WSUS (a case with Microsoft support, 2011)'),
    deltaSynchronization: minutes('delta synchronization', 10, 'Duration of a synchronization that an administrator starts.'),
    importShare: { ...count('import share', 40, 'Share of a synchronization at the top site that the import into the site database takes, in percent.', undefined, 0), most: 99 },
    childSynchronization: minutes('child synchronization', 20, 'Minimum time that a child site or an Internet-based software update point takes to synchronize from its upstream server.'),
    notificationDelay: minutes('notification delay', 2, 'Time until a child site is notified that its parent has synchronized, over an open link.'),
    replicationDelay: minutes('replication delay', 15, 'Time until the objects of the site database reach a child site over an open link, in addition to their transfer.', 'How long does site to site replication take? (Catapult Systems)'),
    policyInterval: minutes('policy interval', 60, 'Interval at which clients request policy.', `"Software Updates Client Agent Properties" ${library}`),
    scanInterval: minutes('scan interval', 7 * dayMinutes, 'Interval at which clients scan for updates.', `"Software Updates Client Agent Properties" ${library}`),
    scanSpread: minutes('scan spread', 120, 'Period over which clients randomly spread a scan.', `"About Software Updates Compliance Assessment" ${library}`, 0),
    scanRetry: minutes('scan retry', 60, 'Time after a failed scan until the client tries again. Not confirmed for this release.'),
    scanTimeout: minutes('scan timeout', 0, 'Time that a scan waits for the server and for its data before it fails, as it does with a busy server; 0 minutes for no limit.', undefined, 0),
    publishInterval: minutes('publish interval', dayMinutes, 'Interval at which Microsoft Update publishes updates that the hierarchy synchronizes.'),
    catalogSize: megabytes('catalog size', 200, 'Metadata of a first synchronization.'),
    changeSize: megabytes('change size', 5, 'Metadata that each publication adds.'),
    firstScanSize: megabytes('first scan size', 30, 'Data that the first scan of a client against a WSUS database transfers, also after a move to another one. In the field, 20 MB to 200 MB.'),
    scanSize: megabytes('scan size', 1, 'Data that each later scan of a client against the same WSUS database transfers.'),
    roundTrips: count('round trips', 20, 'Round trips per megabyte of a transfer, which determine the effect of a link\'s latency.', undefined, 0),
    scanStreams: count('scan streams', 8, 'Scans that transfer data over a link at the same time. They share the link with synchronization, one share each.'),
    serverThroughput: count('server throughput', 360, 'Scans per minute that a WSUS server completes if it supports 100,000 clients. A server that supports fewer completes proportionally fewer.', '"Determine Capacity Requirements" (WSUS 3.0 SP2 documentation)'),
    serverQueue: count('server queue', 1_000, 'Scans that wait for a WSUS server at most. It refuses further ones.', '"AppPoolQueueLength Metabase Property" (IIS 6.0 documentation)', 0),
    firstScanCost: count('first scan cost', 1, 'Work of a WSUS server for the first scan of a client, as a multiple of a later scan.'),
    start: { ...choice('start', ['installed', 'settled'], 'State of the hierarchy at the start: just installed, or running for weeks, with a catalog everywhere and scans spread evenly over the scan interval. The default applies to scenarios; runs without a scenario start settled.'), isSetting: true },
    newCatalogScans: choice('scan on new catalog', ['no', 'yes'], 'Whether clients also scan when their policy contains a new catalog. By default only their first policy starts a scan, and the schedule all later ones.', `"About Software Updates Compliance Assessment" ${library}`),
    internetFailure: choice('internet failure', ['holds children', 'spares children'], 'Effect of an Internet-based software update point that fails to synchronize: the site does not notify its children, or notifies them nevertheless.')
} as const satisfies Record<string, Assumption>;

export type AssumptionName = keyof typeof assumptions;
export type Assumptions = { readonly [name in AssumptionName]: number };

export const assumptionNames = Object.keys(assumptions) as readonly AssumptionName[];

/** The value of `start` for a hierarchy that has run for weeks. */
export const settledStart = 1;

export function startsSettled({ start }: Pick<Assumptions, 'start'>): boolean {
    return start === settledStart;
}

/** Whether clients also scan when their policy contains a new catalog. */
export function scansOnNewCatalog({ newCatalogScans }: Pick<Assumptions, 'newCatalogScans'>): boolean {
    return newCatalogScans === 1;
}

/** Whether a site whose Internet-based software update point fails does not notify its children. */
export function holdsChildren({ internetFailure }: Pick<Assumptions, 'internetFailure'>): boolean {
    return internetFailure === 0;
}

/** The defaults, overridden by the given changes; later ones take precedence. */
export function assume(...changes: readonly Partial<Assumptions>[]): Assumptions {
    const defaults = Object.fromEntries(assumptionNames.map(name => [name, assumptions[name].default])) as Record<AssumptionName, number>;
    return Object.assign(defaults, ...changes) as Assumptions;
}
