import { removeStatement, setProperty } from '../../edits/edit.js';
import { nameInDomain, plannedProxies } from '../../edits/suggested-names.js';
import { quoteString } from '../../../syntax/parser/value-converter.js';
import { defineRule } from '../../define-rule.js';
import { isWritten } from '../../../analysis/unreadable.js';

export default defineRule({
    id: 'proxy-without-host',
    since: '0.1.0',
    summary: 'A planned proxy server has a name.',
    category: 'synchronization',
    reach: 'segment',
    sources: ['Troubleshooting Software Updates Synchronization', 'Add-CMSoftwareUpdatePoint: WSUS Control Manager failed to configure proxy settings (a case of a later release, 2019)'],
    messages: {
        noHost: ({ host }: { host: string }) => ({
            what: `The software update point on ${host} is planned to use a proxy server, but the plan does not name it.`,
            why: 'Without a name, WSUS Control Manager cannot write the proxy settings of WSUS, and WSUS does not reach its source.',
            todo: 'Name the proxy server with `host`, or remove `proxy`.'
        })
    },
    fixable: 'suggestion',
    checks: {
        updatePoint(point, context) {
            const { proxy, host } = point;
            if (!proxy || proxy.host?.trim() || (proxy.host === undefined && isWritten(proxy, 'host'))) {
                return;
            }
            context.report('noHost', {
                at: { of: proxy, part: 'host' },
                args: { host: host.name },
                fixes: () => {
                    const known = plannedProxies(context.hierarchy, host.site);
                    const names = known.length > 0 ? known : [nameInDomain(host.site, 'proxy')];
                    return [
                        ...names.map(name => ({ title: `Use the proxy server ${name}`, edits: [setProperty(proxy, 'host', quoteString(name))] })),
                        { title: 'Use no proxy server', edits: [removeStatement(proxy)] }
                    ];
                }
            });
        }
    }
});
