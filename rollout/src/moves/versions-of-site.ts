import { toUpperCaseCode } from '@sup/model';
import type { SiteFacts } from '../facts/plan-facts.js';

/** A site in the two versions of a plan; undefined where it does not exist. */
export interface VersionsOfSite {
    /** Its code in upper case. */
    readonly code: string;
    readonly before: SiteFacts | undefined;
    readonly after: SiteFacts | undefined;
}

/**
 * Whether a site is installed again: its kind cannot be changed, nor the parent of a secondary site. Source: "How to Join Primary Sites into a
 * Hierarchy" (ConfigMgr 2007 library).
 */
export function isReinstalled(before: SiteFacts, after: SiteFacts): boolean {
    return isSecondary(before) !== isSecondary(after) || (isSecondary(after) && parentKeyOf(before) !== parentKeyOf(after));
}

/** The parents of a site, as a key. */
export const parentKeyOf = ({ own: { parentCodes } }: SiteFacts): string => JSON.stringify(parentCodes.map(toUpperCaseCode).sort());

const isSecondary = ({ own: { kind } }: SiteFacts): boolean => kind === 'secondary';
