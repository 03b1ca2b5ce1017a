import type { Obstacle, ObstacleKind } from '../world/obstacle.js';

const texts: Readonly<Record<ObstacleKind, (subject: string) => string>> = {
    'site-server-down': server => `the site server ${server} is down`,
    'server-down': server => `${server} is down`,
    'wsus-down': server => `WSUS on ${server} does not answer`,
    'no-wsus': server => `there is no WSUS on ${server}`,
    'console-missing': server => `the site server ${server} has no WSUS console, which it needs to manage its software update point`,
    'console-too-old': server => `the WSUS console on the site server ${server} has no service pack, but WSUS has one`,
    'untrusted-forest': server => `the forest of ${server} is not trusted, and the software update point has no account to connect with`,
    'blocked': server => `${server} cannot be reached from there, although it is up: the plan or an event blocks the connection`,
    'not-configured': server => `WSUS Configuration Manager failed to configure WSUS on ${server}, and has not verified it again since the reason was corrected`,
    'wsus-too-old': server => `WSUS on ${server} is too old for the site`,
    'port-mismatch': server => `the ports of the role on ${server} differ from those of the WSUS web site`,
    'ssl-mismatch': server => `the WSUS web site on ${server} and the role differ in whether SSL is required`,
    'certificate': server => `the certificate of ${server} is not valid`,
    'replica-on-primary': server => `WSUS on ${server} is a replica, which the software update point of a primary site must not be`,
    'mixed-mode': site => `${site} is in mixed mode, and an Internet-based software update point needs native mode`,
    'no-upstream': site => `${site} has no active software update point to synchronize from`,
    'upstream-unsynchronized': server => `${server} itself has not synchronized yet`,
    'microsoft-update-down': () => 'Microsoft Update cannot be reached',
    'link-down': site => `the link of ${site} to its parent is down`,
    'proxy': server => `${server} cannot connect through its proxy server`,
    'wrong-source': source => `${source} is not a synchronization source that this site can use`,
    'source-changed': server => `the synchronization source in WSUS on ${server} is not the one that Configuration Manager has set`,
    'top-source-changed': server => `the synchronization source in WSUS on ${server} is not Microsoft Update, and Configuration Manager 2007 never sets it back at the top site: correct it in the WSUS console`,
    'replica-set': server => `WSUS on ${server} has been made a replica, and a primary site cannot synchronize until WSUS Configuration Manager restores the setting`,
    'upstream-older': server => `WSUS on the upstream server ${server} is older than WSUS at this site`,
    'product-withdrawn': product => `Microsoft Update no longer offers the product ${product}`,
    'not-top-site': site => `${site} is not the top site, and synchronization can be started manually only there`,
    'no-update-point': server => `${server} is not an active software update point`,
    'connected': server => `${server} synchronizes from its upstream server, so it does not accept imports`,
    'replica': server => `${server} is a replica, and replicas cannot import`,
    'not-published': update => `the update ${update} has not been published`,
    'unknown-target': name => `the plan has no part named ${name} that could fail`,
    'no-clients': name => `the plan has no such clients${name === '' ? '' : ` (${name})`}`
};

/** Describes an obstacle as a clause that completes a sentence. */
export function obstacleText({ kind, subject }: Obstacle): string {
    return texts[kind](subject);
}
