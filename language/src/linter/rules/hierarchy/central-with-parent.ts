import { ancestorsOf, type Hierarchy, isPrimarySite, listOf, loopOf, nearestPrimaryAncestor, type Site, sitesIgnoringCase } from '@sup/model';
import { setHead } from '../../edits/edit.js';
import { reportTo } from '../../edits/site-edits.js';
import { hasKind, reportsTo } from '../../explain/facts/sites.js';
import { defineRule, type Fix } from '../../define-rule.js';

export default defineRule({
    id: 'central-with-parent',
    since: '0.1.0',
    summary: 'The central site has no parent.',
    category: 'hierarchy',
    reach: 'name',
    sources: ['How to Join Primary Sites into a Hierarchy'],
    messages: {
        parent: ({ site, parents }: { site: string; parents: readonly string[] }) => ({
            what: `${site} is planned as the central site, but reports to ${listOf(parents.map(parent => parent === site ? 'itself' : parent))}.`,
            why: 'The central site is the primary site without a parent; a site with a parent is an ordinary primary site.',
            todo: parents.every(parent => parent === site) ? 'Remove `reports to`.' : `Make ${site} a primary site, or remove \`reports to\`.`
        })
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const { hierarchy } = context;
            if (site.code === '' || site.kind !== 'central' || site.parentCodes.length === 0) {
                return;
            }
            const known = site.parentCodes.flatMap(code => hierarchy.sitesByCode.get(code)?.filter(parent => parent !== site).slice(0, 1) ?? []);
            context.report('parent', {
                at: { of: site, part: 'parents' },
                args: { site: site.code, parents: site.parentCodes },
                because: () => [hasKind(site), ...site.parentCodes.map(code => reportsTo(site, { code }))],
                related: known.map(parent => ({ of: parent, message: `${parent.code} is declared here` })),
                fixes: () => [...asPrimary(hierarchy, site), ...asTop(hierarchy, site)]
            });
        }
    }
});

function asPrimary(hierarchy: Hierarchy, site: Site): readonly Fix[] {
    if (loopOf(hierarchy, site)) {
        return [];
    }
    const named = site.parentCodes.flatMap(code => sitesIgnoringCase(hierarchy, code)).find(other => other !== site && isPrimarySite(other));
    const above = nearestPrimaryAncestor(hierarchy, site) ?? named;
    return above ? [{ title: `Make ${site.code} a primary site below ${above.code}`, edits: [setHead(site, 'kind', 'primary'), ...(site.parentCodes.join() === above.code ? [] : [reportTo(site, above)])] }] : [];
}

/**
 * Removes the parent. The former top would then be a second central site, so it is attached to this one. If the former top is
 * declared as the central site, no fix is offered.
 */
function asTop(hierarchy: Hierarchy, site: Site): readonly Fix[] {
    const top = loopOf(hierarchy, site) ? undefined : ancestorsOf(hierarchy, site).at(-1);
    const withoutParent = setHead(site, 'parents', undefined);
    if (top?.kind === 'primary' && top.parentCodes.length === 0) {
        return [{ title: `Make ${site.code} the top site, with ${top.code} below it`, edits: [withoutParent, reportTo(top, site)] }];
    }
    return top?.kind === 'central' ? [] : [{ title: `Make ${site.code} the top site, without a parent`, edits: [withoutParent] }];
}
