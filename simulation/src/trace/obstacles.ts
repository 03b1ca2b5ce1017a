import type { Obstacle, ObstacleKind } from '../world/obstacle.js';

const texts: Readonly<Record<ObstacleKind, (subject: string) => string>> = {
    'site-server-down': server => `the site server ${server} is down`,
    'server-down': server => `${server} is down`,
    'wsus-down': server => `WSUS on ${server} does not answer`,
    'no-wsus': server => `there is no WSUS on ${server}`,
    'console-missing': server => `the site server ${server} has no WSUS console to manage its software update point with`,
    'wsus-too-old': server => `WSUS on ${server} is too old for the site`,
    'port-mismatch': server => `the role on ${server} uses other ports than the WSUS web site`,
    'ssl-mismatch': server => `the SSL settings of the WSUS web site on ${server} have been changed`,
    'certificate': server => `the certificate of ${server} is not valid`,
    'replica-on-primary': server => `WSUS on ${server} is a replica, which the software update point of a primary site must not be`,
    'mixed-mode': site => `${site} is in mixed mode, and an Internet-based software update point needs native mode`,
    'no-upstream': site => `${site} has no active software update point to synchronize from`,
    'upstream-unsynchronized': server => `${server} has not been synchronized itself`,
    'microsoft-update-down': () => 'Microsoft Update cannot be reached',
    'link-down': site => `the link of ${site} to its parent is down`,
    'proxy': server => `${server} does not get through its proxy server`,
    'wrong-source': source => `${source} is not a synchronization source that this site can use`,
    'source-changed': server => `the synchronization source in WSUS on ${server} is not the one that Configuration Manager has set`,
    'upstream-older': server => `WSUS on the upstream server ${server} is older than its own`,
    'product-withdrawn': product => `Microsoft Update does not know the product ${product} any more`,
    'not-top-site': site => `${site} is not the top site, and only there synchronization can be started by hand`,
    'no-update-point': server => `${server} is no active software update point`,
    'connected': server => `${server} synchronizes from its upstream server, and takes no import`,
    'replica': server => `${server} is a replica, and replicas cannot import`,
    'not-published': update => `the update ${update} has not been published`,
    'unknown-target': name => `the plan has nothing of the name ${name} that could fail`,
    'no-clients': name => `there are no such clients${name === '' ? '' : ` (${name})`}`
};

/** Why something does not work, as the rest of a sentence. */
export function obstacleText({ kind, subject }: Obstacle): string {
    return texts[kind](subject);
}
