import type { RoleState } from '../inventory.js';
import { portIn } from '../text/count.js';
import { plainWord } from './columns.js';

// The words, numbers and units that people write into the cells of a table, in English and German.

const yes = new Set(['yes', 'y', 'ja', 'j', 'x', '1', 'true', 'wahr', 'required', 'an', 'on']);
const no = new Set(['no', 'n', 'nein', '0', 'false', 'falsch', 'off', 'aus', 'none']);

/** Undefined for an empty cell and for other words. */
export function isYes(text: string | undefined): boolean | undefined {
    const word = plainWord(text ?? '');
    return yes.has(word) ? true : no.has(word) ? false : undefined;
}

/** The kind of a site, as `central`, `primary` or `secondary`; undefined for other words. `Primär (zentral)` is the central site. */
export function siteKindIn(text: string | undefined): 'central' | 'primary' | 'secondary' | undefined {
    const word = plainWord(text ?? '');
    return /zentral|central|^cas$/.test(word) ? 'central' : /^(?:p|2|prim.*)$/.test(word) ? 'primary' : /^(?:s|1|se[ck].*)$/.test(word) ? 'secondary' : undefined;
}

/** The roles that a cell names. */
export interface NamedRoles {
    readonly isSiteServer: boolean;
    readonly hasUpdatePoint: boolean;
    readonly state: RoleState | undefined;
}

/** Reads a cell such as `Standortserver, SUP (aktiv)`. */
export function rolesIn(text: string): NamedRoles {
    const words = text.slice(0, 1_000).split(/[,/+;]/).map(plainWord);
    const points = words.filter(word => /^(?:sup|wsus|softwareupdatepoint|softwareupdatepunkt)/.test(word));
    const states = words.join(' ');
    return {
        isSiteServer: words.some(word => /^(?:siteserver|standortserver|primarysiteserver|secondarysiteserver)/.test(word)),
        hasUpdatePoint: points.length > 0,
        state: /inactive|inaktiv/.test(states) ? 'inactive' : /internet|dmz/.test(states) ? 'internet' : /active|aktiv/.test(states) ? 'active' : undefined
    };
}

/** `8530/8531`, `8530, 8531` or `8530`. */
export function portsIn(text: string | undefined): { readonly http: string | undefined; readonly https: string | undefined } {
    const [http, https] = (text ?? '').slice(0, 100).split(/[^0-9]+/).filter(part => portIn(part) !== undefined);
    return { http, https };
}

/** The number of clients, with separators between thousands or without; undefined if a cell has something else. */
export function clientCountIn(text: string | undefined): number | undefined {
    const cell = (text ?? '').trim();
    return /^[0-9]{1,9}$|^[0-9]{1,3}(?:[.,'’ \u00a0\u202f][0-9]{3}){1,2}$/.test(cell) ? Number(cell.replace(/[^0-9]/g, '')) : undefined;
}

/** A bandwidth in kilobits per second. The case of `M` and `B` does not matter, since links are planned in bits. */
export function bandwidthIn(text: string | undefined): number | undefined {
    const [, amount, unit] = /^([0-9]{1,7}(?:[.,][0-9]{1,3})?)\s*(k|m|g)(?:bit|b|bps|bit\/s|b\/s|bits)?(?:\/s)?$/i.exec((text ?? '').trim()) ?? [];
    const bandwidth = Number(amount?.replace(',', '.')) * ({ k: 1, m: 1_000, g: 1_000_000 }[unit?.toLowerCase() ?? ''] ?? NaN);
    return bandwidth > 0 && bandwidth < 1e9 ? bandwidth : undefined;
}
