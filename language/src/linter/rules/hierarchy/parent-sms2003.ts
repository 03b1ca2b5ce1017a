import {
    activeUpdatePointOf, ancestorsOf, childrenAllUpgraded, counted, type Hierarchy, isOlderServicePack, isOlderSite, isPrimarySite, isSms2003, modeOf, nearestUpdatePointAbove, releaseText,
    servicePackOf, type Site, soundParentOf
} from '@sup/model';
import { reportTo } from '../../edits/site-edits.js';
import { Upgrade } from '../../edits/upgrade.js';
import { releasesBelow } from '../../explain/facts/sites.js';
import { sms2003IsBelow } from '../../explain/facts/upgrades.js';
import { defineRule, type Fix } from '../../define-rule.js';

const why = 'A site of Configuration Manager 2007 cannot report to a site of SMS 2003; the reverse is supported while a hierarchy is upgraded.';

export default defineRule({
    id: 'parent-sms2003',
    since: '0.1.0',
    summary: 'No site of Configuration Manager 2007 reports to a site of SMS 2003.',
    category: 'hierarchy',
    reach: 'graph',
    sources: ['Considerations for Upgrading Sites'],
    messages: {
        child: ({ site, release, parent }: { site: string; release: string; parent: string }) => ({
            what: `${site} is a site of Configuration Manager 2007 (${release}), but its parent site ${parent} is one of SMS 2003.`,
            why,
            todo: `Plan the upgrade of ${parent} first, or attach ${site} to a site of Configuration Manager 2007.`
        }),
        parent: ({ site, count }: { site: string; count: number }) => ({
            what: `${site} is a site of SMS 2003, but its ${counted(count, 'child site')} are all sites of Configuration Manager 2007.`,
            why,
            todo: `Plan the upgrade of ${site} first.`
        })
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const { hierarchy } = context;
            const upgraded = isSms2003(site) ? childrenAllUpgraded(hierarchy, site) : undefined;
            if (upgraded) {
                context.report('parent', {
                    at: { of: site, part: 'release' },
                    args: { site: site.code, count: upgraded.length },
                    because: () => [...releasesBelow(site, upgraded), sms2003IsBelow],
                    related: upgraded.map(child => ({ of: child, part: 'release', message: `The release of ${child.code}` })),
                    fixes: () => replace(hierarchy, site, upgraded)
                });
            }
            const parent = servicePackOf(site) && soundParentOf(hierarchy, site);
            if (parent && isSms2003(parent) && !childrenAllUpgraded(hierarchy, parent)) {
                context.report('child', {
                    at: { of: site, part: 'parents' },
                    args: { site: site.code, release: releaseText(site.release!), parent: parent.code },
                    because: () => [...releasesBelow(parent, [site]), sms2003IsBelow],
                    related: [{ of: parent, part: 'release', message: `${parent.code} is a site of SMS 2003` }],
                    fixes: () => [...replace(hierarchy, parent, [site]), ...attachAbove(hierarchy, site)]
                });
            }
        }
    }
});

/** Upgrades the parent and the sites of SMS 2003 above it, if its software update points are not then missing from a chain. */
function replace(hierarchy: Hierarchy, parent: Site, children: readonly Site[]): readonly Fix[] {
    const needsPoint = (child: Site): boolean => activeUpdatePointOf(child) !== undefined && (child.kind === 'secondary' || nearestUpdatePointAbove(hierarchy, child) !== undefined);
    if (!activeUpdatePointOf(parent) && children.some(needsPoint)) {
        return [];
    }
    const newest = children.map(child => servicePackOf(child)!).reduce((found, each) => isOlderServicePack(found, each) ? each : found);
    const upgrade = new Upgrade(hierarchy).replaceSms2003([parent], newest);
    return [{ title: `Plan ${upgrade.text}`, edits: upgrade.edits }];
}

/** Attaches a site to the nearest site of Configuration Manager 2007 above, if nothing else about it has to change. */
function attachAbove(hierarchy: Hierarchy, site: Site): readonly Fix[] {
    const above = ancestorsOf(hierarchy, site).find(each => isPrimarySite(each) && !isSms2003(each));
    const isSame = above && modeOf(hierarchy, above) === modeOf(hierarchy, site) && !isOlderSite(above, site) && hierarchy.sitesByCode.get(above.code)?.length === 1;
    return isSame && !activeUpdatePointOf(site) ? [{ title: `Attach ${site.code} to ${above.code}`, edits: [reportTo(site, above)] }] : [];
}
