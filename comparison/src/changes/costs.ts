import type { Cost } from '../comparison.js';

// What it takes to make a change in a hierarchy that exists. Each rests on a document; where none says it, there is no source.

const siteNaming = 'Configuration Manager Site Naming';
const joining = 'How to Join Primary Sites into a Hierarchy';

export const costs = {
    /** Nobody has to do anything: it follows from something else. */
    none: { class: 'none', text: 'It follows from another change.', source: undefined },
    planOnly: { class: 'none', text: 'Nothing to do in Configuration Manager.', source: undefined },
    outside: { class: 'outside', text: 'Nothing to change in Configuration Manager; it is how the network or the clients are.', source: undefined },
    inUse: { class: 'setting', text: 'A setting that can be changed while the site runs.', source: 'About the Software Update Point' },
    component: { class: 'setting', text: 'A setting of the Software Update Point Component of the site.', source: 'About the Software Update Point' },
    wsusConsole: { class: 'setting', text: 'Changed in IIS or at the WSUS server, then told to the role.', source: 'Prerequisites for Software Updates' },
    role: { class: 'setting', text: 'A site system role is added or removed in the console.', source: 'About the Software Update Point' },
    server: { class: 'setting', text: 'A site system is added to or removed from the site.', source: 'About the Software Update Point' },
    mode: { class: 'setting', text: 'A setting of the site; native mode needs certificates on its servers and clients first.', source: 'Configuration Manager Site Modes' },
    upgrade: { class: 'setting', text: 'An upgrade in place, from the top of the hierarchy down.', source: 'Prerequisites for Software Updates' },
    downgrade: { class: 're-installation', text: 'There is no way back to an earlier release: it is removed and installed again.', source: 'Prerequisites for Software Updates' },
    parentOfPrimary: { class: 'setting', text: 'A primary site can be given another parent in its properties, once there are addresses in both directions.', source: joining },
    parentOfSecondary: { class: 're-installation', text: 'A secondary site keeps the parent that it was installed below: it is removed and installed again.', source: joining },
    kind: { class: 're-installation', text: 'A site is installed as primary or as secondary: it is removed and installed again.', source: joining },
    name: { class: 'impossible', text: 'The name of a site cannot be changed after installation: it would have to be installed again.', source: siteNaming },
    newSite: { class: 're-installation', text: 'A site is installed.', source: undefined },
    goneSite: { class: 're-installation', text: 'A site is removed, and its clients are assigned elsewhere.', source: undefined },
    recodedSite: { class: 'impossible', text: 'A site code cannot be changed after installation: this is a removal and another installation.', source: siteNaming },
    wsusInstalled: { class: 're-installation', text: 'WSUS is installed or removed on the server.', source: 'Prerequisites for Software Updates' },
    movedServer: { class: 're-installation', text: 'A site system belongs to one site: it is removed there and added here.', source: 'About the Software Update Point' }
} as const satisfies Readonly<Record<string, Cost>>;
