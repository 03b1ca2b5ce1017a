import { ImportError } from '../import-error.js';
import type { SiteRecord } from '../inventory.js';
import { plainText } from '../text/plain-text.js';

/** A value of a plan, and the decision behind it. */
export interface Decided {
    /** Undefined if it is unknown. */
    readonly value: string | undefined;
    readonly note?: string | undefined;
}

const servicePacks: ReadonlyMap<string, string> = new Map([['5931', 'RTM'], ['6221', 'SP1'], ['6487', 'SP2']]);

/** The first file version of `sitecomp.exe` with R3, by its last part. */
const firstR3Build = 2157;

/** The release of a site from its version. R2 is a property of the site definition; R3 shows only in the version of a file. */
export function releaseOf({ code, version = '', fileVersion = '', definition, type }: SiteRecord): Decided {
    const text = plainText(version);
    const [, major, minor, build] = /^(\d{1,2})\.(\d{1,2})\.(\d{1,5})/.exec(text) ?? [];
    if (Number(major) >= 5 || type?.trim() === '4') {
        throw new ImportError(`site ${plainText(code)} has ${text === '' ? 'the type of a central administration site' : `version ${text}`}, which is of a later release than Configuration Manager 2007; plans cannot describe it`);
    }
    // SMS 2.0 has 2.00, and no word in plans.
    if (Number(major) === 2 && Number(minor) >= 50) {
        return { value: 'SMS 2003' };
    }
    const servicePack = servicePacks.get(build ?? '');
    if (servicePack !== undefined) {
        const [, revision] = /^4\.0*0\.6487\.(\d{1,5})/.exec(fileVersion.trim()) ?? [];
        const addOn = servicePack === 'SP2' && Number(revision) >= firstR3Build ? ' R3' : servicePack !== 'RTM' && definition?.has('IsR2CapableRTM') ? ' R2' : '';
        return { value: servicePack + addOn };
    }
    // A table that people keep has the words of the plan.
    const [, words] = /^(?:configmgr|sccm)?\s*(?:2007)?\s*(RTM|SP[12](?: R[23])?)$/i.exec(text) ?? [];
    return words !== undefined ? { value: words.toUpperCase() } : { value: undefined, note: text === '' ? undefined : `version ${text}` };
}

/** Whether R2 and R3 would be found: a version in words states them; one in digits does not, so the site definition and the version of a file are needed. */
export function isReleaseComplete({ version = '', fileVersion, definition }: SiteRecord): boolean {
    return /[a-z]/i.test(version) || (definition !== undefined && (fileVersion?.trim() ?? '') !== '');
}

/** The version of WSUS from its build, as in `3.2.7600.226`, or from words such as `WSUS 3.0 SP2`. */
export function wsusVersionOf(text: string | undefined): Decided {
    const version = plainText(text ?? '');
    const [, major, minor, , words] = /^(?:wsus\s*)?(\d{1,2})\.(\d)(\.\d{4,5}\S*)?(?:\s*(SP[12]))?$/i.exec(version) ?? [];
    if (major === '3') {
        const fromBuild = { 0: '3.0', 1: '3.0 SP1', 2: '3.0 SP2' }[minor!];
        return { value: words !== undefined && minor === '0' ? `3.0 ${words.toUpperCase()}` : fromBuild };
    }
    return { value: undefined, note: version === '' ? undefined : `version ${version}` };
}
