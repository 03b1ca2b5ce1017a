import { activeUpdatePointsOf, type Hierarchy, isOlder, type Server, serversOf, soundParentOf, whyUnsupported } from '@sup/model';
import { setHead, setProperty } from '../../edits/edit.js';
import { soundWsusVersion } from '../../edits/role-edits.js';
import { quoteString } from '../../../syntax/parser/value-converter.js';
import { defineRule, type Fix } from '../../define-rule.js';
import { mustServerBecomeNewer } from '../../rule-helpers/old-wsus.js';

export default defineRule({
    id: 'os-unsupported-for-wsus',
    since: '0.1.0',
    summary: 'WSUS runs on an operating system that its version supports.',
    category: 'wsus',
    reach: 'graph',
    sources: ['Release Notes for Windows Server Update Services 3.0', 'Release Notes for Windows Server Update Services 3.0 SP2'],
    messages: {
        system: ({ server, os }: { server: string; os: string }) => ({
            what: `WSUS is planned on ${server}, which has ${os}.`,
            why: 'WSUS 3.0 needs Windows Server 2003 with SP1, or a later Windows Server.',
            todo: 'Plan a supported operating system, or WSUS on another server.'
        }),
        servicePack: ({ server, os, version }: { server: string; os: string; version: string }) => ({
            what: `WSUS ${version} is planned on ${server}, which has ${os}.`,
            why: `On Windows Server 2003, WSUS ${version} needs SP2.`,
            todo: 'Plan SP2 of Windows Server 2003, or a later Windows Server.'
        }),
        wsus: ({ server, os, version }: { server: string; os: string; version: string }) => ({
            what: `WSUS ${version} is planned on ${server}, which has ${os}.`,
            why: `Only WSUS ${soundWsusVersion} names this operating system as supported; whether an older version works there has not been confirmed.`,
            todo: `Plan WSUS ${soundWsusVersion}, or Windows Server 2008.`
        })
    },
    severities: {
        system: { severity: 'warning', because: 'The operating system is free text, which the rule may misread.' },
        servicePack: { severity: 'warning', because: 'The operating system is free text, which the rule may misread.' },
        wsus: { severity: 'hint', because: 'No document that we know of excludes it.' }
    },
    fixable: 'suggestion',
    checks: {
        wsus(wsus, context) {
            const { server, version } = wsus;
            const { os } = server;
            const reason = os === undefined ? undefined : whyUnsupported(os, version);
            if (os === undefined || !reason) {
                return;
            }
            const at = { of: server, part: 'os' };
            const related = [{ of: wsus, part: 'version', message: `WSUS on ${server.name}` }];
            const newer = [planSystem(server, 'Windows Server 2008')];
            if (reason === 'system') {
                context.report('system', { at, args: { server: server.name, os }, related, fixes: () => newer });
            } else if (reason === 'service pack') {
                context.report('servicePack', { at, args: { server: server.name, os, version: version! }, related, fixes: () => [planSystem(server, 'Windows Server 2003 SP2'), ...newer] });
            } else if (!mustServerBecomeNewer(context.hierarchy, server)) {
                context.report('wsus', { at, args: { server: server.name, os, version: version! }, related, fixes: () => [...upgrade(context.hierarchy, server), ...newer] });
            }
        }
    }
});

function planSystem(server: Server, os: string): Fix {
    return { title: `Plan ${os} on ${server.name}`, edits: [setProperty(server, 'os', quoteString(os))] };
}

/** Plans the newest WSUS, unless a server that this one may synchronize from is older. */
function upgrade(hierarchy: Hierarchy, server: Server): readonly Fix[] {
    const parent = soundParentOf(hierarchy, server.site);
    const above = [...(parent ? activeUpdatePointsOf(parent) : []), ...activeUpdatePointsOf(server.site)].flatMap(serversOf);
    const isOlderAbove = above.some(({ wsus }) => wsus && wsus !== server.wsus && wsus.version !== undefined && isOlder(wsus.version, soundWsusVersion));
    return isOlderAbove || !server.wsus ? [] : [{ title: `Plan WSUS ${soundWsusVersion} on ${server.name}`, edits: [setHead(server.wsus, 'version', soundWsusVersion)] }];
}
