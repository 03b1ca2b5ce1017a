import { internetUpdatePointsOf, isPrimarySite } from '@sup/model';
import { setHead } from '../edits/edit.js';
import { defineRule } from '../shelf/define-rule.js';
import { listOf } from '../shelf/wording.js';

/** Of a site with more than a few, the first few are shown and offered. */
const shown = 10;

export default defineRule({
    id: 'multiple-internet-sups',
    since: '0.1.0',
    summary: 'A site has at most one active Internet-based software update point.',
    category: 'roles',
    reach: 'segment',
    sources: ['About the Software Update Point', 'Software Update Point Component Properties: Internet-Based Tab'],
    messages: {
        several: ({ site, hosts }: { site: string; hosts: readonly string[] }) => ({
            what: `Site ${site} has ${hosts.length} Internet-based software update points: ${listOf(hosts)}.`,
            why: 'Many servers may hold the role, but the site chooses one of them for its clients on the Internet.',
            todo: 'Keep one and make the others inactive.'
        })
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            if (!isPrimarySite(site)) {
                return;
            }
            const all = internetUpdatePointsOf(site);
            const hosts = all.map(each => each.host.name);
            const few = all.slice(0, shown);
            for (const point of all.slice(1)) {
                context.report('several', {
                    at: { of: point, part: 'state' },
                    args: { site: site.code, hosts },
                    related: few.filter(each => each !== point).map(each => ({ of: each, part: 'state', message: `${each.host.name} is Internet-based too` })),
                    fixes: () => few.map(kept => ({
                        title: `Keep ${kept.host.name}, make the others inactive`,
                        edits: all.filter(each => each !== kept).map(each => setHead(each, 'state', 'inactive'))
                    }))
                });
            }
        }
    }
});
