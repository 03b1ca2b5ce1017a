import { type Hierarchy, modeOf, nearestPrimaryAncestor, serversOf, type Site, sitesToSwitch, updatePointsOf } from '@sup/model';
import { requireSsl } from '../../edits/ssl-edits.js';
import { switchMode } from '../../edits/site-edits.js';
import { hasRole } from '../../explain/facts/roles.js';
import { hasMode } from '../../explain/facts/modes.js';
import { statesSsl, statesSslOfWsus } from '../../explain/facts/wsus.js';
import { defineRule } from '../../define-rule.js';
import { lackOfSsl } from '../../rule-helpers/lack-of-ssl.js';

export default defineRule({
    id: 'native-sup-without-ssl',
    since: '0.1.0',
    summary: 'The software update points of a site in native mode use SSL.',
    category: 'wsus',
    reach: 'graph',
    sources: ['How to Configure the WSUS Web Site to Use SSL', 'About Ports Used by Software Updates'],
    messages: {
        off: ({ site, host, derived }: { site: string; host: string; derived: boolean }) => ({
            what: `The software update point on ${host} does not use SSL, but ${site} is in native mode${derived ? ', as its parent is' : ''}.`,
            why: 'In native mode, clients and sites connect to the software update point over SSL only.',
            todo: 'Plan SSL for the role and for its WSUS server.'
        }),
        unstated: ({ site, host, derived }: { site: string; host: string; derived: boolean }) => ({
            what: `The plan does not say that the software update point on ${host} uses SSL, but ${site} is in native mode${derived ? ', as its parent is' : ''}.`,
            why: 'Native mode requires SSL, and an administrator has to configure it for WSUS in IIS.',
            todo: 'Plan SSL for the role and for its WSUS server.'
        })
    },
    fixable: 'quickfix',
    checks: {
        updatePoint(point, context) {
            const { hierarchy } = context;
            const { host } = point;
            const { site } = host;
            const lack = lackOfSsl(point);
            if (!lack || point.state === 'inactive' || (point.state === 'internet' && site.kind === 'secondary') || modeOf(hierarchy, site) !== 'native') {
                return;
            }
            const derived = site.kind === 'secondary';
            const setsMode = derived ? nearestPrimaryAncestor(hierarchy, site) : site;
            context.report(lack, {
                at: { of: point, part: 'ssl' },
                args: { site: site.code, host: host.name, derived },
                because: () => [
                    hasRole(point),
                    ...hasMode(hierarchy, site),
                    { text: 'In native mode, WSUS must use SSL.', source: 'How to Configure the WSUS Web Site to Use SSL' },
                    ...point.ssl === undefined && host.element === 'cluster' ? serversOf(point).flatMap(({ wsus }) => wsus ? statesSslOfWsus(wsus) : []) : [statesSsl(point)]
                ],
                related: setsMode ? [{ of: setsMode, part: 'mode', message: `${setsMode.code} is in native mode` }] : [],
                fixes: () => [
                    { title: `Use SSL for the software update point on ${host.name}`, edits: requireSsl(hierarchy, point), completes: true },
                    ...(derived || needsNative(hierarchy, site) ? [] : [switchMode(hierarchy, site, 'mixed')])
                ]
            });
        }
    }
});

/** Whether Internet clients are planned at the site, or at a site that would have to switch to mixed mode with it. */
function needsNative(hierarchy: Hierarchy, site: Site): boolean {
    return sitesToSwitch(hierarchy, site, 'mixed').flatMap(updatePointsOf).some(({ state, accepts }) => state === 'internet' || accepts?.includes('internet'));
}
