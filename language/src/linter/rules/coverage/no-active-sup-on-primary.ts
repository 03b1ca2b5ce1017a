import { childrenBelowGap, childrenOf, clientsOf, counted, type Hierarchy, isPrimarySite, isSms2003, isTopMissing, isUnknown, mayHaveActiveUpdatePoint, type Site, updatePointsOf } from '@sup/model';
import { activate } from '../../edits/activate.js';
import { statesClients, hasKind } from '../../explain/facts/sites.js';
import { defineRule } from '../../define-rule.js';

export default defineRule({
    id: 'no-active-sup-on-primary',
    since: '0.1.0',
    summary: 'A primary site with clients has a software update point.',
    category: 'coverage',
    reach: 'graph',
    sources: ['About the Software Update Point', 'About Software Updates Compliance'],
    messages: {
        none: ({ site, own, below }: { site: string; own: number; below: number }) => ({
            what: `${site} has no software update point for ${[
                ...(own > 0 ? [`its ${counted(own, 'client')}`] : []),
                ...(below > 0 ? [`${counted(below, 'client')} of its secondary sites`] : [])
            ].join(' and ')}.`,
            why: 'Software updates need a software update point on every primary site; without one, these clients do not scan, and their state stays unknown.',
            todo: `Give ${site} an active software update point.`
        })
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            if (!isPrimarySite(site) || updatePointsOf(site).length > 0 || isUnknown(site, 'release') || isSms2003(site)) {
                return;
            }
            // `sync-root-below-central`, `multiple-sync-roots` and `sup-gap-in-chain` also say what follows for the clients.
            if (isTopMissing(context.hierarchy, site) || childrenBelowGap(context.hierarchy, site).length > 1) {
                return;
            }
            const { intranet, internet } = clientsOf(site);
            const own = intranet + internet;
            const below = clientsBelow(context.hierarchy, site);
            if (own + below > 0) {
                context.report('none', {
                    at: { of: site, part: own > 0 && site.clients ? 'clients' : 'name' },
                    because: () => [
                        hasKind(site),
                        statesClients(site),
                        ...childrenOf(context.hierarchy, site).filter(child => child.kind === 'secondary' && !mayHaveActiveUpdatePoint(child) && clientsOf(child).intranet > 0).map(statesClients),
                        { text: `${site.code} has no software update point.`, at: { of: site } }
                    ],
                    args: { site: site.code, own, below },
                    fixes: () => activate(context.hierarchy, site)
                });
            }
        }
    }
});

/** The number of clients at secondary sites without an active software update point, which would use the one of this site. */
function clientsBelow(hierarchy: Hierarchy, site: Site): number {
    return childrenOf(hierarchy, site)
        .filter(child => child.kind === 'secondary' && !mayHaveActiveUpdatePoint(child))
        .reduce((sum, child) => sum + clientsOf(child).intranet, 0);
}
