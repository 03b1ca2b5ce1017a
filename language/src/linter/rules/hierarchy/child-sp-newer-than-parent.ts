import { childrenAllNewer, counted, type Hierarchy, isOlderServicePack, isOlderSite, type ServicePack, servicePackOf, type Site, soundParentOf } from '@sup/model';
import { lowerSites } from '../../edits/lower-sites.js';
import { Upgrade } from '../../edits/upgrade.js';
import { releasesBelow } from '../../explain/facts/sites.js';
import { upgradesAreTopDown } from '../../explain/facts/upgrades.js';
import { defineRule, type Fix } from '../../define-rule.js';

const why = 'A hierarchy is upgraded from the top down: a parent site has the service pack of its child sites, or a later one.';

export default defineRule({
    id: 'child-sp-newer-than-parent',
    since: '0.1.0',
    summary: 'No site has a newer service pack than its parent.',
    category: 'hierarchy',
    reach: 'name',
    sources: ['Considerations for Upgrading Sites', 'Planning to Upgrade System Center 2012 Configuration Manager (later releases)'],
    messages: {
        child: ({ site, servicePack, parent, theirs }: { site: string; servicePack: ServicePack; parent: string; theirs: ServicePack }) => ({
            what: `${site} is a site with ${servicePack}, but its parent site ${parent} has ${theirs}.`,
            why,
            todo: `Plan ${servicePack} for ${parent} first, or ${theirs} for ${site}.`
        }),
        parent: ({ site, servicePack, count, newest }: { site: string; servicePack: ServicePack; count: number; newest: ServicePack }) => ({
            what: `${site} is a site with ${servicePack}, but its ${counted(count, 'child site')} all have a later service pack.`,
            why,
            todo: `Plan ${newest} for ${site} first.`
        })
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const { hierarchy } = context;
            const newer = childrenAllNewer(hierarchy, site);
            if (newer) {
                const newest = newestOf(newer);
                context.report('parent', {
                    at: { of: site, part: 'release' },
                    args: { site: site.code, servicePack: servicePackOf(site)!, count: newer.length, newest },
                    because: () => [...releasesBelow(site, newer), upgradesAreTopDown],
                    related: newer.map(child => ({ of: child, part: 'release', message: `The release of ${child.code}` })),
                    fixes: () => [raise(hierarchy, site, newest), lowerSites(hierarchy, newer, servicePackOf(site)!)]
                });
            }
            const parent = soundParentOf(hierarchy, site);
            if (parent && isOlderSite(parent, site) && !childrenAllNewer(hierarchy, parent)) {
                const [servicePack, theirs] = [servicePackOf(site)!, servicePackOf(parent)!];
                context.report('child', {
                    at: { of: site, part: 'release' },
                    args: { site: site.code, servicePack, parent: parent.code, theirs },
                    because: () => [...releasesBelow(parent, [site]), upgradesAreTopDown],
                    related: [{ of: parent, part: 'release', message: `The release of ${parent.code}` }],
                    fixes: () => [raise(hierarchy, parent, servicePack), lowerSites(hierarchy, [site], theirs)]
                });
            }
        }
    }
});

function newestOf(sites: readonly Site[]): ServicePack {
    return sites.map(site => servicePackOf(site)!).reduce((newest, each) => isOlderServicePack(newest, each) ? each : newest);
}

function raise(hierarchy: Hierarchy, site: Site, servicePack: ServicePack): Fix {
    const upgrade = new Upgrade(hierarchy).raiseSites([site], servicePack);
    return { title: `Plan ${upgrade.text}`, edits: upgrade.edits };
}
