import { childrenOf, type Hierarchy, isOlderServicePack, isSms2003, listOf, parentOf, type ServicePack, servicePackOf, servicePacks, type Site, updatePointsOf } from '@sup/model';
import { removeStatement } from '../../edits/edit.js';
import { Upgrade } from '../../edits/upgrade.js';
import { hasRole } from '../../explain/facts/roles.js';
import { hasRelease } from '../../explain/facts/sites.js';
import { defineRule, type Fix } from '../../define-rule.js';

export default defineRule({
    id: 'sup-on-sms2003-site',
    since: '0.1.0',
    summary: 'A site of SMS 2003 has no software update point.',
    category: 'roles',
    reach: 'segment',
    sources: ['Software Update Management Guidance: Migration from the SMS 2003 Inventory Tool for Microsoft Updates', 'About the Software Update Point'],
    messages: {
        onOldSite: ({ site, hosts }: { site: string; hosts: readonly string[] }) => ({
            what: `${site} is a site of SMS 2003, but has the software update point role on ${listOf(hosts)}.`,
            why: 'The role is new in Configuration Manager 2007; sites of SMS 2003 use the Inventory Tool for Microsoft Updates instead.',
            todo: `Remove the role, or plan the upgrade of ${site}.`
        })
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const points = isSms2003(site) ? updatePointsOf(site) : [];
            if (points.length === 0) {
                return;
            }
            const hosts = [...new Set(points.map(({ host }) => host.name))];
            context.report('onOldSite', {
                at: { of: points[0]! },
                args: { site: site.code, hosts },
                because: () => [
                    hasRelease(site), ...points.map(hasRole),
                    { text: 'Sites of SMS 2003 have no software update points; they use the Inventory Tool for Microsoft Updates.', source: 'Software Update Management Guidance: Migration from the SMS 2003 Inventory Tool for Microsoft Updates' }
                ],
                related: [{ of: site, part: 'release', message: `The release of ${site.code}` }],
                fixes: () => [
                    { title: `Remove the software update point from ${listOf(hosts)}`, edits: points.map(removeStatement) },
                    ...replace(context.hierarchy, site)
                ]
            });
        }
    }
});

/** Upgrades the site to the service pack of its parent, or the latest one at the top, if that suits the sites around it. */
function replace(hierarchy: Hierarchy, site: Site): readonly Fix[] {
    const parent = parentOf(hierarchy, site);
    const servicePack: ServicePack | undefined = parent ? servicePackOf(parent) : servicePacks.at(-1);
    const isOutdated = childrenOf(hierarchy, site).some(child => {
        const below = servicePackOf(child);
        return below && servicePack && isOlderServicePack(servicePack, below);
    });
    if (!servicePack || isOutdated) {
        return [];
    }
    const upgrade = new Upgrade(hierarchy).replaceSms2003([site], servicePack);
    return [{ title: `Plan ${upgrade.text}`, edits: upgrade.edits }];
}
