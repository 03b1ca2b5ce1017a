/**
 * An assumption of the simulator, such as a duration or an amount of data. Each can be set in a scenario's `assume` block and in
 * `sup.config.json`. A default with a source is taken from that document; a default without one is a guess, to be replaced by your own
 * measurement.
 */
export interface Assumption {
    /** The key in the language. */
    readonly key: string;
    /** The unit of its value: minutes, megabytes, or a plain number. */
    readonly unit: 'minutes' | 'megabytes' | 'number';
    readonly default: number;
    readonly least: number;
    readonly meaning: string;
    /** Title of the document that states the default; undefined for a guess. */
    readonly source: string | undefined;
}

const day = 24 * 60;

function minutes(key: string, value: number, meaning: string, source?: string, least = 1): Assumption {
    return { key, unit: 'minutes', default: value, least, meaning, source };
}

function megabytes(key: string, value: number, meaning: string): Assumption {
    return { key, unit: 'megabytes', default: value, least: 0, meaning, source: undefined };
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
    importShare: { key: 'import share', unit: 'number', default: 40, least: 0, meaning: 'Share of a synchronization at the top site that the import into the site database takes, in percent.', source: undefined },
    childSynchronization: minutes('child synchronization', 20, 'Minimum time that a child site or an Internet-based software update point takes to synchronize from its upstream server.'),
    notificationDelay: minutes('notification delay', 2, 'Time until a child site is notified that its parent has synchronized, over an open link.'),
    replicationDelay: minutes('replication delay', 15, 'Time until the objects of the site database reach a child site over an open link, in addition to their transfer.'),
    policyInterval: minutes('policy interval', 60, 'Interval at which clients request policy.', `"Software Updates Client Agent Properties" ${library}`),
    scanInterval: minutes('scan interval', 7 * day, 'Interval at which clients scan for updates.', `"Software Updates Client Agent Properties" ${library}`),
    scanSpread: minutes('scan spread', 120, 'Period over which clients randomly spread a scan.', `"About Software Updates Compliance Assessment" ${library}`, 0),
    scanRetry: minutes('scan retry', 60, 'Time after a failed scan until the client tries again. Not confirmed for this release.'),
    publishInterval: minutes('publish interval', day, 'Interval at which Microsoft Update publishes updates that the hierarchy synchronizes.'),
    catalogSize: megabytes('catalog size', 200, 'Metadata of a first synchronization.'),
    changeSize: megabytes('change size', 5, 'Metadata that each publication adds.'),
    firstScanSize: megabytes('first scan size', 30, 'Data that the first scan of a client transfers, and the first one against another WSUS database. Field reports name 20 to 200 MB, of a later release.'),
    scanSize: megabytes('scan size', 1, 'Data that each later scan of a client transfers.'),
    roundTrips: { key: 'round trips', unit: 'number', default: 20, least: 0, meaning: 'Round trips per megabyte of a transfer, which determine the effect of a link\'s latency.', source: undefined }
} as const satisfies Record<string, Assumption>;

export type AssumptionName = keyof typeof assumptions;
export type Assumptions = { readonly [name in AssumptionName]: number };

export const assumptionNames = Object.keys(assumptions) as readonly AssumptionName[];

/** The defaults, overridden by the given changes; later ones take precedence. */
export function assume(...changes: readonly Partial<Assumptions>[]): Assumptions {
    const defaults = Object.fromEntries(assumptionNames.map(name => [name, assumptions[name].default])) as Record<AssumptionName, number>;
    return Object.assign(defaults, ...changes) as Assumptions;
}
