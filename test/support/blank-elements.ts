import type { ClientGroup, ModelElement, Server, Site, SoftwareUpdatePoint, Synchronization, WsusServer } from '@sup/model';

// The properties of elements whose plan states none, for tests that build elements without a text.

type Blank<E extends ModelElement, K extends keyof E> = { readonly [field in Exclude<keyof E, K | 'element' | 'site' | 'unknown'>]: undefined };

export const blankSite: Blank<Site, 'code' | 'kind' | 'parentCodes' | 'servers' | 'clusters' | 'synchronizations' | 'clientGroups'> = {
    title: undefined, release: undefined, mode: undefined, clients: undefined, link: undefined, groupPolicy: undefined, clientInstallation: undefined, cannotReach: undefined
};

export const blankServer: Blank<Server, 'name' | 'isSiteServer' | 'updatePoints'> = {
    fqdn: undefined, internetFqdn: undefined, os: undefined, forest: undefined, trusted: undefined, otherRoles: undefined, cannotReach: undefined, wsusConsole: undefined, wsus: undefined
};

export const blankWsus: Blank<WsusServer, 'server'> = {
    version: undefined, ports: undefined, ssl: undefined, virtualDirectories: undefined, replica: undefined, upstream: undefined, database: undefined, contentFolder: undefined,
    contentShare: undefined, webSite: undefined, certificateNames: undefined, clientCertificates: undefined, expressFiles: undefined, previousProducts: undefined,
    previousClassifications: undefined, otherClients: undefined
};

export const blankUpdatePoint: Blank<SoftwareUpdatePoint, 'host' | 'state'> = {
    ports: undefined, ssl: undefined, accepts: undefined, account: undefined, proxy: undefined, source: undefined, importPlan: undefined
};

export const blankSynchronization: Blank<Synchronization, never> = {
    source: undefined, schedule: undefined, products: undefined, classifications: undefined, languages: undefined, summaryLanguages: undefined, reportingEvents: undefined, importPlan: undefined
};

export const blankClientGroup: Blank<ClientGroup, never> = { label: undefined, count: undefined, on: undefined, policy: undefined, cannotReach: undefined };
