import { durationUnits, type OtherRole, type SiteKind, type SoftwareUpdatePoint, type WsusVersion } from '@sup/model';
import { languages } from './languages.js';
import type { classifications } from './vocabulary.js';

/** The meaning of a word, and the document that states it. */
export interface Meaning {
    readonly text: string;
    readonly source?: string | undefined;
}

type Meanings = Readonly<Record<string, Meaning>>;

const about = 'About the Software Update Point';
const modes = 'Configuration Manager Site Modes';
const syncSettings = 'Software Update Point Component Properties: Sync Settings Tab';
const ssl = 'How to Configure the WSUS Web Site to Use SSL';
const planning = 'Planning for Software Updates (later releases)';
const kinds = 'Choose Between Primary Sites, Secondary Sites, and Branch Distribution Points';
const tracking = 'Track software update synchronization (later releases)';

export const siteKinds: Readonly<Record<SiteKind, Meaning>> = {
    central: { text: 'The primary site at the top of the hierarchy. It has no parent, and usually its software update point synchronizes from Microsoft Update.', source: 'How to Join Primary Sites into a Hierarchy' },
    primary: { text: 'A site with its own database, to which clients are assigned. It can have a parent and child sites.', source: kinds },
    secondary: { text: 'A site without a database, managed from its parent, a primary site. It has no child sites; its mode is that of its parent.', source: kinds }
};

export const updatePointStates: Readonly<Record<SoftwareUpdatePoint['state'], Meaning>> = {
    active: { text: 'Clients on the intranet scan here. A site has at most one.', source: about },
    internet: { text: 'Clients on the Internet scan here. Only a primary site in native mode can have one, on a computer of its own.', source: about },
    inactive: { text: 'Configuration Manager does not configure it, and no client uses it.', source: about }
};

export const wsusVersionMeanings: Readonly<Record<WsusVersion, Meaning>> = {
    '3.0': { text: 'Windows Server Update Services 3.0, for Configuration Manager 2007 without a service pack.', source: 'Prerequisites for Software Updates' },
    '3.0 SP1': { text: 'Windows Server Update Services 3.0 SP1: Configuration Manager 2007 SP1 needs this version or SP2.', source: about },
    '3.0 SP2': { text: 'Windows Server Update Services 3.0 SP2. Updates for Windows 7 and Windows Server 2008 R2 need it.', source: about }
};

const yes = (text: string, otherwise: string, source?: string): Meanings => ({ yes: { text, source }, no: { text: otherwise, source } });

const networks: Meanings = {
    intranet: { text: 'Clients that reach the site systems over the internal network.', source: about },
    internet: { text: 'Clients that reach only the Internet-facing site systems of their assigned site, which must be in native mode.', source: 'Overview of Internet-Based Client Management' }
};

const sources: Meanings = {
    'Microsoft Update': { text: 'The public service of Microsoft. Only the first software update point from the top synchronizes from it.', source: syncSettings },
    'parent site': { text: 'The active software update point of the parent site, which every site below the top uses.', source: syncSettings },
    'server': { text: 'A software update point of this plan, named by its server.', source: syncSettings },
    'none': { text: 'The server does not synchronize. An administrator exports updates from another server and imports them here.', source: 'How to Synchronize Updates Using Export and Import' },
    'active software update point': { text: 'The active software update point of the same site, which passes its updates on after each synchronization.', source: 'Software Update Point Component Properties: Internet-Based Tab' }
};

/** The content that Microsoft Update publishes under each classification. */
const classificationMeanings: Readonly<Record<typeof classifications[number], string>> = {
    'Critical Updates': 'Widely released fixes for critical problems that are not about security.',
    'Definition Updates': 'Frequent additions to a product\'s definitions, such as those of malicious software. Synchronize at least daily for them.',
    'Feature Packs': 'New functions that are distributed before the next full release of a product.',
    'Security Updates': 'Widely released fixes for security vulnerabilities of a product.',
    'Service Packs': 'Tested, cumulative sets of all updates since the release of a product.',
    'Tools': 'Utilities that help to complete a task or a set of tasks.',
    'Update Rollups': 'Tested, cumulative sets of updates that are packaged for easy deployment.',
    'Updates': 'Widely released fixes for problems that are neither critical nor about security.'
};

