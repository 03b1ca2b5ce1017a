import { counted, isSiteCode, type Site } from '@sup/model';
import { giveFreeCode } from '../../edits/site-edits.js';
import { defineRule } from '../../define-rule.js';
import { listOf } from '../../../syntax/wording.js';

/** The number of sites that a message names. */
const listedSites = 4;

export default defineRule({
    id: 'site-code-duplicate',
    since: '0.1.0',
    summary: 'No two sites of a hierarchy have the same site code.',
    category: 'naming',
    reach: 'name',
    sources: ['Configuration Manager Site Naming'],
    messages: {
        shared: ({ code, count, sites }: { code: string; count: number; sites: readonly string[] }) => ({
            what: `Site code ${code} is used by ${counted(count, 'site')}: ${listOf(sites)}${count > sites.length ? ' among others' : ''}.`,
            why: 'The site code identifies a site in its hierarchy, and Setup does not check whether a code is already in use.',
            todo: 'Give each site its own code before it is installed; the code cannot be changed afterwards.'
        })
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const { hierarchy } = context;
            const sites = hierarchy.sitesByCode.get(site.code) ?? [];
            if (sites.length < 2 || !isSiteCode(site.code)) {
                return;
            }
            const others = site === sites[0] ? sites.slice(1) : sites.slice(0, 1);
            context.report('shared', {
                at: { of: site, part: 'name' },
                args: { code: site.code, count: sites.length, sites: sites.slice(0, listedSites).map(each => nameOf(each)) },
                related: others.map(other => ({ of: other, part: 'name', message: `${site.code} is also the code of ${nameOf(other)}` })),
                fixes: () => giveFreeCode(hierarchy, site, code => `Change the code of ${nameOf(site, 'this')} to ${code}`)
            });
        }
    }
});

function nameOf(site: Site, article = 'a'): string {
    const kind = site.kind === undefined ? 'site' : `${site.kind} site`;
    return site.title === undefined ? `${article} ${kind}` : `${kind} "${site.title}"`;
}
