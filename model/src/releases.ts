import type { Release, ServicePack, WsusVersion } from './values.js';

/**
 * The numbers and versions of the product that differ, or may differ, between its releases, with their sources. The table has a column for each
 * family of releases, so a family with other numbers is another column, and no rule changes. (`limits.ts` has the limits of our own input.)
 */
export interface ReleaseFacts {
    /** The intervals that a synchronization schedule can have, by their unit. */
    readonly scheduleIntervals: Readonly<Record<'hour' | 'day' | 'week', Interval>>;
    /** The number of clients that a hierarchy supports; with an add-on at its central site, possibly more. */
    readonly clientsOfHierarchy: { readonly usual: number } & { readonly [AddOn in NonNullable<Release['addOn']>]?: number };
    /** The number of clients that can be assigned to a primary site. */
    readonly clientsOfPrimarySite: number;
    /** The number of secondary sites of a primary site. */
    readonly secondarySitesOfPrimarySite: number;
    /** The number of nodes of a network load balancing cluster of software update points. */
    readonly clusterNodes: number;
    /** The levels of WSUS servers from the one that synchronizes from Microsoft Update downwards, itself included. */
    readonly wsusLevels: { readonly recommended: number; readonly tested: number };
    /** The oldest WSUS version that the software update points of a service pack work with. */
    readonly oldestWsus: Readonly<Record<ServicePack, WsusVersion>>;
    /** Products whose updates need a WSUS version, and a service pack of the sites that manage them. */
    readonly products: readonly ProductRequirement[];
    readonly wsus: Readonly<Record<WsusVersion, WsusFacts>>;
    /** Names that cannot be site codes, because components name folders after the code and Windows reserves these names. */
    readonly reservedSiteCodes: readonly string[];
    /** Names that are discouraged as site codes. */
    readonly discouragedSiteCodes: readonly string[];
    /** The virtual directories of WSUS that require SSL if it is used. */
    readonly sslVirtualDirectories: readonly string[];
}

/** A range of whole numbers, including both ends. */
export interface Interval {
    readonly least: number;
    readonly most: number;
}

export interface ProductRequirement {
    readonly names: readonly string[];
    /** The product family that includes them: to select it is to select its present and future members. */
    readonly family: string;
    readonly wsus: WsusVersion;
    readonly servicePack: ServicePack;
}

export interface WsusFacts {
    /** The number of clients that a software update point supports on a computer with other site system roles, and on one without. */
    readonly clients: { readonly shared: number; readonly alone: number };
    /** The operating systems that it can be installed on, each from a service pack on (0: without one). */
    readonly operatingSystems: readonly { readonly name: string; readonly servicePack: number }[];
}

const windowsServer2003 = 'Windows Server 2003';
const windowsServer2008 = 'Windows Server 2008';

export const releases = {
    '2007': {
        // "New Site Role Wizard: Synchronization Schedule" (ConfigMgr 2007 library).
        scheduleIntervals: { hour: { least: 1, most: 23 }, day: { least: 1, most: 31 }, week: { least: 1, most: 4 } },
        // "Configuration Manager Site Capacity Planning" (ConfigMgr 2007 library). Only its revision of June 2012 has the number for R3.
        clientsOfHierarchy: { usual: 200_000, R3: 300_000 },
        clientsOfPrimarySite: 100_000,
        secondarySitesOfPrimarySite: 500,
        // "How to Configure the Active Software Update Point to Use Network Load Balancing" (ConfigMgr 2007 library).
        clusterNodes: 4,
        // "Plan Your WSUS Deployment" (Windows Server documentation).
        wsusLevels: { recommended: 3, tested: 5 },
        // "About the Software Update Point" (ConfigMgr 2007 library).
        oldestWsus: { RTM: '3.0', SP1: '3.0 SP1', SP2: '3.0 SP1' },
        // The same.
        products: [{ names: ['Windows 7', 'Windows Server 2008 R2'], family: 'Windows', wsus: '3.0 SP2', servicePack: 'SP2' }],
        // Clients: "Planning for Software Updates" (System Center 2012 library), which carries on the numbers for WSUS 3.0.
        // Operating systems: "Windows Server Update Services 3.0 Release Notes", and those of its service packs.
        wsus: {
            '3.0': { clients: { shared: 25_000, alone: 25_000 }, operatingSystems: [{ name: windowsServer2003, servicePack: 1 }, { name: windowsServer2008, servicePack: 0 }] },
            '3.0 SP1': { clients: { shared: 25_000, alone: 25_000 }, operatingSystems: [{ name: windowsServer2003, servicePack: 1 }, { name: windowsServer2008, servicePack: 0 }] },
            '3.0 SP2': {
                clients: { shared: 25_000, alone: 100_000 },
                operatingSystems: [
                    { name: windowsServer2003, servicePack: 2 }, { name: windowsServer2008, servicePack: 0 }, { name: 'Windows Server 2008 R2', servicePack: 0 },
                    { name: 'Windows Small Business Server', servicePack: 0 }
                ]
            }
        },
        // "Configuration Manager Site Naming" (ConfigMgr 2007 library).
        reservedSiteCodes: ['AUX', 'CON', 'NUL', 'PRN'],
        // Knowledge Base article 279868, in its later revisions.
        discouragedSiteCodes: ['SMS'],
        // "How to Configure the WSUS Web Site to Use SSL" (ConfigMgr 2007 SDK) for their number, "Security best practices for Windows Server Update Services" for their names.
        sslVirtualDirectories: ['APIRemoting30', 'ClientWebService', 'DSSAuthWebService', 'ServerSyncWebService', 'SimpleAuthWebService']
    }
} as const satisfies Record<string, ReleaseFacts>;

/** The facts about the family of releases that plans describe. */
export const releaseFacts: ReleaseFacts = releases['2007'];
