import { counted, listOf, type Site, subtreeOf } from '@sup/model';
import { setHead } from '../../edits/edit.js';
import type { Fact } from '../../explain/fact.js';
import { reportsTo } from '../../explain/facts/sites.js';
import { defineRule } from '../../define-rule.js';

/** The number of parents that a finding lists and offers a fix for. */
const listedParents = 6;

const onlyOneParent: Fact = { text: 'A site reports to one parent site. A site that is attached to another one leaves its former parent.', source: 'How to Join Primary Sites into a Hierarchy' };

export default defineRule({
    id: 'multiple-parents',
    since: '0.1.0',
    summary: 'A site reports to one parent site.',
    category: 'hierarchy',
    reach: 'name',
    sources: ['How to Join Primary Sites into a Hierarchy'],
    messages: {
        several: ({ site, parents }: { site: string; parents: readonly string[] }) => ({
            what: `${site} reports to ${counted(parents.length, 'site')}: ${listOf(parents)}.`,
            why: 'A site can have only one parent site.',
            todo: 'Keep one of them.'
        }),
        repeated: ({ site, parent }: { site: string; parent: string }) => ({
            what: `${site} names its parent site ${parent} more than once.`,
            why: 'A site can have only one parent site, so naming it once is enough.',
            todo: 'Keep one of them.'
        })
    },
    fixable: 'quickfix',
    checks: {
        site(site, context) {
            const { hierarchy } = context;
            const named = site.parentCodes.filter(code => code !== site.code);
            const parents = [...new Set(named)];
            if (site.code === '' || site.kind === 'central' || named.length < 2) {
                return;
            }
            const keep = (code: string, isGuess: boolean) => ({ title: `Attach ${site.code} to ${code} only`, edits: [setHead(site, 'parents', code)], isGuess });
            const at = { of: site, part: 'parents' };
            if (parents.length === 1) {
                context.report('repeated', {
                    at,
                    args: { site: site.code, parent: parents[0]! },
                    because: () => [reportsTo(site, { code: parents[0]! }), onlyOneParent],
                    fixes: () => [keep(parents[0]!, false)]
                });
                return;
            }
            const known = parents.flatMap(code => hierarchy.sitesByCode.get(code)?.slice(0, 1) ?? []).slice(0, listedParents);
            context.report('several', {
                at,
                args: { site: site.code, parents },
                because: () => [...parents.slice(0, listedParents).map(code => reportsTo(site, { code })), onlyOneParent],
                related: known.map(parent => ({ of: parent, message: `${parent.code} is declared here` })),
                fixes: () => {
                    const below = new Set(subtreeOf(hierarchy, site));
                    const isPossible = (parent: Site): boolean => parent.kind !== 'secondary' && !below.has(parent);
                    return (known.some(isPossible) ? known.filter(isPossible) : known).map(parent => keep(parent.code, true));
                }
            });
        }
    }
});
