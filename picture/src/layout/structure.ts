import type { ShownSite } from './shown-sites.js';

/** A shown site with children, by the indexes of the shown sites. The lists are empty if it is collapsed. */
export interface Branch {
    readonly site: number;
    readonly leaves: readonly number[];
    readonly branches: readonly number[];
}

/** A part of the picture over its whole width: the tree with the band at its top, other trees, or the sites that are not part of the tree. */
export interface Section extends Omit<Branch, 'site'> {
    readonly top: number | undefined;
    readonly isApart: boolean;
}

export interface Structure {
    readonly sites: readonly ShownSite[];
    /** Parents before their children. */
    readonly branches: readonly Branch[];
    readonly sections: readonly Section[];
    /** The number of sites in the longest list of sites without children. */
    readonly longest: number;
}

/** Divides the shown sites into sections, branches and sites without children. */
export function structureOf(sites: readonly ShownSite[]): Structure {
    const isBranch = (index: number): boolean => sites[index]!.site.children.length > 0;
    const divided = (indexes: readonly number[]): Omit<Branch, 'site'> => ({ leaves: indexes.filter(index => !isBranch(index)), branches: indexes.filter(isBranch) });
    const tops = sites.filter(({ site }) => site.parent === undefined).map(({ index }) => index);
    const [first] = tops.filter(index => sites[index]!.site.apart === undefined);
    const hasBand = first !== undefined && (sites[first]!.site.kind === 'central' || tops.length === 1);
    const others = tops.filter(index => !hasBand || index !== first);
    const isApart = (index: number): boolean => sites[index]!.site.apart !== undefined;
    const sections = [
        ...hasBand ? [{ top: first, isApart: false, ...divided(sites[first]!.children) }] : [],
        { top: undefined, isApart: false, ...divided(others.filter(index => !isApart(index))) },
        { top: undefined, isApart: true, ...divided(others.filter(isApart)) }
    ].filter(({ top, leaves, branches }) => top !== undefined || leaves.length + branches.length > 0);
    const branches = sites.filter(({ index }) => isBranch(index) && !(hasBand && index === first)).map(({ index, children }) => ({ site: index, ...divided(children) }));
    return { sites, branches, sections, longest: [...sections, ...branches].reduce((longest, { leaves }) => Math.max(longest, leaves.length), 1) };
}
