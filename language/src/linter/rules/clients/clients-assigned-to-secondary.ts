import { type ClientGroup, conflictingAddress, counted, type Hierarchy, isPrimarySite, type Site, soundParentOf, usedOnInternet, usedOnIntranet } from '@sup/model';
import { type Edit, moveStatement, setProperty, unsetProperty } from '../../edits/edit.js';
import { hasKind, reportsTo, statesClients } from '../../explain/facts/sites.js';
import { defineRule, type Fix } from '../../define-rule.js';
import { isSurelySecondary } from '../../rule-helpers/secondary-sites.js';

const why = 'Clients are assigned to primary sites; a secondary site is only a place on the intranet. On the Internet, clients do not roam: they use only the systems of their assigned site.';

export default defineRule({
    id: 'clients-assigned-to-secondary',
    since: '0.1.0',
    summary: 'Clients on the Internet are counted at a primary site, to which they are assigned.',
    category: 'clients',
    reach: 'name',
    sources: ['Overview of Internet-Based Client Management', 'About the Software Update Point on a Secondary Site'],
    messages: {
        count: ({ site, count, parent }: { site: string; count: number; parent: string | undefined }) => ({
            what: `${site} is planned with ${counted(count, 'client')} on the Internet, but it is a secondary site.`,
            why,
            todo: `Count them at ${parent ?? 'the primary site'} to which they are assigned, or on the intranet of ${site}.`
        }),
        group: ({ site, group, parent }: { site: string; group: string; parent: string | undefined }) => ({
            what: `${group} of ${site} are on the Internet, but ${site} is a secondary site.`,
            why,
            todo: `Plan them at ${parent ?? 'the primary site'} to which they are assigned, or on the intranet of ${site}.`
        })
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            if (!isSurelySecondary(context.hierarchy, site)) {
                return;
            }
            const { hierarchy } = context;
            const parent = soundParentOf(hierarchy, site);
            const related = parent ? [{ of: parent, part: 'name', message: `${parent.code}, the primary site above ${site.code}` }] : [];
            const { intranet = 0, internet = 0 } = site.clients ?? {};
            if (internet > 0) {
                context.report('count', {
                    at: { of: site, part: 'clients' },
                    because: () => [hasKind(site), ...parent ? [reportsTo(site, parent)] : [], statesClients(site)],
                    args: { site: site.code, count: internet, parent: parent?.code },
                    related,
                    fixes: () => [
                        ...parent ? [{ title: `Count them at ${parent.code}`, edits: moveCount(site, parent) }] : [],
                        { title: `Count them on the intranet of ${site.code}`, edits: [setProperty(site, 'clients', `${intranet + internet} intranet`)] }
                    ]
                });
            }
            for (const group of site.clientGroups.filter(({ on, count }) => on === 'internet' && count !== 0)) {
                context.report('group', {
                    at: { of: group, part: 'on' },
                    args: { site: site.code, group: group.label === undefined ? 'Clients' : `The clients "${group.label}"`, parent: parent?.code },
                    related,
                    fixes: () => groupFixes(hierarchy, group, site, parent)
                });
            }
        }
    }
});

/** Moves the number of Internet clients from a secondary site to its parent. */
function moveCount(site: Site, parent: Site): readonly Edit[] {
    const { intranet, internet } = site.clients!;
    const there = parent.clients;
    return [
        intranet > 0 ? setProperty(site, 'clients', `${intranet} intranet`) : unsetProperty(site, 'clients'),
        setProperty(parent, 'clients', `${there && there.intranet > 0 ? `${there.intranet} intranet, ` : ''}${(there?.internet ?? 0) + internet} internet`)
    ];
}

/** Fixes for a group of clients. The Group Policy of the group must name the software update point that it then uses. */
function groupFixes(hierarchy: Hierarchy, group: ClientGroup, site: Site, parent: Site | undefined): readonly Fix[] {
    const conflicts = (at: Site, on: 'intranet' | 'internet'): boolean => {
        const point = on === 'internet' ? usedOnInternet(at) : usedOnIntranet(hierarchy, at);
        return group.policy !== undefined && point !== undefined && conflictingAddress(group.policy, point, on) !== undefined;
    };
    return [
        ...parent && isPrimarySite(parent) && !conflicts(parent, 'internet') ? [{ title: `Move the group to ${parent.code}`, edits: [moveStatement(group, parent)] }] : [],
        ...conflicts(site, 'intranet') ? [] : [{ title: `Plan the group on the intranet of ${site.code}`, edits: [setProperty(group, 'on', 'intranet')] }]
    ];
}
