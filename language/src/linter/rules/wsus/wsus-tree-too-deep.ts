import { activeUpdatePointOf, activeUpdatePointsOf, childrenOf, type Hierarchy, number, releaseFacts, type Site, type SoftwareUpdatePoint, upstreamChainOf, upstreamPointOf } from '@sup/model';
import { removeStatement } from '../../edits/edit.js';
import { reportTo } from '../../edits/site-edits.js';
import { namesOf } from '../../edits/upgrade.js';
import { hasRole } from '../../explain/facts/roles.js';
import { reportsTo } from '../../explain/facts/sites.js';
import { defineRule, type Fix } from '../../define-rule.js';

const { recommended, tested } = releaseFacts.wsusLevels;
const why = 'Each level delays the updates of those below it. The documentation of WSUS recommends at most';

export default defineRule({
    id: 'wsus-tree-too-deep',
    since: '0.1.0',
    summary: 'WSUS servers form no more levels than the documentation recommends.',
    category: 'wsus',
    reach: 'graph',
    sources: ['Plan Your WSUS Deployment (Windows Server documentation)'],
    messages: {
        deep: ({ sites, level }: { sites: string; level: number }) => ({
            what: `WSUS of ${sites} is on level ${number(level)} below Microsoft Update.`,
            why: `${why} ${recommended} levels.`,
            todo: `Attach ${sites} to a site further up, or do without a software update point there.`
        }),
        untested: ({ sites, level, deepest }: { sites: string; level: number; deepest: number }) => ({
            what: `WSUS of ${sites} is on level ${number(level)} below Microsoft Update, and the tree below it reaches level ${number(deepest)}.`,
            why: `${why} ${recommended} levels, and names ${tested} as the most that Microsoft tested.`,
            todo: 'Attach sites further up, or do without software update points at some of them.'
        })
    },
    severities: {
        deep: { severity: 'warning', because: 'A deep tree works, but slowly.' },
        untested: { severity: 'warning', because: 'A deep tree was not tested, but nothing prevents it.' }
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const { hierarchy } = context;
            const [point, ...others] = activeUpdatePointsOf(site);
            const chain = point && others.length === 0 ? upstreamChainOf(hierarchy, point, recommended + 1) : [];
            if (chain.length !== recommended) {
                return;
            }
            const parent = chain[0]!.host.site;
            const beside = childrenOf(hierarchy, parent).filter(child => synchronizesFrom(hierarchy, child, chain[0]!));
            // One finding stands for all sites with this parent.
            if (beside[0] !== site) {
                return;
            }
            const level = recommended + 1;
            const deepest = Math.max(...beside.map(each => level + depthBelow(hierarchy, each)));
            const sites = namesOf(beside.map(({ code }) => code), 'site');
            context.report(deepest > tested ? 'untested' : 'deep', {
                at: { of: point!, part: 'state' },
                args: { sites, level, deepest },
                because: () => [
                    ...[point!, ...chain].flatMap((each, i) => [hasRole(each), ...i < chain.length ? [reportsTo(each.host.site, chain[i]!.host.site)] : []]),
                    { text: 'A software update point synchronizes from the active one of its parent site.', source: 'Software Update Point Component Properties: Sync Settings Tab' },
                    { text: `More than ${recommended} levels are not recommended, and ${tested} is the deepest tree that was tested.`, source: 'Plan Your WSUS Deployment (Windows Server documentation)' }
                ],
                related: chain.map(above => ({ of: above, part: 'state', message: `It synchronizes from ${above.host.name}` })),
                fixes: () => deepest > level ? [] : [...attach(beside, parent, chain[1]!.host.site), ...withoutPoints(hierarchy, beside)]
            });
        }
    }
});

/** Whether the only active software update point of a site synchronizes from another one. */
function synchronizesFrom(hierarchy: Hierarchy, site: Site, upstream: SoftwareUpdatePoint): boolean {
    const [point, ...others] = activeUpdatePointsOf(site);
    return point !== undefined && others.length === 0 && upstreamPointOf(hierarchy, point) === upstream;
}

/** The number of further levels below a site. */
function depthBelow(hierarchy: Hierarchy, site: Site): number {
    let level = 0;
    const seen = new Set([site]);
    for (let sites: readonly Site[] = [site]; ; level++) {
        sites = sites.flatMap(each => childrenOf(hierarchy, each)).filter(child => activeUpdatePointOf(child) && !seen.has(child));
        sites.forEach(each => seen.add(each));
        if (sites.length === 0) {
            return level;
        }
    }
}

/** One level less. If there are sites further below, the next of these would be too deep instead. */
function attach(sites: readonly Site[], parent: Site, above: Site): readonly Fix[] {
    const primary = sites.filter(({ kind }) => kind === 'primary');
    return primary.length === sites.length ? [{ title: `Attach ${namesOf(sites.map(({ code }) => code), 'site')} to ${above.code} instead of ${parent.code}`, edits: sites.map(site => reportTo(site, above)) }] : [];
}

/** Clients of a secondary site can use the software update point of its parent. */
function withoutPoints(hierarchy: Hierarchy, sites: readonly Site[]): readonly Fix[] {
    const points = sites.flatMap(activeUpdatePointsOf);
    const isOptional = sites.every(site => site.kind === 'secondary' && childrenOf(hierarchy, site).length === 0);
    return isOptional ? [{ title: `Remove the software update point from ${namesOf(points.map(({ host }) => host.name), 'server')}`, edits: points.map(removeStatement) }] : [];
}
