import { activeUpdatePointsOf, clientsOf, counted, defaultWebSitePorts, type Hierarchy, internetUpdatePointsOf, isPrimarySite, modeOf, type Site, type SoftwareUpdatePoint, updatePointsOf } from '@sup/model';
import { insertStatement, setProperty } from '../../edits/edit.js';
import { freeServerName, roleLine, wsusLines } from '../../edits/role-edits.js';
import { switchMode } from '../../edits/site-edits.js';
import { nameOnInternet, suggestedInternetFqdn } from '../../edits/suggested-names.js';
import { versionBelow } from '../../edits/wsus-edits.js';
import { quoteString } from '../../../syntax/parser/value-converter.js';
import { statesClients } from '../../explain/facts/sites.js';
import { acceptsClients, hasRole } from '../../explain/facts/roles.js';
import { hasMode } from '../../explain/facts/modes.js';
import { defineRule, type Fix } from '../../define-rule.js';
import { hasUnreadableState, isWritten } from '../../../analysis/unreadable.js';
import type { Place } from '../../../syntax/place.js';

export default defineRule({
    id: 'internet-clients-without-sup',
    since: '0.1.0',
    summary: 'A site with clients on the Internet has a software update point that accepts them.',
    category: 'coverage',
    reach: 'segment',
    sources: ['Software Update Point Component Properties: Internet-Based Tab', 'Overview of Internet-Based Client Management'],
    messages: {
        none: ({ site, count, mixed }: { site: string; count: number; mixed: boolean }) => ({
            what: `${site} has ${counted(count, 'client')} on the Internet, but no software update point that accepts them.`,
            why: 'On the Internet, clients use only the site systems that their assigned site provides there; without such a software update point they do not scan, and their state stays unknown.',
            todo: `${mixed ? `Set ${site} to native mode, which Internet-based client management requires, and make` : 'Make'} the active software update point accept them, or plan an Internet-based one.`
        })
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const { internet: count } = clientsOf(site);
            const [point, ...others] = activeUpdatePointsOf(site);
            // Without an active software update point no client can scan, and with several, one may be meant for the Internet; other rules report that.
            if (count === 0 || !isPrimarySite(site) || !point || others.length > 0 || internetUpdatePointsOf(site).length > 0 || updatePointsOf(site).some(mayAccept)) {
                return;
            }
            const mixed = modeOf(context.hierarchy, site) === 'mixed';
            context.report('none', {
                at: placeOfClients(site),
                args: { site: site.code, count, mixed },
                because: () => [
                    statesClients(site),
                    hasRole(point),
                    acceptsClients(point),
                    { text: `${site.code} has no Internet-based software update point.`, at: { of: site } },
                    ...mixed ? hasMode(context.hierarchy, site) : []
                ],
                related: [{ of: point, part: 'state', message: `The active software update point of ${site.code} serves the intranet only` }],
                fixes: () => [
                    ...(mixed ? [] : [{
                        title: `Make the software update point on ${point.host.name} accept clients from the Internet`,
                        edits: [setProperty(point, 'accepts', 'intranet, internet'), ...nameOnInternet(point.host)]
                    }]),
                    addServer(context.hierarchy, site, mixed)
                ]
            });
        }
    }
});

/** Whether a role accepts clients from the Internet, or may be meant to. */
function mayAccept(point: SoftwareUpdatePoint): boolean {
    const isOpen = point.accepts ? point.accepts.includes('internet') : isWritten(point, 'accepts');
    return hasUnreadableState(point) || (point.state === 'active' && isOpen);
}

/** The place of the number of Internet clients: in the site, or in its first group of such clients. */
function placeOfClients(site: Site): Place {
    const group = site.clientGroups.find(each => each.on === 'internet' && each.count);
    return site.clients?.internet || !group ? { of: site, part: 'clients' } : { of: group, part: 'on' };
}

function addServer(hierarchy: Hierarchy, site: Site, isMixed: boolean): Fix {
    const name = freeServerName(hierarchy, site, 'DMZ');
    const version = versionBelow(hierarchy, activeUpdatePointsOf(site)[0], site);
    const lines = [`internet fqdn: ${quoteString(suggestedInternetFqdn(site))}`, ...wsusLines(site, true, defaultWebSitePorts, version), roleLine('internet', true)].map(line => `  ${line}`);
    const add = insertStatement(site, `server ${name} {`, ...lines, '}');
    const what = `a server ${name} with WSUS and an Internet-based software update point`;
    return isMixed
        ? { title: `Set ${site.code} to native mode and add ${what}`, edits: [...switchMode(hierarchy, site, 'native').edits, add] }
        : { title: `Add ${what}`, edits: [add] };
}
