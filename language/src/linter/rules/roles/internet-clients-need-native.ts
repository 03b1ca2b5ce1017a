import { nearestPrimaryAncestor } from '@sup/model';
import { setProperty } from '../../edits/edit.js';
import { switchMode } from '../../edits/site-edits.js';
import { hasKind } from '../../explain/facts/sites.js';
import { acceptsClients } from '../../explain/facts/roles.js';
import { hasMode } from '../../explain/facts/modes.js';
import { defineRule } from '../../define-rule.js';
import { isSurelyMixed } from '../../rule-helpers/mixed-sites.js';
import { isSurelySecondary } from '../../rule-helpers/secondary-sites.js';

export default defineRule({
    id: 'internet-clients-need-native',
    since: '0.1.0',
    summary: 'An active software update point accepts Internet clients only on a primary site in native mode.',
    category: 'roles',
    reach: 'graph',
    sources: ['About the Software Update Point', 'Software Update Point Component Properties: General Tab'],
    messages: {
        mixed: ({ site, host }: { site: string; host: string }) => ({
            what: `The active software update point on ${host} accepts clients from the Internet, but ${site} is in mixed mode.`,
            why: 'Internet-based client management requires native mode; in mixed mode this setting is not available.',
            todo: `Make it accept the intranet only, or set ${site} to native mode.`
        }),
        secondary: ({ site, host }: { site: string; host: string }) => ({
            what: `The active software update point on ${host} accepts clients from the Internet, but ${site} is a secondary site.`,
            why: 'Clients on the Internet use only site systems of their assigned primary site, so none of them will use this one.',
            todo: 'Make it accept the intranet only.'
        })
    },
    fixable: 'quickfix',
    checks: {
        updatePoint(point, context) {
            const site = point.host.site;
            if (point.state !== 'active' || !point.accepts?.includes('internet')) {
                return;
            }
            const intranetOnly = { title: `Make the software update point on ${point.host.name} accept the intranet only`, edits: [setProperty(point, 'accepts', 'intranet')], completes: true };
            const at = { of: point, part: 'accepts' };
            const args = { site: site.code, host: point.host.name };
            if (site.kind === 'secondary') {
                if (!isSurelySecondary(context.hierarchy, site)) {
                    return;
                }
                const primary = nearestPrimaryAncestor(context.hierarchy, site);
                context.report('secondary', {
                    at, args,
                    because: () => [hasKind(site), acceptsClients(point)],
                    related: primary ? [{ of: primary, message: `${primary.code} is the primary site above it` }] : [],
                    fixes: () => [intranetOnly]
                });
            } else if (isSurelyMixed(context.hierarchy, site)) {
                context.report('mixed', {
                    at, args,
                    because: () => [...hasMode(context.hierarchy, site), acceptsClients(point)],
                    related: [{ of: site, part: 'mode', message: `${site.code} is in mixed mode` }],
                    fixes: () => [intranetOnly, switchMode(context.hierarchy, site, 'native')]
                });
            }
        }
    }
});