const roles: Readonly<Record<OtherRole, string>> = {
    'management point': 'Gives clients their policy, and the location of their software update point.',
    'distribution point': 'Stores the content that clients download.',
    'branch distribution point': 'Stores content for a small office, on a computer there.',
    'server locator point': 'Finds management points for clients that cannot ask Active Directory.',
    'fallback status point': 'Receives status from clients that cannot reach a management point.',
    'reporting point': 'Shows the reports of the site in a browser.',
    'reporting services point': 'Shows the reports of the site through SQL Server Reporting Services.',
    'PXE service point': 'Answers the network boot of operating system deployment.',
    'state migration point': 'Stores user state during operating system deployment.',
    'system health validator point': 'Validates the health of clients for Network Access Protection.',
    'out of band service point': 'Manages computers with Intel AMT.',
    'Asset Intelligence synchronization point': 'Synchronizes the catalog of Asset Intelligence.',
    'site database server': 'Holds the site database.',
    'SMS provider': 'Connects consoles with the site database.'
};

const textsOf = (texts: Readonly<Record<string, string>>, source: string): Meanings => Object.fromEntries(Object.entries(texts).map(([word, text]) => [word, { text, source }]));

const languageMeanings: Meanings = Object.fromEntries([...languages].map(([code, name]) => [code, { text: `${name}.`, source: planning }]));
const classificationTexts = textsOf(classificationMeanings, 'Software Update Point Component Properties: Classifications Tab');

/** The meanings of the values of properties, by block and key. */
const meanings: Readonly<Record<string, Meanings>> = {
    'site: mode': {
        native: { text: 'Clients and site systems authenticate with certificates of a public key infrastructure, and software update points use SSL. Internet-based client management needs this mode.', source: modes },
        mixed: { text: 'No public key infrastructure is needed. The site cannot manage clients on the Internet.', source: modes }
    },
    'site: release': {
        'RTM': { text: 'Configuration Manager 2007 as first released.' }, 'SP1': { text: 'Configuration Manager 2007 with Service Pack 1.' }, 'SP2': { text: 'Configuration Manager 2007 with Service Pack 2.' },
        'SP1 R2': { text: 'Configuration Manager 2007 SP1 with the add-on R2.' }, 'SP2 R2': { text: 'Configuration Manager 2007 SP2 with the add-on R2.' }, 'SP2 R3': { text: 'Configuration Manager 2007 SP2 with the add-on R3.' },
        'R2': { text: 'An add-on to a service pack of Configuration Manager 2007. It does not change the version of the site.' }, 'R3': { text: 'An add-on to Service Pack 2 of Configuration Manager 2007.' },
        'SMS 2003': { text: 'Systems Management Server 2003. Such a site can be below one of Configuration Manager 2007 for a time, and has no software update point.', source: 'Considerations for Upgrading Sites' }
    },
    'site: clients': networks,
    'site: link': {
        kbps: { text: 'Kilobits per second.' }, Mbps: { text: 'Megabits per second.' }, Gbps: { text: 'Gigabits per second.' }, ms: { text: 'Milliseconds of latency.' },
        open: { text: 'The hours of the day in which the link carries the traffic of the site; it may pass midnight.' }
    },
    'server: wsus console': wsusVersionMeanings,
    'server: trusted': yes('The forest of the site server trusts the forest of this server.', 'There is no trust, so the site server needs an account to connect to WSUS.', 'About the Software Update Point Connection Account'),
    'server: other roles': textsOf(roles, 'Configuration Manager Site Capacity Planning'),
    'wsus: ssl': {
        'required': { text: 'IIS requires SSL on the five virtual directories of WSUS that need it. Content stays without SSL.', source: ssl },
        'no': { text: 'IIS does not require SSL.', source: ssl },
        'whole website': { text: 'IIS requires SSL on the whole web site. Clients then cannot download content, which WSUS serves without SSL.', source: ssl }
    },
    'wsus: replica': yes('WSUS copies the updates, approvals and settings of its upstream server.', 'WSUS is an autonomous server, as at every primary site.', 'About the Software Update Point on a Secondary Site'),
    'wsus: web site': {
        default: { text: 'The default web site of IIS, on ports 80 and 443, which other applications may share.', source: planning },
        custom: { text: 'A web site of its own, on ports 8530 and 8531.', source: planning }
    },
    'wsus: client certificates': textsOf({
        ignore: 'IIS does not ask clients for certificates, as Configuration Manager needs it.', accept: 'IIS accepts client certificates. Scans can fail.', require: 'IIS rejects connections without a client certificate. Scans fail.'
    }, 'Troubleshoot Software Update Scan Failures (later releases)'),
    'wsus: express files': yes('WSUS downloads express installation files: more for the server, less for clients.', 'WSUS downloads only full files.'),
    'wsus: other clients': yes('The server also serves clients that Configuration Manager does not manage.', 'Only Configuration Manager uses the server.', planning),
    'wsus: previous classifications': classificationTexts,
    'software update point: ssl': yes('Clients and child sites connect with SSL.', 'Clients and child sites connect without SSL, which only mixed mode allows.', ssl),
    'software update point: accepts': networks,
    'software update point: source': sources,
    'synchronization: source': sources,
    'synchronization: classifications': classificationTexts,
    'synchronization: languages': languageMeanings,
    'synchronization: summary languages': languageMeanings,
    'synchronization: schedule': { manual: { text: 'An administrator starts each synchronization in the console.', source: 'How to Synchronize Software Updates' } },
    'synchronization: reporting events': textsOf({
        none: 'Clients contact WSUS only to scan.', status: 'Clients report status events to WSUS. Configuration Manager does not use them.', all: 'Clients report all events to WSUS. Configuration Manager does not use them.'
    }, syncSettings),
    'clients: on': networks,
    'proxy: authentication': yes('The proxy server requires an account.', 'The proxy server lets requests through without an account.', 'About the Software Update Point Proxy Server Account')
};

