import type { Cluster, Server, SoftwareUpdatePoint } from '../hierarchy.js';
import { usesSsl, wsusOf } from './update-points.js';

/**
 * The address that Group Policy has to name for the clients of a software update point, if it names a different address. Undefined if both agree,
 * or if the plan does not determine it. A domain policy overrides the local policy that Configuration Manager sets on its clients, so scans
 * fail unless both are the same address. Source: "Troubleshooting Software Updates: Group Policy
 * Settings" (ConfigMgr 2007 library).
 */
export function conflictingAddress(written: string, point: SoftwareUpdatePoint, on: 'intranet' | 'internet'): string | undefined {
    const url = readUrl(written);
    const name = on === 'internet' ? point.host.internetFqdn : intranetNameOf(point.host, url.host);
    const expected = name === undefined ? undefined : addressOf(point, name, url);
    if (!expected || (url.isWhole && formOf(url) === formOf(expected))) {
        return undefined;
    }
    return `${expected.scheme}://${expected.host}${expected.port === undefined ? '' : `:${expected.port}`}`;
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

/** The required address. Ports or SSL that the plan does not state are taken from Group Policy; undefined if that does not have them either. */
function addressOf(point: SoftwareUpdatePoint, host: string, url: Url): Url | undefined {
    const wsus = wsusOf(point)?.ports;
    const ssl = usesSsl(point);
    const scheme = ssl === undefined ? url.scheme ?? 'http' : ssl ? 'https' : 'http';
    const port = scheme === 'https' ? point.ports?.https ?? wsus?.https : point.ports?.http ?? wsus?.http;
    if (port !== undefined) {
        return { scheme, host, port };
    }
    return url.scheme === undefined ? undefined : { scheme: url.scheme, host, port: url.port };
}

/** The normalized form of an address, with its port. */
function formOf({ scheme, host, port }: Url): string {
    return `${scheme}://${host.toLowerCase()}:${port ?? (scheme === 'https' ? 443 : 80)}`;
}
