import { centralSiteOf, type Hierarchy, loopOf, type Site } from '@sup/model';
import { setHead } from '../../edits/edit.js';
import { possibleParents, reportTo } from '../../edits/site-edits.js';
import { defineRule, type Fix } from '../../define-rule.js';

/** Members of a loop that are named in a message or offered as the place to break it. */
const shown = 6;

export default defineRule({
    id: 'hierarchy-cycle',
    since: '0.1.0',
    summary: 'No site is its own parent or stands above itself.',
    category: 'hierarchy',
    reach: 'graph',
    sources: ['About Connecting Primary Sites', 'How to Join Primary Sites into a Hierarchy'],
    messages: {
        loop: ({ codes }: { codes: readonly string[] }) => ({
            what: codes.length === 1
                ? `Site ${codes[0]!} reports to itself.`
                : `The parents of ${codes[0]!} lead back to it: ${wayRound(codes)}.`,
            why: 'Sites cannot be connected in a circle: what goes up from site to site has to end at a central site, which has no parent.',
            todo: codes.length === 1 ? 'Name another site as its parent, or none.' : 'Let one of them report to a site outside this circle, or to none.'
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
                args: { codes: loop.map(member => member.code) },
                related: loop.slice(1).map((member, i) => ({ of: member, part: 'parents', message: `${member.code} reports to ${(loop[i + 2] ?? site).code}` })),
                fixes: () => loop.length === 1 ? fixesOfOne(hierarchy, site) : loop.slice(0, shown).flatMap(member => breakAt(hierarchy, member))
            });
        }
    }
});

/** `A → B → A`; of a long way the first sites and how many more there are. */
function wayRound(codes: readonly string[]): string {
    const more = codes.length > shown ? [`${codes.length - shown} more`] : [];
    return [...codes.slice(0, shown), ...more, codes[0]!].join(' → ');
}

/** Takes a site out of its own parents; where that leaves none, it needs another or becomes the top. */
function fixesOfOne(hierarchy: Hierarchy, site: Site): readonly Fix[] {
    const others = site.parentCodes.filter(code => code !== site.code);
    if (others.length > 0) {
        return [{ title: `Let ${site.code} report to ${others.join(', ')}`, edits: [setHead(site, 'parents', others.join(', '))] }];
    }
    const parents = possibleParents(hierarchy, site).map(parent => ({ title: `Attach ${site.code} to ${parent.code}`, edits: [reportTo(site, parent)] }));
    return parents.length > 0 ? parents : breakAt(hierarchy, site);
}

/** There is one top: with a central site elsewhere a member goes below that one, else a primary member becomes it. */
function breakAt(hierarchy: Hierarchy, member: Site): readonly Fix[] {
    const central = centralSiteOf(hierarchy);
    if (central) {
        return [{ title: `Attach ${member.code} to ${central.code}`, edits: [reportTo(member, central)] }];
    }
    return member.kind === 'primary' ? [{ title: `Make ${member.code} the top, without a parent`, edits: [setHead(member, 'parents', undefined)] }] : [];
}
