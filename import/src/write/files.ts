import type { ImportedFile } from '../import-plan.js';
import type { Draft, DraftSite } from '../interpret/draft.js';
import { textOf } from './text.js';

/** The files of a plan: one, or one for the top sites and one for each branch below them. */
export function filesOf(draft: Draft, branches: boolean): readonly ImportedFile[] {
    const name = fileName(draft.hierarchy);
    if (!branches) {
        return [{ name: `${name}.sup`, text: textOf(draft, draft.sites) }];
    }
    const present = new Set(draft.sites.map(({ code }) => code));
    const isTop = ({ parent }: DraftSite): boolean => parent === undefined || !present.has(parent);
    const parts = new Map<string, DraftSite[]>([[name, []]]);
    let current = name;
    const tops = new Set(draft.sites.filter(isTop).map(({ code }) => code));
    for (const site of draft.sites) { // a branch follows its first site
        current = isTop(site) ? name : tops.has(site.parent!) ? `${name}-${fileName(site.code)}` : current;
        parts.set(current, [...parts.get(current) ?? [], site]);
    }
    return [...parts].filter(([, sites]) => sites.length > 0).map(([file, sites]) => ({ name: `${file}.sup`, text: textOf({ hierarchy: draft.hierarchy, comments: file === name ? draft.comments : [] }, sites) }));
}

/** Names of devices, which cannot be file names on Windows. */
const reserved = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

/** A file name that is safe on every system: small letters, digits and hyphens. */
function fileName(text: string): string {
    const plain = text.normalize('NFD').replace(/\p{Mark}+/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60).replace(/-$/, '');
    return plain === '' ? 'hierarchy' : reserved.test(plain) ? `${plain}-plan` : plain;
}
