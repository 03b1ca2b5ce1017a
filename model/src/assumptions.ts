/**
 * What the simulator has to assume: how long things take, and how much travels. Every figure can be set in a scenario's `assume`
 * block and in `sup.config.json`. Where a source is named, the figure is from there; where none is, it is a guess to be replaced by a
 * measurement of one's own.
 */
export interface Assumption {
    /** As the language writes it. */
    readonly key: string;
    /** What its number counts: minutes, megabytes, or a plain number. */
    readonly unit: 'minutes' | 'megabytes' | 'number';
    readonly default: number;
    readonly least: number;
    readonly meaning: string;
    /** The document that the default is taken from; undefined for a guess. */
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

/** Every assumption, by the name that `sup.config.json` and the simulator use. */
export const assumptions = {
    verifyInterval: minutes('verify interval', 60, 'How often WSUS Configuration Manager verifies the WSUS settings.', `"About the Software Update Point" ${library}`),
    healthInterval: minutes('health interval', 60, 'How often WSUS Control Manager checks the health of WSUS.'),
    configurationDelay: minutes('configuration delay', 1, 'How long WSUS Configuration Manager waits after a change before it configures WSUS.', `"Software update point installation and configuration" ${later}`),
    retryInterval: minutes('retry interval', 60, 'How long after a failed synchronization the next attempt follows.', `"Troubleshoot software update synchronization" ${later}`),
    settlingTime: minutes('settling time', 2, 'How long WSUS Synchronization Manager waits after WSUS has synchronized.', `"Track software update synchronization" ${later}`, 0),
    firstSynchronization: minutes('first synchronization', 90, 'How long the first synchronization of the top site takes.'),
    fullSynchronization: minutes('full synchronization', 45, 'How long a scheduled synchronization of the top site takes.', 'SCOM Alert WSUS (a case with Microsoft support, 2011)'),
    deltaSynchronization: minutes('delta synchronization', 10, 'How long a synchronization takes that was started by hand.'),
    importShare: { key: 'import share', unit: 'number', default: 40, least: 0, meaning: 'The share of a run at the top site, in percent, that goes into the site database.', source: undefined },
    childSynchronization: minutes('child synchronization', 20, 'The least time that a child site or an Internet-based software update point takes to synchronize from its upstream server.'),
    notificationDelay: minutes('notification delay', 2, 'How long the notification that a parent has synchronized takes to a child over an open link.'),
    replicationDelay: minutes('replication delay', 15, 'How long the site database\'s objects take to a child over an open link, beside their transfer.'),
    policyInterval: minutes('policy interval', 60, 'How often clients ask for policy.', `"Software Updates Client Agent Properties" ${library}`),
    scanInterval: minutes('scan interval', 7 * day, 'How often clients scan for updates.', `"Software Updates Client Agent Properties" ${library}`),
    scanSpread: minutes('scan spread', 120, 'The time over which clients spread a scan at random.', `"About Software Updates Compliance Assessment" ${library}`, 0),
    scanRetry: minutes('scan retry', 60, 'How long after a failed scan a client tries again. From memory: not confirmed for this release.'),
    publishInterval: minutes('publish interval', day, 'How often Microsoft Update publishes something that the hierarchy synchronizes.'),
    catalogSize: megabytes('catalog size', 200, 'The metadata of a first synchronization.'),
    changeSize: megabytes('change size', 5, 'The metadata that each publication adds.'),
    firstScanSize: megabytes('first scan size', 2, 'What one client\'s first scan moves.'),
    scanSize: megabytes('scan size', 0.2, 'What each later scan of one client moves.'),
    roundTrips: { key: 'round trips', unit: 'number', default: 20, least: 0, meaning: 'How often a transfer waits for an answer, per megabyte: what makes the latency of a link matter.', source: undefined }
} as const satisfies Record<string, Assumption>;

export type AssumptionName = keyof typeof assumptions;
export type Assumptions = { readonly [name in AssumptionName]: number };

export const assumptionNames = Object.keys(assumptions) as readonly AssumptionName[];

/** The defaults, with those that a configuration and a scenario set otherwise; the last counts. */
export function assume(...changes: readonly Partial<Assumptions>[]): Assumptions {
    const defaults = Object.fromEntries(assumptionNames.map(name => [name, assumptions[name].default])) as Record<AssumptionName, number>;
    return Object.assign(defaults, ...changes) as Assumptions;
}
