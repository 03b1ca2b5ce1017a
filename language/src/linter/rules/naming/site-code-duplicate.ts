import { counted, isSiteCode, listOf, type Site, sitesIgnoringCase, toUpperCaseCode } from '@sup/model';
import { giveFreeCode } from '../../edits/site-edits.js';
import { defineRule } from '../../define-rule.js';

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
        shared: ({ code, count, sites, anyCase }: { code: string; count: number; sites: readonly string[]; anyCase: boolean }) => ({
            what: `Site code ${code} is used by ${counted(count, 'site')}${anyCase ? ', in upper and lower case alike' : ''}: ${listOf(sites)}${count > sites.length ? ' among others' : ''}.`,
            why: 'The site code identifies a site in its hierarchy, and Setup does not check whether a code is already in use.',
            todo: 'Give each site its own code before it is installed; the code cannot be changed afterwards.'
        })
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const { hierarchy } = context;
            const code = toUpperCaseCode(site.code);
            // The sites are sorted by code as written, so those that write it in upper case come first.
            const sites = isSiteCode(code) ? sitesIgnoringCase(hierarchy, code) : [];
            const [first] = sites;
            if (!first || site === first) {
                return;
            }
            context.report('shared', {
                at: { of: site, part: 'name' },
                args: { code, count: sites.length, sites: sites.slice(0, listedSites).map(each => nameOf(each)), anyCase: [first, site].some(each => each.code !== code) },
                related: [{ of: first, part: 'name', message: `${first.code} is also the code of ${nameOf(first)}` }],
                fixes: () => [
                    ...giveFreeCode(hierarchy, site, free => `Change the code of ${nameOf(site, 'this')} to ${free}`),
                    ...giveFreeCode(hierarchy, first, free => `Change the code of ${nameOf(first, 'the other')} to ${free}`)
                ]
            });
        }
    }
});

function nameOf(site: Site, article = 'a'): string {
    const kind = site.kind === undefined ? 'site' : `${site.kind} site`;
    return site.title === undefined ? `${article} ${kind}` : `${kind} "${site.title}"`;
}
