import type { Constraint } from '../constraint.js';

/** How a kind of move is ordered and described. Durations are assumptions where no document is named. */
export interface MoveKindFacts {
    /** An imperative without an object, for titles: `Upgrade WSUS`. */
    readonly title: string;
    /** Whether it is made from the top of the hierarchy down or from the bottom up, among others of its kind. */
    readonly direction: 'down' | 'up';
    /** The service that is interrupted: scans against the WSUS servers, the scans of clients until the new server has a catalog, or the management of the site. */
    readonly interrupts: 'scans' | 'catalog' | 'management' | 'internet scans' | 'nothing';
    /** The duration of the interruption in minutes. */
    readonly minutes: number;
    /** The further minutes for each further node of a cluster: all nodes are stopped until the last one is done. */
    readonly minutesPerNode?: number;
    /** The source of the duration; undefined for an assumption. */
    readonly minutesSource?: string;
    /** How to take it back; undefined if there is no way. */
    readonly undo: string | undefined;
    /** The work that no plan states and that comes before it. */
    readonly preparation?: string;
    /** The same, if the servers of the step are nodes of a cluster. Source: "Configure WSUS for Network Load Balancing" (WSUS 3.0 SP2 documentation). */
    readonly clusterPreparation?: string;
    /** The same, if a server of the step is not the site server. */
    readonly remotePreparation?: string;
    /** When it has ended, if not at once. */
    readonly until?: Constraint;
    /** The same, if its sites have no active software update point, which would report that it has synchronized. */
    readonly untilWithoutPoint?: Constraint;
    /** How the sites of one step, or of this and later steps of the kind, follow each other. */
    readonly pace?: Pace;
}

export interface Pace extends Constraint {
    /** `sites`: holds between the sites of a step; `steps`: holds until the last step of the kind. */
    readonly between: 'sites' | 'steps';
}

const noInterruption = { interrupts: 'nothing', minutes: 0 } as const;
const setBack = 'Set the former value again.';
const synchronized: Constraint = { text: 'The site reports status message 6702. For this, wait up to an hour until WSUS Configuration Manager has configured WSUS, and then start synchronization at the top site: a child site cannot be started by itself.', source: 'About Software Updates Synchronization', confidence: 'medium' };
const reinstalled: Constraint = { text: 'The site status of the new parent shows the site without errors, and the parent has no files queued for it.', source: undefined, confidence: 'medium' };
const policyRefreshed: Constraint = { text: 'Clients have refreshed their Group Policy: 90 minutes and up to 30 more by default.', source: undefined, confidence: 'medium' };

