import { centralSiteOf, type Hierarchy, loopOf, number, type Site } from '@sup/model';
import { setHead } from '../../edits/edit.js';
import { attach, possibleParents } from '../../edits/site-edits.js';
import { reportsTo } from '../../explain/facts/sites.js';
import { defineRule, type Fix } from '../../define-rule.js';

/** The number of loop members that a message names and that have a fix to break the loop. */
const listedMembers = 6;

export default defineRule({
    id: 'hierarchy-cycle',
    since: '0.1.0',
    summary: 'No site reports to itself, directly or through other sites.',
    category: 'hierarchy',
    reach: 'graph',
    sources: ['About Connecting Primary Sites', 'How to Join Primary Sites into a Hierarchy'],
    messages: {
        loop: ({ codes, canBeTop }: { codes: readonly string[]; canBeTop: boolean }) => ({
            what: codes.length === 1
                ? `Site ${codes[0]!} reports to itself.`
                : `The parents of ${codes[0]!} lead back to it: ${describeLoop(codes)}.`,
            why: 'Sites cannot be connected in a circle: the chain of parents must end at a central site, which has no parent.',
            todo: codes.length === 1 ? `Name another site as its parent${canBeTop ? ', or none' : ''}.` : `Attach one of them to a site outside this circle${canBeTop ? ', or remove the parent of a primary site' : ''}.`
        })
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const { hierarchy } = context;
            const loop = loopOf(hierarchy, site);
            if (loop?.[0] !== site || loop.some(member => member.kind === 'central')) {
                return;
            }
            const next = loop[1] ?? site;
            if (next === site && hierarchy.sitesByCode.get(site.code)?.length !== 1) {
                return;
            }
            context.report('loop', {
                at: { of: site, part: 'parents', index: site.parentCodes.indexOf(next.code) },
                args: { codes: loop.map(member => member.code), canBeTop: loop.some(({ kind }) => kind === 'primary') },
                because: () => loop.slice(0, listedMembers).map((member, i) => reportsTo(member, loop[i + 1] ?? site)),
                related: loop.slice(1).map((member, i) => ({ of: member, part: 'parents', message: `${member.code} reports to ${(loop[i + 2] ?? site).code}` })),
                fixes: () => loop.length === 1 ? fixesForSelfParent(hierarchy, site) : loop.slice(0, listedMembers).flatMap(member => breakAt(hierarchy, member))
            });
        }
    }
});

/** `A → B → A`; for a long loop, the first sites and the number of the others. */
function describeLoop(codes: readonly string[]): string {
    const more = codes.length > listedMembers ? [`${number(codes.length - listedMembers)} more`] : [];
    return [...codes.slice(0, listedMembers), ...more, codes[0]!].join(' → ');
}

/** Removes a site from its own parents. If no parent is left, the site gets another one or becomes the top. */
function fixesForSelfParent(hierarchy: Hierarchy, site: Site): readonly Fix[] {
    const others = site.parentCodes.filter(code => code !== site.code);
    if (others.length > 0) {
        return [{ title: `Attach ${site.code} to ${others.join(', ')}`, edits: [setHead(site, 'parents', others.join(', '))] }];
    }
    const parents = possibleParents(hierarchy, site).map(parent => attach(site, parent));
    return parents.length > 0 ? parents : breakAt(hierarchy, site);
}

/** Attaches a member of a loop to the central site or, if there is none, makes a primary member the top. */
function breakAt(hierarchy: Hierarchy, member: Site): readonly Fix[] {
    const central = centralSiteOf(hierarchy);
    if (central) {
        return [attach(member, central)];
    }
    return member.kind === 'primary' ? [{ title: `Make ${member.code} the top site, without a parent`, edits: [setHead(member, 'parents', undefined)] }] : [];
}
