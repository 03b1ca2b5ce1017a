import { releaseFacts } from '../releases.js';
import { isOlder, type WsusVersion, wsusVersions } from '../values.js';

/**
 * The reason why WSUS is not supported on an operating system: `system`, whatever the version of WSUS; `service pack`, since that of Windows is too
 * old; `wsus`, since only a newer version of WSUS supports it.
 */
export type UnsupportedReason = 'system' | 'service pack' | 'wsus';

/** Systems from before Windows Server 2003, and those for workstations. */
const olderSystems = ['2000', 'nt', 'xp', 'vista', '7'];

/** The reason why a WSUS version is not supported on an operating system; undefined if it is, or if the text does not say enough. */
export function whyUnsupported(os: string, version: WsusVersion | undefined): UnsupportedReason | undefined {
    const name = /\b(2000|NT|XP|Vista|7|2003|2008(?: +R2)?)\b/i.exec(os)?.[1]?.toLowerCase().replace(/ +/, ' ');
    if (name === undefined) {
        return undefined;
    }
    if (olderSystems.includes(name)) {
        return 'system';
    }
    const servicePack = /\b(?:SP|service pack) ?([0-9])\b/i.exec(os)?.[1];
    const oldest = version && oldestServicePack(name, version);
    if (version && oldest === undefined) {
        return wsusVersions.some(newer => isOlder(version, newer) && oldestServicePack(name, newer) !== undefined) ? 'wsus' : undefined;
    }
    return servicePack !== undefined && oldest !== undefined && Number(servicePack) < oldest ? 'service pack' : undefined;
}

/** The service pack that a Windows Server needs for a WSUS version; undefined if that does not support it. */
function oldestServicePack(name: string, version: WsusVersion): number | undefined {
    return releaseFacts.wsus[version].operatingSystems.find(system => system.name.toLowerCase() === `windows server ${name}`)?.servicePack;
}
