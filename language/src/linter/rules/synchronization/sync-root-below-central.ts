import { activeUpdatePointOf, ancestorsOf, isCentralWithoutPoint, synchronizationRootsBelow, updatePointsOf } from '@sup/model';
import { namesOf } from '../../edits/upgrade.js';
import { synchronizationStartsBelow } from '../../explain/facts/synchronization.js';
import { defineRule } from '../../define-rule.js';
import { expecting, expectingMessage, synchronizeAbove, withoutScans } from '../../rule-helpers/catalogs.js';

const why = 'The highest site with a software update point synchronizes from Microsoft Update and imports the updates into its database; the console of the sites above shows none.';

export default defineRule({
    id: 'sync-root-below-central',
    since: '0.1.0',
    summary: 'The central site has a software update point, and is the top of synchronization.',
    category: 'synchronization',
    reach: 'graph',
    sources: ['About Software Updates Synchronization', 'About the Software Update Point'],
    messages: {
        below: ({ central, root, clients }: { central: string; root: string; clients: string }) => ({
            what: `The central site ${central} has no software update point, so ${root} is the top of synchronization${clients}.`,
            why,
            todo: `Give ${central} an active software update point, or accept the risk.`
        }),
        expected: expectingMessage
    },
    severities: {
        below: { severity: 'warning', because: 'The documentation says that the top of synchronization is usually the central site; a site below works too.' }
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const { hierarchy } = context;
            // `multiple-sync-roots` reports several tops, and `sup-role-not-active` a role in between that is not active.
            const [root, ...others] = isCentralWithoutPoint(hierarchy, site) ? synchronizationRootsBelow(hierarchy, site) : [];
            if (!root || others.length > 0 || ancestorsOf(hierarchy, root).some(above => updatePointsOf(above).length > 0)) {
                return;
            }
            const sites = expecting(hierarchy, site, [root]);
            const report = {
                at: { of: site, part: 'name' },
                because: () => synchronizationStartsBelow(hierarchy, site, [root]),
                related: [{ of: activeUpdatePointOf(root)!, part: 'state', message: `The highest active software update point, at ${root.code}` }],
                fixes: () => [synchronizeAbove(hierarchy, site, [root])]
            };
            const clients = withoutScans(site);
            if (sites.length > 0) {
                context.report('expected', { ...report, args: { central: site.code, sites: namesOf(sites.map(({ code }) => code), 'site'), clients } });
            } else {
                context.report('below', { ...report, args: { central: site.code, root: root.code, clients } });
            }
        }
    }
});
