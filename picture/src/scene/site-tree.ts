import { centralSiteOf, childrenOf, type Hierarchy, loopOf, parentOf, type Site } from '@sup/model';
import { nameless, shownName } from './shown.js';

/** A site in the forest that a picture shows. Every site occurs once, even where the plan does not form a tree. */
export interface TreeNode {
    readonly site: Site;
    readonly parent: Site | undefined;
    readonly children: readonly Site[];
    readonly level: number;
}

/** All sites in depth-first order, parents before their children. Trees come first, then sites without a valid parent, then loops. */
export function treeNodesOf(hierarchy: Hierarchy): readonly TreeNode[] {
    const nodes: TreeNode[] = [];
    const seen = new Set<Site>();
    for (const top of topsOf(hierarchy)) {
        // Not recursive, because the length of a chain of sites is not limited.
        const waiting = [{ site: top, parent: undefined as Site | undefined, level: 1 }];
        for (let next = waiting.pop(); next; next = waiting.pop()) {
            if (seen.has(next.site)) {
                continue;
            }
            seen.add(next.site);
            const { site, level } = next;
            const children = inOrder(childrenOf(hierarchy, site)).filter(child => !seen.has(child));
            nodes.push({ ...next, children });
            [...children].reverse().forEach(child => waiting.push({ site: child, parent: site, level: level + 1 }));
        }
    }
    return nodes;
}

/** Primary sites first, because they have branches; within a kind, the order by code stays. */
function inOrder(sites: readonly Site[]): readonly Site[] {
    return [...sites.filter(site => site.kind !== 'secondary'), ...sites.filter(site => site.kind === 'secondary')];
}

function topsOf(hierarchy: Hierarchy): readonly Site[] {
    const parentless = hierarchy.sites.filter(site => !parentOf(hierarchy, site));
    const central = centralSiteOf(hierarchy);
    const sound = parentless.filter(site => site !== central && reasonApart(hierarchy, site) === undefined);
    const apart = parentless.filter(site => reasonApart(hierarchy, site) !== undefined);
    const loops = hierarchy.sites.filter(site => loopOf(hierarchy, site)?.[0] === site);
    return [...central ? [central] : [], ...sound, ...apart, ...loops];
}

/** The maximum number of sites of a loop that a text lists. */
const maxNamedSites = 5;

/** The reason why a site is not part of the tree; undefined if it is. */
export function reasonApart(hierarchy: Hierarchy, site: Site): string | undefined {
    const loop = loopOf(hierarchy, site);
    if (loop) {
        const codes = loop.slice(0, maxNamedSites).map(each => nameOf(each.code));
        return `in a loop: ${codes.join(' → ')} → ${loop.length > maxNamedSites ? '…' : codes[0]}`;
    }
    const [named] = site.parentCodes;
    if (named !== undefined) {
        return parentOf(hierarchy, site) ? undefined : `parent ${nameOf(named)} does not exist`;
    }
    return site.kind === 'secondary' ? 'has no parent site' : undefined;
}

const nameOf = (code: string): string => code === '' ? nameless : shownName(code);
