import type { Cluster, Server, SoftwareUpdatePoint } from '../hierarchy.js';
import { usesSsl, wsusOf } from './update-points.js';

/**
 * The address that Group Policy would have to name for clients that use a software update point, where it names another one;
 * undefined where both agree, or where the plan does not say enough. The policy of a domain wins over what Configuration Manager
 * sets on its clients, so unless both are the same address, scans fail. Source: "Troubleshooting Software Updates: Group Policy
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

/** A short name may be meant by a full one, where the plan does not say the full one. */
function intranetNameOf(host: Server | Cluster, written: string): string {
    return host.fqdn ?? (written.split('.', 1)[0]!.toLowerCase() === host.name.toLowerCase() ? written : host.name);
}

interface Url {
    readonly scheme: string | undefined;
    readonly host: string;
    readonly port: number | undefined;
    /** Whether it begins with a scheme and ends with the port, or a slash behind it. */
    readonly isWhole?: boolean;
}

function readUrl(text: string): Url {
    const [, scheme, host = '', port, rest] = /^(?:(https?):\/\/)?([^/:\s]+)(?::([0-9]{1,5}))?(.*)$/is.exec(text.trim()) ?? [];
    return { scheme: scheme?.toLowerCase(), host, port: port === undefined ? undefined : Number(port), isWhole: scheme !== undefined && (rest === '' || rest === '/') };
}

/** The right address. What the plan leaves open, ports or SSL, is taken to be as Group Policy has it; undefined where that says nothing. */
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

/** An address in one form, with its port. */
function formOf({ scheme, host, port }: Url): string {
    return `${scheme}://${host.toLowerCase()}:${port ?? (scheme === 'https' ? 443 : 80)}`;
}
