import type { BlockName } from '../tree/blocks.js';

/** The source of a property, and the value that applies if a plan does not state it. */
interface PropertyFacts {
    /** The title of a document of the product, or of this project. */
    readonly source: string;
    readonly default?: string | undefined;
}

const language = 'The .sup language';
const about = 'About the Software Update Point';
const syncSettings = 'Software Update Point Component Properties: Sync Settings Tab';
const internetTab = 'Software Update Point Component Properties: Internet-Based Tab';
const general = 'Software Update Point Component Properties: General Tab';
const balancing = 'How to Configure the Active Software Update Point to Use Network Load Balancing';
const ssl = 'How to Configure the WSUS Web Site to Use SSL';
const ports = 'About Ports Used by Software Updates';
const policies = 'Troubleshooting Software Updates: Group Policy Settings';
const planning = 'Planning for Software Updates (later releases)';
const firewall = 'How to Configure a Firewall for Software Updates';
const exportImport = 'How to Synchronize Updates Using Export and Import';
const capacity = 'Configuration Manager Site Capacity Planning';
const names = 'Determine If You Will Use FQDN Server Names';
const forests = 'About the Software Update Point Connection Account';
const proxyAccount = 'About the Software Update Point Proxy Server Account';
const scans = 'Troubleshoot Software Update Scan Failures (later releases)';

/** The facts about all properties but those of `assume` blocks, which have their own sources. */
const facts: Partial<Record<BlockName, Readonly<Record<string, PropertyFacts>>>> = {
    site: {
        'release': { source: 'Considerations for Upgrading Sites' },
        'mode': { source: 'Configuration Manager Site Modes', default: 'for a secondary site, the mode of its parent' },
        'clients': { source: capacity, default: 'none' },
        'link': { source: language, default: 'a line that never limits anything' },
        'group policy': { source: policies, default: 'no policy, so that Configuration Manager sets the address itself' },
        'client installation': { source: 'Get-CMSoftwareUpdateBasedClientInstallation (later releases)', default: 'not used' },
        'cannot reach': { source: firewall, default: 'everything can be reached' }
    },
    server: {
        'fqdn': { source: names, default: 'the name of the server' },
        'internet fqdn': { source: 'Prerequisites for Internet-Based Client Management', default: 'none' },
        'os': { source: 'Release Notes for Windows Server Update Services 3.0 SP2' },
        'wsus console': { source: 'Prerequisites for Software Updates', default: 'none, unless WSUS itself is installed' },
        'forest': { source: forests, default: 'the forest of the site server' },
        'trusted': { source: forests, default: '`yes`' },
        'other roles': { source: capacity, default: 'none' },
        'cannot reach': { source: firewall, default: 'everything can be reached' }
    },
    wsus: {
        'ports': { source: ports },
        'ssl': { source: ssl },
        'virtual directories': { source: ssl, default: 'the five that need SSL, if `ssl` is `required`' },
        'replica': { source: 'About the Software Update Point on a Secondary Site', default: 'derived from the kind of the site' },
        'upstream': { source: syncSettings, default: 'the active software update point of the parent site' },
        'database': { source: balancing, default: 'a database of its own' },
        'content folder': { source: balancing, default: 'a local folder' },
        'content share': { source: balancing, default: '`content folder`' },
        'web site': { source: planning },
        'certificate names': { source: scans },
        'client certificates': { source: scans, default: '`ignore`' },
        'express files': { source: 'Set Up a Disconnected Network: Import and Export Updates (WSUS 3.0)', default: '`no`' },
        'previous products': { source: 'How to Configure Software Updates Synchronization', default: 'none' },
        'previous classifications': { source: 'How to Configure Software Updates Synchronization', default: 'none' },
        'other clients': { source: planning, default: '`no`' }
    },
    'software update point': {
        'ports': { source: ports, default: 'the ports of the WSUS web site' },
        'ssl': { source: ssl, default: 'the setting of the WSUS web site' },
        'accepts': { source: general, default: '`intranet`' },
        'account': { source: forests, default: 'the computer account of the site server' },
        'source': { source: internetTab, default: '`active software update point`' },
        'import': { source: exportImport }
    },
    cluster: {
        'nodes': { source: balancing },
        'fqdn': { source: balancing, default: 'the name of the cluster' },
        'internet fqdn': { source: 'Prerequisites for Internet-Based Client Management', default: 'none' }
    },
    synchronization: {
        'source': { source: syncSettings, default: 'at the top `Microsoft Update`, at every other site `parent site`' },
        'schedule': { source: 'New Site Role Wizard: Synchronization Schedule', default: 'none: an administrator starts each synchronization' },
        'products': { source: 'Software Update Point Component Properties: Products Tab' },
        'classifications': { source: 'Software Update Point Component Properties: Classifications Tab' },
        'languages': { source: planning },
        'summary languages': { source: planning },
        'reporting events': { source: syncSettings, default: '`none`' },
        'import': { source: exportImport }
    },
    clients: {
        'count': { source: capacity },
        'on': { source: 'Overview of Internet-Based Client Management', default: '`intranet`' },
        'policy': { source: policies, default: 'no policy, so that Configuration Manager sets the address itself' },
        'cannot reach': { source: firewall, default: 'everything can be reached' }
    },
    proxy: {
        'host': { source: proxyAccount },
        'port': { source: proxyAccount },
        'authentication': { source: proxyAccount, default: '`no`' },
        'account': { source: proxyAccount, default: 'none' }
    },
    scenario: {
        'seed': { source: language, default: '1' }
    }
};

/** The facts about a property; undefined for an assumption, whose documentation contains them. */
export function factsOf(block: BlockName, key: string): PropertyFacts | undefined {
    return facts[block]?.[key];
}

/** The source of each statement of a plan, by its name. */
const statementSources: Readonly<Record<string, string>> = {
    'site': 'Choose Between Primary Sites, Secondary Sites, and Branch Distribution Points',
    'server': about, 'site server': about, 'wsus': 'Prerequisites for Software Updates', 'software update point': about, 'cluster': balancing,
    'synchronization': 'About Software Updates Synchronization', 'clients': capacity, 'proxy': proxyAccount
};

export function sourceOfStatement(name: string): string {
    return statementSources[name] ?? language;
}
