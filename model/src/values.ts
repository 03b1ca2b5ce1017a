export type SiteKind = 'central' | 'primary' | 'secondary';
export type SiteMode = 'native' | 'mixed';

export const servicePacks = ['RTM', 'SP1', 'SP2'] as const;
export type ServicePack = typeof servicePacks[number];

/** Whether one service pack is older than another. */
export function isOlderServicePack(a: ServicePack, b: ServicePack): boolean {
    return servicePacks.indexOf(a) < servicePacks.indexOf(b);
}

/** A release of Configuration Manager 2007, or its predecessor. R2 and R3 are add-ons that do not change the site version. */
export interface Release {
    readonly product: 'ConfigMgr 2007' | 'SMS 2003';
    readonly servicePack: ServicePack;
    readonly addOn: 'R2' | 'R3' | undefined;
}

/** `SP2 R3`; for the predecessor, its name. */
export function releaseText({ product, servicePack, addOn }: Release): string {
    return product === 'SMS 2003' ? product : [servicePack, addOn].filter(Boolean).join(' ');
}

/** A release with another service pack; it keeps an add-on that the service pack has. */
export function withServicePack({ addOn }: Release, servicePack: ServicePack): Release {
    const isKept = servicePack === 'SP2' || (servicePack === 'SP1' && addOn === 'R2');
    return { product: 'ConfigMgr 2007', servicePack, addOn: isKept ? addOn : undefined };
}

export const wsusVersions = ['3.0', '3.0 SP1', '3.0 SP2'] as const;
export type WsusVersion = typeof wsusVersions[number];

/** Whether one WSUS version is older than another. */
export function isOlder(a: WsusVersion, b: WsusVersion): boolean {
    return wsusVersions.indexOf(a) < wsusVersions.indexOf(b);
}

/** The HTTP and HTTPS ports of a WSUS web site. */
export interface Ports {
    readonly http: number;
    readonly https: number | undefined;
}

export interface ClientCounts {
    readonly intranet: number;
    readonly internet: number;
}

/** The connection of a site to its parent. Bandwidth in kilobits per second, latency in milliseconds. */
export interface Link {
    readonly bandwidth: number | undefined;
    readonly latency: number | undefined;
    /** The window in which the link is open, in minutes of the day; undefined means always. A window may pass midnight. */
    readonly open: { readonly from: number; readonly to: number } | undefined;
}

export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
export type Weekday = typeof weekdays[number];

/** A day of a month: its date, or a weekday such as the second Tuesday. */
export type MonthDay =
    | { readonly kind: 'date'; readonly date: number | 'last' }
    | { readonly kind: 'weekday'; readonly week: 1 | 2 | 3 | 4 | 'last'; readonly weekday: Weekday };

/**
 * The schedule of synchronization. `at` is in minutes of the day; only a schedule in weeks can have a weekday. Sources: the pages on
 * `SMS_ST_RecurInterval`, `SMS_ST_RecurWeekly`, `SMS_ST_RecurMonthlyByWeekday` and `SMS_ST_RecurMonthlyByDate` (ConfigMgr 2007 SDK).
 */
export type Schedule =
    | { readonly kind: 'manual' }
    | { readonly kind: 'every'; readonly count: number; readonly unit: 'hour' | 'day' | 'week'; readonly weekday?: Weekday | undefined; readonly at: number | undefined }
    | { readonly kind: 'monthly'; readonly on: MonthDay; readonly months: number; readonly at: number | undefined };

/** The planned manual imports of a software update point without a source: how often, in minutes, and from which server. */
export interface ImportPlan {
    readonly every: number;
    readonly from: string;
}

/** The roles of a site system besides the software update point, as the documentation names them. */
export const otherRoles = [
    'management point', 'distribution point', 'branch distribution point', 'server locator point', 'fallback status point', 'reporting point',
    'reporting services point', 'PXE service point', 'state migration point', 'system health validator point', 'out of band service point',
    'Asset Intelligence synchronization point', 'site database server', 'SMS provider'
] as const;
export type OtherRole = typeof otherRoles[number];

/** The name of Microsoft Update in `cannot reach`, which otherwise lists servers and clusters. */
export const microsoftUpdate = 'Microsoft Update';

/** The synchronization source of a site's software update point. `none` means manual export and import. */
export type SynchronizationSource =
    | { readonly kind: 'microsoft-update' | 'parent-site' | 'none' }
    | { readonly kind: 'server'; readonly server: string };
