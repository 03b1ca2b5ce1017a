export type SiteKind = 'central' | 'primary' | 'secondary';
export type SiteMode = 'native' | 'mixed';

/** A release of Configuration Manager 2007, or its predecessor. R2 and R3 are add-ons that do not change the site version. */
export interface Release {
    readonly product: 'ConfigMgr 2007' | 'SMS 2003';
    readonly servicePack: 'RTM' | 'SP1' | 'SP2';
    readonly addOn: 'R2' | 'R3' | undefined;
}

/** `SP2 R3`; for the predecessor, its name. */
export function releaseText({ product, servicePack, addOn }: Release): string {
    return product === 'SMS 2003' ? product : [servicePack, addOn].filter(Boolean).join(' ');
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

export type Schedule =
    | { readonly kind: 'manual' }
    | { readonly kind: 'every'; readonly count: number; readonly unit: 'hour' | 'day' | 'week'; readonly at: number | undefined };

/** The synchronization source of a site's software update point. `none` means manual export and import. */
export type SynchronizationSource =
    | { readonly kind: 'microsoft-update' | 'parent-site' | 'none' }
    | { readonly kind: 'server'; readonly server: string };