const anywhere: Meanings = { 'Microsoft Update': sources['Microsoft Update']!, ...Object.fromEntries(durationUnits.flatMap(({ short, one, many, minutes }) => {
    const text = minutes === 1 ? 'Minutes.' : minutes === 60 ? 'Hours.' : minutes === 24 * 60 ? 'Days of 24 hours.' : 'Weeks of seven days.';
    return [[short, { text }], [one, { text }], [many, { text }]] as const;
})), MB: { text: 'Megabytes.' }, GB: { text: 'Gigabytes: 1,024 MB.' } };

/** The meaning of a value of a property, or of a word in it. */
export function meaningOf(block: string, key: string, value: string): Meaning | undefined {
    const ofKey = meanings[`${block}: ${key}`];
    return ofKey && Object.hasOwn(ofKey, value) ? ofKey[value] : Object.hasOwn(anywhere, value) ? anywhere[value] : undefined;
}

/** The meaning of a word in an event or expectation that means the same as in the value of a property, or of the number of a status message. */
export function meaningInPhrase(word: string): Meaning | undefined {
    return [classificationTexts, languageMeanings, anywhere].flatMap(all => Object.hasOwn(all, word) ? [all[word]!] : [])[0];
}

/** The status messages of synchronization, by number. */
export const statusMeanings: ReadonlyMap<number, Meaning> = new Map(Object.entries({
    6701: { text: 'Synchronization has started.', source: tracking },
    6702: { text: 'Synchronization has succeeded.', source: 'How to Synchronize Software Updates' },
    6703: { text: 'Synchronization has failed. The site tries again after an hour, and does not notify its child sites.', source: 'Troubleshooting Software Updates Synchronization' },
    6704: { text: 'Synchronization is in progress: WSUS fetches updates from its source.', source: tracking },
    6705: { text: 'Synchronization is in progress: the site copies updates from WSUS to the site database.', source: tracking },
    6706: { text: 'Synchronization is in progress: the Internet-based software update point fetches updates from the active one.', source: tracking },
    6707: { text: 'The content of the WSUS server is behind that of its upstream server.', source: 'SMS_SUPSyncStatus (later releases)' },
    6708: { text: 'Synchronization has succeeded, but license terms are still to be downloaded.', source: 'SMS_SUPSyncStatus (later releases)' }
}).map(([id, meaning]) => [Number(id), meaning]));
