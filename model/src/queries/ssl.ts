import type { SoftwareUpdatePoint, WsusServer } from '../hierarchy.js';
import { releaseFacts } from '../releases.js';
import { toUpperCaseCode } from '../upper-case.js';
import { serversOf } from './update-points.js';

/** The differences between the virtual directories that a plan lists and those that require SSL. IIS ignores the case of their names. */
export function sslDirectoryDifferences({ virtualDirectories: listed }: WsusServer): { readonly missing: readonly string[]; readonly surplus: readonly string[] } {
    const needed = releaseFacts.sslVirtualDirectories;
    return listed ? { missing: without(needed, listed), surplus: without(listed, needed) } : { missing: [], surplus: [] };
}

function without(names: readonly string[], others: readonly string[]): readonly string[] {
    const keys = new Set(others.map(toUpperCaseCode));
    return names.filter(name => !keys.has(toUpperCaseCode(name)));
}

/** Whether the plan lists the right virtual directories, or none. */
export function hasSslDirectories(wsus: WsusServer): boolean {
    const { missing, surplus } = sslDirectoryDifferences(wsus);
    return missing.length === 0 && surplus.length === 0;
}

/** The WSUS servers of a role whose web site contradicts the SSL setting of the role. */
export function contradictingSsl(point: SoftwareUpdatePoint): readonly WsusServer[] {
    return point.ssl === undefined ? [] : serversOf(point).flatMap(({ wsus }) => wsus?.ssl !== undefined && (wsus.ssl !== 'off') !== point.ssl ? [wsus] : []);
}

/** The names under which computers connect to a role, as far as the plan states them, that are not in the certificate of a WSUS server. */
export function missingCertificateNames({ host, state, accepts }: SoftwareUpdatePoint, { certificateNames }: WsusServer): readonly string[] {
    const isForInternet = state === 'internet' || accepts?.includes('internet');
    const needed = [host.fqdn, isForInternet ? host.internetFqdn : undefined].flatMap(name => name ?? []);
    return certificateNames ? needed.filter(name => !certificateNames.some(each => covers(each, name))) : [];
}

/** Whether a name in a certificate stands for a name: the same one, or `*` instead of its first label. */
function covers(certificateName: string, name: string): boolean {
    const [written, wanted] = [certificateName.toLowerCase(), name.toLowerCase()];
    return written === wanted || (written.startsWith('*.') && written.slice(1) === wanted.slice(wanted.indexOf('.')));
}
