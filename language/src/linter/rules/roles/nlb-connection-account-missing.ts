import { isBalanced } from '@sup/model';
import { setProperty } from '../../edits/edit.js';
import { suggestedAccounts } from '../../edits/suggested-names.js';
import { quoteString } from '../../../syntax/parser/value-converter.js';
import { hasNodes, hasRole } from '../../explain/facts/roles.js';
import { defineRule } from '../../define-rule.js';
import { isWritten } from '../../../analysis/unreadable.js';

export default defineRule({
    id: 'nlb-connection-account-missing',
    since: '0.1.0',
    summary: 'A software update point on a network load balancing cluster has a connection account.',
    category: 'roles',
    reach: 'segment',
    sources: ['How to Configure the Active Software Update Point to Use Network Load Balancing', 'About the Software Update Point Connection Account'],
    messages: {
        missing: ({ cluster }: { cluster: string }) => ({
            what: `The software update point on the cluster ${cluster} has no connection account.`,
            why: 'The site server connects to the WSUS servers of a network load balancing cluster with a domain account that is an administrator of each node, not with its computer account.',
            todo: 'Plan the Software Update Point Connection Account with `account`.'
        })
    },
    fixable: 'suggestion',
    checks: {
        updatePoint(point, context) {
            const { host } = point;
            if (host.element === 'cluster' && isBalanced(host) && !isWritten(point, 'account')) {
                context.report('missing', {
                    at: { of: point },
                    args: { cluster: host.name },
                    because: () => [
                        hasRole(point), hasNodes(host),
                        { text: `The site server connects to the WSUS servers of a cluster with the Software Update Point Connection account.`, source: 'How to Configure the Active Software Update Point to Use Network Load Balancing' },
                        { text: `The plan of the software update point on ${host.name} has no account.`, at: { of: point } }
                    ],
                    fixes: () => suggestedAccounts(host.site).map(account => ({ title: `Connect with the account ${account}`, edits: [setProperty(point, 'account', quoteString(account))] }))
                });
            }
        }
    }
});
