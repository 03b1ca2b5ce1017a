import { groupBy, type Hierarchy, memoizePerHierarchy, memoizeUntracked, rootsOf, type Site } from '@sup/model';
import { AstUtils, URI, UriUtils } from 'langium';
import { originOf } from '../projection/origin.js';

/** A folder that contains a plan of the same hierarchy as another folder. */
export interface PlanCopy {
    readonly folder: URI;
    /** The site at the top of the plan. */
    readonly top: Site;
    /** The codes of the sites in the folder and below it, without those in other copies. */
    readonly codes: ReadonlySet<string>;
}

/** More folders are not compared: each is compared with all others. */
const maxCopies = 50;

/** The share of the sites of the smaller plan that both plans contain: later versions of a plan have a few other sites. */
const sharedCodes = 0.75;

/**
 * The folders that each contain a whole plan of one hierarchy: a top with the same code, most of the same sites below it, and no sites outside
 * of these folders. They are versions of one plan, and read together only because their `hierarchy` lines are equal. Empty if there are none.
 */
export function planCopiesIn(hierarchy: Hierarchy): readonly PlanCopy[] {
    return rootsOf(hierarchy).length > 1 && haveTopsOneCode(hierarchy) ? copies(hierarchy) : none;
}

/** Cached, since every file of a plan requests it after each change, and an invalid plan can have thousands of tops. */
const haveTopsOneCode = memoizeUntracked((hierarchy): boolean => {
    const codes = rootsOf(hierarchy).map(({ code }) => code);
    return new Set(codes).size < codes.length;
});

const none: readonly PlanCopy[] = [];

const copies = memoizePerHierarchy((hierarchy): readonly PlanCopy[] => {
    const tops = [...groupBy(rootsOf(hierarchy), ({ code }) => [code]).values()].find(sites => sites.length > 1) ?? [];
    // Sites of one folder have no folders of their own, and there can be very many of them.
    if (tops.length > maxCopies || new Set(tops.map(folderOf)).size < tops.length) {
        return none;
    }
    const folders = tops.map(top => ({ top, folder: wholeFolderOf(top, tops) }));
    const innermostFirst = [...folders].sort((a, b) => b.folder.length - a.folder.length);
    const sitesByFolder = Map.groupBy(hierarchy.sites, site => innermostFirst.find(({ folder }) => folderOf(site).startsWith(folder))?.folder);
    const found = folders.map(({ top, folder }) => ({ folder: URI.parse(folder), top, codes: new Set(sitesByFolder.get(folder)?.map(({ code }) => code)) }));
    const [first, ...others] = found;
    return !sitesByFolder.has(undefined) && others.every(other => areSimilar(first!.codes, other.codes)) ? found : none;
});

/** The highest folder around the file of a site that contains none of the other sites; if there is no such folder, that of the file. Ends with a slash. */
function wholeFolderOf(site: Site, all: readonly Site[]): string {
    const others = all.filter(other => other !== site).map(folderOf);
    let folder = folderOf(site);
    for (let above = parentOf(folder); above !== undefined && !others.some(other => other.startsWith(above!)); above = parentOf(above)) {
        folder = above;
    }
    return folder;
}

/** The folder of the file that declares a site. Ends with a slash. */
function folderOf(site: Site): string {
    return UriUtils.dirname(AstUtils.getDocument(originOf(site)).uri).toString().replace(/\/?$/, '/');
}

function parentOf(folder: string): string | undefined {
    const end = folder.lastIndexOf('/', folder.length - 2);
    return end > folder.indexOf('//') + 1 ? folder.slice(0, end + 1) : undefined;
}

function areSimilar(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
    return [...a].filter(code => b.has(code)).length >= sharedCodes * Math.min(a.size, b.size);
}
