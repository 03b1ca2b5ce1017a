import { modeOf, usesSsl } from '@sup/model';
import { requireSsl } from '../edits/role-edits.js';
import { switchMode } from '../edits/site-edits.js';
import { defineRule } from '../shelf/define-rule.js';

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
            why: 'In native mode clients and sites talk to the software update point over SSL only.',
            todo: 'Plan it with SSL, on the role and on its WSUS server.'
        }),
        unsaid: ({ site, host, derived }: { site: string; host: string; derived: boolean }) => ({
            what: `Nothing says that the software update point on ${host} uses SSL, but ${site} is in native mode${derived ? ', as its parent is' : ''}.`,
            why: 'Native mode requires it, and WSUS has to be set up for it in IIS by hand.',
            todo: 'Plan it with SSL, on the role and on its WSUS server.'
        })
    },
    fixable: 'suggestion',
    checks: {
        updatePoint(point, context) {
            const { host } = point;
            const { site } = host;
            const ssl = usesSsl(point);
            if (point.state === 'inactive' || ssl === true || modeOf(context.hierarchy, site) !== 'native') {
                return;
            }
            const derived = site.kind === 'secondary';
            context.report(ssl === false ? 'off' : 'unsaid', {
                at: { of: point, part: 'ssl' },
                args: { site: site.code, host: host.name, derived },
                related: derived ? [] : [{ of: site, part: 'mode', message: `${site.code} is in native mode` }],
                fixes: () => [
                    { title: `Let the software update point on ${host.name} use SSL`, edits: requireSsl(point) },
                    ...(derived ? [] : [switchMode(context.hierarchy, site, 'mixed')])
                ]
            });
        }
    }
});
