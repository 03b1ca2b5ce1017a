import { type Cluster, isUnknown, type Server, type SoftwareUpdatePoint } from '../hierarchy.js';
import { usesSsl, wsusPortsOf } from './update-points.js';

/**
 * The address that Group Policy has to name for the clients of a software update point, if it names a different address. Undefined if both agree,
 * or if the plan does not determine it. A domain policy overrides the local policy that Configuration Manager sets on its clients, so scans
 * fail unless both are the same address. Source: "Troubleshooting Software Updates: Group Policy
 * Settings" (ConfigMgr 2007 library).
 */
export function conflictingAddress(written: string, point: SoftwareUpdatePoint, on: 'intranet' | 'internet'): string | undefined {
    const url = readUrl(written);
    const name = nameOf(point, url, on);
    const expected = name === undefined ? undefined : addressOf(point, name, url);
    return !expected || (url.isWhole && formOf(url) === formOf(expected)) ? undefined : textOf(expected);
}

/**
 * Whether an address lacks nothing but the default port of its scheme. A browser adds that port, but the client compares the address with the
 * one that it would write itself, which always has a port. Source: Knowledge Base article 3090184.
 */
export function lacksOnlyPort(written: string, expected: string): boolean {
    const [url, needed] = [readUrl(written), readUrl(expected)];
    return url.isWhole === true && url.port === undefined && needed.port === (needed.scheme === 'https' ? 443 : 80) && formOf({ ...url, port: needed.port }) === formOf(needed);
}

/** Whether a policy names the server of a software update point, so that only the ports and SSL decide whether the address is the required one. */
export function namesServerOf(written: string, point: SoftwareUpdatePoint, on: 'intranet' | 'internet'): boolean {
    const url = readUrl(written);
    return url.isWhole === true && nameOf(point, url, on)?.toLowerCase() === url.host.toLowerCase();
}

function nameOf({ host }: SoftwareUpdatePoint, url: Url, on: 'intranet' | 'internet'): string | undefined {
    return on === 'internet' ? host.internetFqdn : isUnknown(host, 'fqdn') ? undefined : intranetNameOf(host, url.host);
}

/** If the plan has no FQDN, a full name in the policy may refer to the short one. */
function intranetNameOf(host: Server | Cluster, written: string): string {
    return host.fqdn ?? (written.split('.', 1)[0]!.toLowerCase() === host.name.toLowerCase() ? written : host.name);
}

interface Url {
    readonly scheme: string | undefined;
    readonly host: string;
    readonly port: number | undefined;
    /** Whether it begins with a scheme and ends with the port, or a slash after it. */
    readonly isWhole?: boolean;
}

function readUrl(text: string): Url {
    const [, scheme, host = '', port, rest] = /^(?:(https?):\/\/)?([^/:\s]+)(?::([0-9]{1,5}))?(.*)$/is.exec(text.trim()) ?? [];
    return { scheme: scheme?.toLowerCase(), host, port: port === undefined ? undefined : Number(port), isWhole: scheme !== undefined && (rest === '' || rest === '/') };
}

/**
 * The required address. Ports or SSL that the plan does not state are taken from Group Policy; undefined if that does not have them either, or
 * has the port of the other scheme.
 */
function addressOf(point: SoftwareUpdatePoint, host: string, url: Url): Url | undefined {
    const wsus = isUnknown(point, 'ports') ? undefined : wsusPortsOf(point);
    const ssl = usesSsl(point);
    const scheme = ssl === undefined ? url.scheme ?? 'http' : ssl ? 'https' : 'http';
    const port = scheme === 'https' ? point.ports?.https ?? wsus?.https : point.ports?.http ?? wsus?.http;
    if (port !== undefined) {
        return { scheme, host, port };
    }
    return url.scheme === scheme ? { scheme, host, port: url.port } : undefined;
}

/** An address with its host in lower case. The port is part of it: the client always writes one. */
function formOf({ host, ...url }: Url): string {
    return textOf({ ...url, host: host.toLowerCase() });
}

function textOf({ scheme, host, port }: Url): string {
    return `${scheme}://${host}${port === undefined ? '' : `:${port}`}`;
}
