import { activeUpdatePointsOf } from '@sup/model';
import { setHead } from '../edits/edit.js';
import { defineRule } from '../shelf/define-rule.js';

export default defineRule({
    id: 'multiple-active-sups',
    since: '0.1.0',
    summary: 'A site has one active software update point.',
    category: 'roles',
    reach: 'segment',
    sources: ['About the Software Update Point', 'Planning for the Software Update Point Infrastructure'],
    messages: {
        several: ({ site, hosts }: { site: string; hosts: readonly string[] }) => ({
            what: `Site ${site} has ${hosts.length} active software update points: ${hosts.join(', ')}.`,
            why: 'Many servers may hold the role, but only one of them, or one network load balancing cluster, is the active one.',
            todo: 'Keep one active and make the others inactive.'
        })
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const [first, ...others] = activeUpdatePointsOf(site);
            for (const point of others) {
                const all = [first!, ...others];
                context.report('several', {
                    at: { of: point, part: 'state' },
                    args: { site: site.code, hosts: all.map(each => each.host.name) },
                    related: all.filter(each => each !== point).map(each => ({ of: each, part: 'state', message: `${each.host.name} is active too` })),
                    fixes: () => all.map(kept => ({
                        title: `Keep ${kept.host.name} active, make the others inactive`,
                        edits: all.filter(each => each !== kept).map(each => setHead(each, 'state', 'inactive'))
                    }))
                });
            }
        }
    }
});
