import type { LangiumDocument } from 'langium';
import { type CodeLens, Range } from 'vscode-languageserver';
import { activeUpdatePointsOf, childrenOf, counted, type Hierarchy, internetUpdatePointsOf, loadOn, type Site, type SoftwareUpdatePoint, totalOf, upstreamPointOf } from '@sup/model';
import { headOf, originOf, sitesWithPositions, type SupServices } from '@sup/language';

/** In a file with more sites, lenses would slow down typing. */
const maxSites = 200;

/** The settings `sup.codeLens.…`; both lenses are off by default. */
interface LensSettings {
    readonly clients?: boolean;
    readonly synchronization?: boolean;
}

/** Lenses with the load of software update points: how many clients scan there, and how many sites they synchronize. */
export async function derivedLensesOf({ analysis: { hierarchies }, shared }: SupServices, document: LangiumDocument): Promise<CodeLens[]> {
    const { clients, synchronization } = await shared.workspace.ConfigurationProvider.getConfiguration('sup', 'codeLens') as LensSettings | null | undefined ?? {};
    if (clients !== true && synchronization !== true) {
        return [];
    }
    const sites = sitesWithPositions(document);
    const hierarchy = hierarchies.incremental(document);
    return sites.length > maxSites ? [] : sites.flatMap(({ site }) => [...activeUpdatePointsOf(site), ...internetUpdatePointsOf(site)]).flatMap(point => {
        const position = document.textDocument.positionAt(headOf(originOf(point)).offset);
        const load = totalOf(loadOn(hierarchy, point));
        const titles = [
            ...clients === true ? [`${counted(load, 'client')} ${load === 1 ? 'scans' : 'scan'} here`] : [],
            ...synchronization === true ? [`synchronizes ${counted(sitesBelow(point, hierarchy).length, 'site')}`] : []
        ];
        // A lens without a command is only text.
        return titles.map((title): CodeLens => ({ range: Range.create(position, position), command: { title, command: '' } }));
    });
}

/** The sites whose active software update point synchronizes from this one. */
function sitesBelow(point: SoftwareUpdatePoint, hierarchy: Hierarchy): readonly Site[] {
    return childrenOf(hierarchy, point.host.site).filter(child => activeUpdatePointsOf(child).some(each => upstreamPointOf(hierarchy, each) === point));
}
