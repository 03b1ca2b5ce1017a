import type { Cost } from '../comparison.js';

// The work that a change in an existing hierarchy takes. A cost without a source is not documented, and its text does not claim to be certain.

const siteNaming = 'Configuration Manager Site Naming';
const joining = 'How to Join Primary Sites into a Hierarchy';
const updatePoints = 'About the Software Update Point';
const prerequisites = 'Prerequisites for Software Updates';
const sslSetUp = 'How to Configure the WSUS Web Site to Use SSL';
const general = 'Software Update Point Component Properties: General Tab';
const internetBased = 'Software Update Point Component Properties: Internet-Based Tab';
const syncSettings = 'Software Update Point Component Properties: Sync Settings Tab';
const removal = 'How to Remove a Software Update Point';
const planning = 'Planning for Software Updates (later releases)';

export const costs = {
    consequence: { class: 'none', text: 'It follows from another change.', source: undefined },
    unknown: { class: 'none', text: 'Nothing to do in Configuration Manager: the plan does not know the value in one of the versions.', source: undefined },
    planOnly: { class: 'none', text: 'Nothing to do in Configuration Manager: it exists only in the plan.', source: undefined },
    madeByProduct: { class: 'none', text: 'WSUS Configuration Manager sets the value that the site needs.', source: updatePoints },
    network: { class: 'outside', text: 'Nothing to do in Configuration Manager: it describes the network.', source: undefined },
    clients: { class: 'outside', text: 'Nothing to do in Configuration Manager: it describes how many clients there are, and where.', source: undefined },
    groupPolicy: { class: 'outside', text: 'Changed in a Group Policy of the domain.', source: 'Troubleshooting Software Updates: Group Policy Settings' },
    forest: { class: 'outside', text: 'The computer joins a domain of another forest, or the forests get or lose a trust.', source: undefined },
    certificate: { class: 'outside', text: 'A certificate is issued and assigned to the web site in IIS.', source: sslSetUp },
    manualImport: { class: 'outside', text: 'Updates are exported and imported with the tools of WSUS.', source: 'How to Synchronize Updates Using Export and Import' },
    operatingSystem: { class: 'outside', text: 'The server is upgraded or set up again, outside of Configuration Manager.', source: undefined },
    addressHours: { class: 'setting', text: 'Part of the schedule of the address to the site.', source: undefined },

    newSite: { class: 'installation', text: 'A site is installed.', source: undefined },
    removedSite: { class: 'installation', text: 'A site is removed, and its clients need another site.', source: undefined },
    recodedSite: { class: 'impossible', text: 'A site code cannot be changed after installation: one site is removed and another installed.', source: siteNaming },
    kind: { class: 're-installation', text: 'The kind of a site cannot be changed after installation: the site is removed and installed again.', source: joining },
    name: { class: 'impossible', text: 'The name of a site cannot be changed after installation: the site would have to be installed again.', source: siteNaming },
    parentOfPrimary: { class: 'setting', text: 'Set in the properties of the site, once there are addresses in both directions.', source: joining },
    parentOfSecondary: { class: 're-installation', text: 'The parent of a secondary site cannot be changed after installation: the site is removed and installed again.', source: joining },
    toNative: { class: 'setting', text: 'Set in the properties of the site, once its servers and clients have certificates.', source: 'Configuration Manager Site Modes' },
    toMixed: { class: 'setting', text: 'Set in the properties of the site; Internet-based client management ends with native mode.', source: 'How to Revert a Configuration Manager Site to Mixed Mode' },
    upgrade: { class: 'installation', text: 'An upgrade in place, the parent before its child sites.', source: undefined },
    olderRelease: { class: 're-installation', text: 'No document describes an in-place downgrade: plan to remove the installation and install the older release.', source: undefined },

    server: { class: 'setting', text: 'A site system is added to the site, or removed from it.', source: updatePoints },
    serverWithWsus: { class: 'installation', text: 'WSUS Setup removes WSUS, and then the site system is removed from the site.', source: removal },
    movedServer: { class: 're-installation', text: 'A site system serves one site: it is removed from the old site and added to the new one, and its roles are set up again.', source: undefined },
    siteServer: { class: 're-installation', text: 'No document describes how to give a site another site server in place: plan to install the site again.', source: undefined },
    otherRoles: { class: 'setting', text: 'Roles are added to the site system, or removed from it.', source: undefined },
    clientInstallation: { class: 'setting', text: 'Set in the properties of the client installation method.', source: undefined },
    fqdn: { class: 'setting', text: 'Set in the properties of the site system; certificates must contain the name too.', source: undefined },
    nodes: { class: 'setting', text: 'WSUS and the role are set up on each node, in the network load balancing cluster.', source: 'How to Configure the Active Software Update Point to Use Network Load Balancing' },

    wsus: { class: 'installation', text: 'WSUS Setup installs WSUS, before the role is added.', source: prerequisites },
    removedWsus: { class: 'installation', text: 'WSUS Setup removes WSUS, after the role is removed.', source: removal },
    wsusUpgrade: { class: 'installation', text: 'WSUS Setup upgrades WSUS in place, the upstream server first, and the console on the site server to the same version.', source: 'Plan Your WSUS Deployment (Windows Server documentation)' },
    wsusConsole: { class: 'installation', text: 'WSUS Setup installs the console.', source: prerequisites },
    removedWsusConsole: { class: 'installation', text: 'WSUS Setup removes the console.', source: undefined },
    webSite: { class: 'outside', text: 'Changed in IIS; set the same ports for the software update point.', source: 'About Ports Used by Software Updates' },
    webSiteSsl: { class: 'outside', text: 'Changed in IIS, and then in WSUS with `wsusutil configuressl`.', source: sslSetUp },
    wsusSetting: { class: 'outside', text: 'Set in the options of WSUS.', source: undefined },
    wsusData: { class: 'outside', text: 'Moved with the tools of WSUS and of its database; the Configuration Manager documentation does not describe it.', source: undefined },

    active: { class: 'setting', text: 'The role is added to the site system if it is missing; the site system is then chosen in the Software Update Point Component of the site.', source: general },
    internet: { class: 'setting', text: 'The role is added to the site system if it is missing; the site system is then chosen as the Internet-based one, after the active one is configured.', source: internetBased },
    inactive: { class: 'setting', text: 'The role is added to the site system. It is not in use until the site system is chosen in the Software Update Point Component.', source: updatePoints },
    selection: { class: 'setting', text: 'Set in the Software Update Point Component of the site. A site system that is deselected there keeps the role.', source: general },
    internetSelection: { class: 'setting', text: 'Set in the Software Update Point Component of the site, after the active one is configured. A site system that is deselected there keeps the role.', source: internetBased },
    removedRole: { class: 'setting', text: 'The role is removed from the site system.', source: removal },
    role: { class: 'setting', text: 'Set in the Software Update Point Component of the site.', source: general },
    internetRole: { class: 'setting', text: 'Set in the Software Update Point Component of the site.', source: internetBased },
    followsWsus: { class: 'setting', text: 'It follows the WSUS web site in the plan; set it in the Software Update Point Component too.', source: general },
    source: { class: 'setting', text: 'Set in the Software Update Point Component of the site.', source: syncSettings },
    schedule: { class: 'setting', text: 'Set in the Software Update Point Component of the site.', source: 'About Software Updates Synchronization' },
    catalog: { class: 'setting', text: 'Set in the Software Update Point Component of the site; the next synchronization applies it.', source: planning },
    languages: { class: 'setting', text: 'Set in the Software Update Point Component of the site; an added language applies only to updates that are new or change later.', source: planning }
} as const satisfies Readonly<Record<string, Cost>>;
