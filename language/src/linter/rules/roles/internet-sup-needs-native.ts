import { removeStatement } from '../../edits/edit.js';
import { switchMode } from '../../edits/site-edits.js';
import { hasRole } from '../../explain/facts/roles.js';
import { hasMode } from '../../explain/facts/modes.js';
import { defineRule } from '../../define-rule.js';
import { isSurelyMixed } from '../../rule-helpers/mixed-sites.js';

export default defineRule({
    id: 'internet-sup-needs-native',
    since: '0.1.0',
    summary: 'A site with an Internet-based software update point is in native mode.',
    category: 'roles',
    reach: 'name',
    sources: ['About the Software Update Point', 'Software Update Point Component Properties: Internet-Based Tab'],
    messages: {
        mixed: ({ site, host }: { site: string; host: string }) => ({
            what: `${site} is in mixed mode, but ${host} is its Internet-based software update point.`,
            why: 'Clients on the Internet are managed with certificates, and only a primary site in native mode can have an Internet-based software update point.',
            todo: `Set ${site} to native mode, or remove the Internet-based software update point.`
        })
    },
    fixable: 'suggestion',
    checks: {
        updatePoint(point, context) {
            const site = point.host.site;
            if (point.state !== 'internet' || !isSurelyMixed(context.hierarchy, site)) {
                return;
            }
            context.report('mixed', {
                at: { of: point, part: 'state' },
                args: { site: site.code, host: point.host.name },
                because: () => [hasRole(point), ...hasMode(context.hierarchy, site)],
                related: [{ of: site, part: 'mode', message: `${site.code} is in mixed mode` }],
                fixes: () => [
                    switchMode(context.hierarchy, site, 'native'),
                    { title: `Remove the Internet-based software update point from ${point.host.name}`, edits: [removeStatement(point)] }
                ]
            });
        }
    }
});