/** The kinds in the order in which they are tried: the first that causes no error is made. */
export const moveKinds = {
    'open network': { title: 'Open the network', direction: 'down', ...noInterruption, undo: setBack },
    'add server': { title: 'Add the server', direction: 'down', ...noInterruption, undo: 'Remove the server.' },
    'install console': { title: 'Install the WSUS console', direction: 'down', ...noInterruption, undo: 'Remove the console.' },
    'install WSUS': { title: 'Install WSUS', direction: 'down', ...noInterruption, undo: 'Remove WSUS.', preparation: 'Use a server that has not synchronized with WSUS before, and cancel the configuration wizard at the end of Setup.' },
    'add role': { title: 'Add the software update point role', direction: 'down', ...noInterruption, undo: 'Remove the role.', preparation: 'Set the ports and SSL of the role to those of the WSUS web site.' },
    'lift policy': { title: 'Remove the update service address from the Group Policy', direction: 'down', ...noInterruption, undo: 'Set the address again.', until: policyRefreshed },
    'upgrade WSUS': { title: 'Upgrade WSUS', direction: 'down', interrupts: 'scans', minutes: 45, minutesPerNode: 30, undo: undefined, preparation: 'Back up the WSUS database and the content. At the end of Setup, cancel the configuration wizard.', clusterPreparation: 'Suspend Network Load Balancing, stop IIS and WSUS on all nodes, and back up the WSUS database and the content. Start no node before the last one is upgraded. At the end of Setup on each node, cancel the configuration wizard.', until: synchronized, pace: { between: 'steps', text: 'Upgrade the sites below soon: a newer version above an older one is supported, but not the reverse.', source: 'Plan Your WSUS Deployment (Windows Server documentation)', confidence: 'medium' } },
    'upgrade release': { title: 'Upgrade Configuration Manager', direction: 'down', interrupts: 'management', minutes: 120, undo: undefined, preparation: 'Back up the site, and check that its site status and that of its parent, if it has one, show no errors.', until: { text: 'The site status shows no errors. Below a parent, its site status shows none either, and it has no files queued for the site.', source: 'Considerations for Upgrading Sites', confidence: 'medium' }, pace: { between: 'sites', text: 'Upgrade the child sites of a parent one after the other: begin with the next one when the parent has no files queued for the one before.', source: 'Considerations for Upgrading Sites', confidence: 'medium' } },
    'install site': { title: 'Install the site', direction: 'down', ...noInterruption, undo: 'Remove the site.', preparation: 'Install no site while others of the hierarchy are being upgraded. Below a parent, create addresses in both directions.' },
    'activate': { title: 'Select the active software update point', direction: 'down', ...noInterruption, undo: 'Select none.', remotePreparation: 'The WSUS console of the same version is on the site server.', until: synchronized },
    'change ports': { title: 'Change the ports', direction: 'down', interrupts: 'scans', minutes: 10, undo: 'Set the former ports in IIS and for the role.', preparation: 'Open the new ports in firewalls; close the old ones afterwards.', until: synchronized },
    'change SSL': { title: 'Change SSL', direction: 'up', interrupts: 'scans', minutes: 10, undo: 'Set the former value in IIS, in WSUS and for the role.', preparation: 'Issue a web server certificate with the names of the server, and make clients, downstream servers and consoles trust it.', until: synchronized },
    'to native': { title: 'Change to native mode', direction: 'down', interrupts: 'management', minutes: 120, minutesSource: 'How to Migrate the Site Mode from Mixed Mode to Native Mode', undo: 'Change back to mixed mode, after the child sites.', preparation: 'Issue certificates for the site server, the site systems and the clients. Remove or upgrade clients with Windows 2000 or the SMS 2003 client.', until: { text: 'The report on the communication mode of clients names no client in mixed mode.', source: 'Administrator Checklist: Migrating a Site to Native Mode', confidence: 'high' } },
    'to mixed': { title: 'Change to mixed mode', direction: 'up', interrupts: 'management', minutes: 120, minutesSource: 'How to Migrate the Site Mode from Mixed Mode to Native Mode', undo: 'Change back to native mode, after the parent.' },
    'move WSUS data': { title: 'Move the WSUS database or content', direction: 'down', interrupts: 'scans', minutes: 45, undo: 'Move it back, with the backup.', preparation: 'Back up the WSUS database. Stop IIS and WSUS until it is moved.' },
    'attach site': { title: 'Set the parent site', direction: 'down', ...noInterruption, undo: 'Set the former parent; objects from the other parent stay behind.', preparation: 'Create addresses in both directions. Compare products, classifications and languages: the parent\'s replace the site\'s own, which lapse.', until: { ...synchronized, text: `The source on the Sync Settings tab of the site is the parent. ${synchronized.text}` } },
    'reinstall site': { title: 'Install the site again below another parent', direction: 'down', interrupts: 'scans', minutes: 720, undo: 'Install it again below the former parent, with the same interruption.', preparation: 'Prefer a new site code: sites above may still hold data of the former one. Plan how its clients are assigned to the new parent: clients are assigned to primary sites, and keep the former one.', until: synchronized, untilWithoutPoint: reinstalled },
    'accept clients': { title: 'Change which clients are accepted', direction: 'down', ...noInterruption, undo: setBack },
    'end Internet service': { title: 'Deselect the Internet-based software update point', direction: 'up', interrupts: 'internet scans', minutes: 60, undo: 'Select it again.' },
    'switch': { title: 'Select another active software update point', direction: 'down', interrupts: 'catalog', minutes: 120, undo: 'Select the former one, with the same interruption.', until: synchronized },
    'begin Internet service': { title: 'Select the Internet-based software update point', direction: 'down', ...noInterruption, undo: 'Deselect it.', preparation: 'A public DNS name, a firewall that lets Internet clients in, and a certificate with that name.', until: synchronized },
    'switch Internet service': { title: 'Select another Internet-based software update point', direction: 'down', interrupts: 'catalog', minutes: 120, undo: 'Select the former one, with the same interruption.', preparation: 'A public DNS name, a firewall that lets Internet clients in, and a certificate with that name.', until: synchronized },
    'change source': { title: 'Change the synchronization source', direction: 'down', ...noInterruption, undo: setBack, until: synchronized },
    'change criteria': { title: 'Change products and classifications', direction: 'down', ...noInterruption, undo: 'Remove what was added. Its updates expire at the next scheduled synchronization.', until: { text: 'The next scheduled synchronization has ended. One that an administrator starts brings new updates but does not expire old ones.', source: 'About Software Updates Synchronization', confidence: 'high' } },
    'change languages': { title: 'Change languages', direction: 'down', ...noInterruption, undo: setBack },
    'change schedule': { title: 'Change the schedule', direction: 'down', ...noInterruption, undo: setBack },
    'change role': { title: 'Change the software update point', direction: 'down', ...noInterruption, undo: setBack },
    'change WSUS': { title: 'Change WSUS', direction: 'down', ...noInterruption, undo: setBack },
    'change server': { title: 'Change the site system', direction: 'down', ...noInterruption, undo: setBack },
    'change site': { title: 'Change the site', direction: 'down', ...noInterruption, undo: setBack },
    'change nodes': { title: 'Change the nodes of the cluster', direction: 'down', ...noInterruption, undo: setBack },
    'downgrade release': { title: 'Install an older release of Configuration Manager', direction: 'up', interrupts: 'management', minutes: 240, undo: undefined, preparation: 'No document describes a downgrade in place: remove the installation, and install the older release.' },
    'downgrade WSUS': { title: 'Install an older version of WSUS', direction: 'up', interrupts: 'scans', minutes: 120, minutesPerNode: 60, undo: 'Upgrade it again.', preparation: 'No document describes a downgrade in place: remove WSUS with its database, and install the older version.', until: synchronized },
    'set policy': { title: 'Set the update service address in the Group Policy', direction: 'down', ...noInterruption, undo: 'Remove the address.', until: policyRefreshed },
    'deactivate': { title: 'Deselect the active software update point', direction: 'up', ...noInterruption, undo: 'Select it again.' },
    'remove role': { title: 'Remove the software update point', direction: 'up', ...noInterruption, undo: 'Add it again.', preparation: 'Check that no Group Policy and no downstream server names the server any more.' },
    'remove WSUS': { title: 'Remove WSUS', direction: 'up', ...noInterruption, undo: 'Install it again; it needs a first synchronization.' },
    'remove server': { title: 'Remove the server', direction: 'up', ...noInterruption, undo: 'Add it again.', preparation: 'Uninstall WSUS, and remove the other roles of the site system.' },
    'remove console': { title: 'Remove the WSUS console', direction: 'up', ...noInterruption, undo: 'Install it again.' },
    'remove site': { title: 'Remove the site', direction: 'up', ...noInterruption, undo: undefined, preparation: 'Assign its clients to another site, and remove its roles.' },
    'close network': { title: 'Close the network', direction: 'up', ...noInterruption, undo: setBack },
    'together': { title: 'Make these changes in one maintenance window', direction: 'down', interrupts: 'scans', minutes: 120, undo: undefined }
} as const satisfies Readonly<Record<string, MoveKindFacts>>;

export type MoveKind = keyof typeof moveKinds;

/** The rank of a kind: of two moves that could be made, the one of lower rank is made first. */
export const rankOf: Readonly<Record<MoveKind, number>> = Object.fromEntries(Object.keys(moveKinds).map((kind, rank) => [kind, rank])) as Record<MoveKind, number>;
