import { ImportError } from './import-error.js';
import { importLimits } from './import-limits.js';
import { number } from '@sup/model';

/** One embedded property as the product stores it: a number, and two texts. The readers do not interpret it. */
export interface PropertyValue {
    readonly value: string;
    readonly value1: string;
    readonly value2: string;
}

/** Embedded properties by name. Names are case sensitive. */
export type Properties = ReadonlyMap<string, PropertyValue>;

/** The kind of a source. It decides the order in which sources are named and read, so that the order of arguments does not matter. */
export const sourceKinds = ['json', 'site control file', 'sites', 'roles', 'components', 'categories', 'clients', 'scans'] as const;
export type SourceKind = typeof sourceKinds[number];

// Texts are as written in the sources: with any case, with blanks around them, of any content. An empty text states that a value is not set; undefined, that the source does not have it.

export interface SiteRecord {
    readonly code: string;
    readonly name: string | undefined;
    /** 1, 2 or 4, as the product counts; `central`, `primary` or `secondary` in tables. */
    readonly type: string | undefined;
    readonly parent: string | undefined;
    readonly server: string | undefined;
    readonly version: string | undefined;
    /** The version of `sitecomp.exe`, which shows R3. */
    readonly fileVersion: string | undefined;
    /** 1 is active. */
    readonly status: string | undefined;
    readonly definition: Properties | undefined;
}

export type RoleState = 'active' | 'internet' | 'inactive';

export interface RoleRecord {
    readonly site: string;
    readonly role: string;
    readonly server: string;
    /** Undefined if the source has lost them. */
    readonly properties: Properties | undefined;
    /** The state that a table names. In the product, the component decides it. */
    readonly state?: RoleState | undefined;
    /** Whether a person has written the record, who may have left out anything. Otherwise a property that is absent is not set. */
    readonly isHandwritten?: boolean;
}

export interface ComponentRecord {
    readonly site: string;
    readonly component: string;
    readonly properties: Properties | undefined;
}

export interface AddressRecord {
    readonly from: string;
    readonly to: string;
    readonly type: string;
    /** The percentage of the bandwidth that may be used, by the hour; undefined without a limit. */
    readonly rates: readonly number[] | undefined;
    /** A digit for each hour, from Sunday to Saturday: 4 is closed. */
    readonly usage: readonly string[];
    readonly hasPulses: boolean;
}

export interface CategoryRecord {
    readonly type: string;
    readonly id: string;
    readonly name: string;
    readonly isSubscribed: boolean;
}

/** WSUS on a server. Undefined values were not read. */
export interface WsusRecord {
    readonly server: string;
    readonly isRead: boolean;
    readonly version: string | undefined;
    readonly http: string | undefined;
    readonly https: string | undefined;
    readonly usesSsl: boolean | undefined;
    /** The directories on which IIS requires SSL; `/` is the whole web site. */
    readonly sslDirectories: readonly string[] | undefined;
    readonly isReplica: boolean | undefined;
    readonly synchronizesFromMicrosoftUpdate: boolean | undefined;
    readonly upstream: string | undefined;
    readonly downloadsExpressFiles: boolean | undefined;
    readonly database: string | undefined;
    readonly contentFolder: string | undefined;
}

export interface ComputerRecord {
    readonly name: string;
    readonly os: string | undefined;
    readonly wsusConsole: string | undefined;
}

/** The bandwidth of the connection of a site to its parent, in kilobits per second. Only in tables that people keep. */
export interface LinkRecord {
    readonly site: string;
    readonly bandwidth: number;
}

/** A cell of a column with an unknown name. */
export interface RemarkRecord {
    readonly site: string;
    /** Undefined if the remark is about the site. */
    readonly server: string | undefined;
    readonly text: string;
}

export interface ErrorRecord {
    readonly what: string;
    readonly server: string;
    readonly text: string;
    /** The codes of the sites in the same source, all errors of which share this list. */
    readonly sites: readonly string[];
}

/** When, where and for which hierarchy an export was made, as it states. */
export interface Collection {
    readonly at: string | undefined;
    readonly on: string | undefined;
    readonly hierarchy: string | undefined;
}

/** The content of all sources as one set of records, independent of their formats. */
export class Inventory {
    readonly sites: SiteRecord[] = [];
    readonly roles: RoleRecord[] = [];
    readonly components: ComponentRecord[] = [];
    readonly addresses: AddressRecord[] = [];
    readonly categories: CategoryRecord[] = [];
    readonly wsus: WsusRecord[] = [];
    readonly computers: ComputerRecord[] = [];
    readonly clients: { readonly site: string; readonly count: number }[] = [];
    readonly scans: { readonly location: string; readonly clients: number }[] = [];
    readonly links: LinkRecord[] = [];
    readonly remarks: RemarkRecord[] = [];
    readonly errors: ErrorRecord[] = [];
    readonly collections: Collection[] = [];
    /** The names and kinds of the sources, in the order of reading. */
    readonly sources: { readonly name: string; readonly kind: SourceKind }[] = [];
    /** Notes about the sources as a whole, which the plan begins with. */
    readonly notes: string[] = [];
    /** A source that is cut off, where, and the site that it describes. */
    readonly cuts: { readonly name: string; readonly site: string; readonly line: number; readonly isInSection: boolean }[] = [];
    /** Messages for the user that do not belong into the plan. */
    readonly messages: string[] = [];
    /** Categories may be absent because nothing is subscribed, or because no source has them. */
    hasCategories = false;
    private records = 0;

    /** Adds a record to one of the lists. Throws above the limits. */
    add<K extends 'sites' | 'roles' | 'components' | 'addresses' | 'categories' | 'wsus' | 'computers' | 'clients' | 'scans' | 'links' | 'remarks' | 'errors'>(list: K, record: Inventory[K][number]): void {
        if (++this.records > importLimits.records) {
            throw new ImportError(`the sources have more than ${number(importLimits.records)} records, which is the limit; import the branches of the hierarchy one by one`);
        }
        if (list === 'sites' && this.sites.length >= importLimits.sites) {
            throw new ImportError(`the sources have more than ${number(importLimits.sites)} sites, which is the limit; import the branches of the hierarchy one by one`);
        }
        (this[list] as Inventory[K][number][]).push(record);
    }
}
