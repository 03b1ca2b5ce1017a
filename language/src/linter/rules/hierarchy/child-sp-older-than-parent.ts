import { childrenAllNewer, childrenAllOlder, counted, type Hierarchy, isOlderServicePack, isOlderSite, type ServicePack, servicePackOf, type Site, soundParentOf, subtreeOf } from '@sup/model';
import { Upgrade } from '../../edits/upgrade.js';
import { releasesBelow } from '../../explain/facts/sites.js';
import { upgradesAreTopDown } from '../../explain/facts/upgrades.js';
import { defineRule, type Fix } from '../../define-rule.js';

const why = 'A hierarchy has several service packs only while it is upgraded, from the top down.';
const because = 'The mixture works, and every upgrade passes through it.';

export default defineRule({
    id: 'child-sp-older-than-parent',
    since: '0.1.0',
    summary: 'A site has the service pack of its parent once the hierarchy is upgraded.',
    category: 'hierarchy',
    reach: 'name',
    sources: ['Considerations for Upgrading Sites'],
    messages: {
        child: ({ site, servicePack, parent, theirs }: { site: string; servicePack: ServicePack; parent: string; theirs: ServicePack }) => ({
            what: `${site} is a site with ${servicePack}, but its parent site ${parent} has ${theirs}.`,
            why,
            todo: `Plan ${theirs} for ${site} too, or accept the mixture with \`allow\` until the upgrade is complete.`
        }),
        parent: ({ site, servicePack, count }: { site: string; servicePack: ServicePack; count: number }) => ({
            what: `${site} is a site with ${servicePack}, but its ${counted(count, 'child site')} all have an earlier service pack.`,
            why,
            todo: `Plan ${servicePack} for them too, or accept the mixture with \`allow\` until the upgrade is complete.`
        })
    },
    severities: {
        child: { severity: 'warning', because },
        parent: { severity: 'warning', because }
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const { hierarchy } = context;
            const parent = soundParentOf(hierarchy, site);
            // If the release of a site disagrees with those above and below, `child-sp-newer-than-parent` reports it.
            const older = parent && isOlderSite(parent, site) ? undefined : childrenAllOlder(hierarchy, site);
            if (older) {
                const servicePack = servicePackOf(site)!;
                context.report('parent', {
                    at: { of: site, part: 'release' },
                    args: { site: site.code, servicePack, count: older.length },
                    because: () => [...releasesBelow(site, older), upgradesAreTopDown],
                    related: older.map(child => ({ of: child, part: 'release', message: `The release of ${child.code}` })),
                    fixes: () => [raise(hierarchy, older, servicePack)]
                });
            }
            if (parent && isOlderSite(site, parent) && !childrenAllOlder(hierarchy, parent) && !childrenAllNewer(hierarchy, site)) {
                const theirs = servicePackOf(parent)!;
                context.report('child', {
                    at: { of: site, part: 'release' },
                    args: { site: site.code, servicePack: servicePackOf(site)!, parent: parent.code, theirs },
                    because: () => [...releasesBelow(parent, [site]), upgradesAreTopDown],
                    related: [{ of: parent, part: 'release', message: `The release of ${parent.code}` }],
                    fixes: () => [raise(hierarchy, [site], theirs)]
                });
            }
        }
    }
});

/** Upgrades sites and everything below them, so that no site there is older than its parent. */
function raise(hierarchy: Hierarchy, sites: readonly Site[], servicePack: ServicePack): Fix {
    const older = sites.flatMap(site => subtreeOf(hierarchy, site)).filter(site => {
        const present = servicePackOf(site);
        return present !== undefined && isOlderServicePack(present, servicePack);
    });
    const upgrade = new Upgrade(hierarchy).raiseSites(older, servicePack);
    return { title: `Plan ${upgrade.text}`, edits: upgrade.edits };
}
