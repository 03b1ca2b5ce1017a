import { setProperty } from '../../edits/edit.js';
import { suggestedProxyAccounts } from '../../edits/suggested-names.js';
import { quoteString } from '../../../syntax/parser/value-converter.js';
import { defineRule } from '../../define-rule.js';
import { isWritten } from '../../../analysis/unreadable.js';

export default defineRule({
    id: 'proxy-auth-without-account',
    since: '0.1.0',
    summary: 'The plan has an account for a proxy server that requires authentication.',
    category: 'synchronization',
    reach: 'segment',
    sources: ['About the Software Update Point Proxy Server Account', 'Troubleshooting Software Updates Synchronization'],
    messages: {
        noAccount: ({ host }: { host: string }) => ({
            what: `The proxy server of the software update point on ${host} requires authentication, but the plan has no account for it.`,
            why: 'The proxy server then rejects the connections to the source (HTTP error 407), and synchronization fails.',
            todo: 'Plan the Software Update Point Proxy Server Account with `account`.'
        })
    },
    severities: {
        noAccount: { severity: 'warning', because: 'The proxy server may let the computer through by other means.' }
    },
    fixable: 'suggestion',
    checks: {
        updatePoint(point, context) {
            const { proxy, host } = point;
            if (proxy?.authentication === true && !isWritten(proxy, 'account')) {
                context.report('noAccount', {
                    at: { of: proxy, part: 'authentication' },
                    args: { host: host.name },
                    fixes: () => [
                        ...suggestedProxyAccounts(host.site).map(account => ({ title: `Use the account ${account}`, edits: [setProperty(proxy, 'account', quoteString(account))] })),
                        { title: 'Plan the proxy server without authentication', edits: [setProperty(proxy, 'authentication', 'no')] }
                    ]
                });
            }
        }
    }
});
