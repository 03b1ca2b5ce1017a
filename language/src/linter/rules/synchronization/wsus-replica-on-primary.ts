import { serversOf } from '@sup/model';
import { unsetProperty } from '../../edits/edit.js';
import { hasKind } from '../../explain/facts/sites.js';
import { statesReplica } from '../../explain/facts/synchronization.js';
import { hasRole } from '../../explain/facts/roles.js';
import { defineRule } from '../../define-rule.js';

export default defineRule({
    id: 'wsus-replica-on-primary',
    since: '0.1.0',
    summary: 'WSUS on the active software update point of a primary site is not a replica.',
    category: 'synchronization',
    reach: 'segment',
    sources: ['Planning for Software Updates (later releases)', 'Troubleshoot Software Update Synchronization (later releases)'],
    messages: {
        replica: ({ server, site }: { server: string; site: string }) => ({
            what: `WSUS on ${server} is planned as a replica, but it is the active software update point of ${site}, a primary site.`,
            why: 'The documentation of later releases says that configuring and synchronizing the software update point fails while WSUS is a replica.',
            todo: 'Remove the property: WSUS is then an autonomous server.'
        })
    },
    fixable: 'quickfix',
    checks: {
        updatePoint(point, context) {
            const { site } = point.host;
            if (point.state !== 'active' || (site.kind !== 'primary' && site.kind !== 'central')) {
                return;
            }
            for (const { name, wsus } of serversOf(point)) {
                if (wsus?.replica === true) {
                    context.report('replica', {
                        at: { of: wsus, part: 'replica' },
                        because: () => [hasKind(site), hasRole(point), statesReplica(wsus)],
                        args: { server: name, site: site.code },
                        fixes: () => [{ title: 'Leave `replica` to Configuration Manager', edits: [unsetProperty(wsus, 'replica')] }]
                    });
                }
            }
        }
    }
});
