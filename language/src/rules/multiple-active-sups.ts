import { activeUpdatePointsOf } from '@sup/model';
import { setHead } from '../edits/edit.js';
import { defineRule } from '../shelf/define-rule.js';
import { listOf } from '../shelf/wording.js';

/** Of a site with more than a few, the first few are shown and offered. */
const shown = 10;

export default defineRule({
    id: 'multiple-active-sups',
    since: '0.1.0',
    summary: 'A site has one active software update point.',
    category: 'roles',
    reach: 'segment',
    sources: ['About the Software Update Point', 'Planning for the Software Update Point Infrastructure'],
    messages: {
        several: ({ site, hosts }: { site: string; hosts: readonly string[] }) => ({
            what: `Site ${site} has ${hosts.length} active software update points: ${listOf(hosts)}.`,
            why: 'Many servers may hold the role, but only one of them, or one network load balancing cluster, is the active one.',
            todo: 'Keep one active and make the others inactive.'
        })
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const all = activeUpdatePointsOf(site);
            const hosts = all.map(each => each.host.name);
            const few = all.slice(0, shown);
            for (const point of all.slice(1)) {
                context.report('several', {
                    at: { of: point, part: 'state' },
                    args: { site: site.code, hosts },
                    related: few.filter(each => each !== point).map(each => ({ of: each, part: 'state', message: `${each.host.name} is active too` })),
                    fixes: () => few.map(kept => ({
                        title: `Keep ${kept.host.name} active, make the others inactive`,
                        edits: all.filter(each => each !== kept).map(each => setHead(each, 'state', 'inactive'))
                    }))
                });
            }
        }
    }
});
