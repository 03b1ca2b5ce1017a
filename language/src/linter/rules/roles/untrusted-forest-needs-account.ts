import { isBalanced, serversOf } from '@sup/model';
import { setProperty } from '../../edits/edit.js';
import { accountInForest } from '../../edits/suggested-names.js';
import { quoteString } from '../../../syntax/parser/value-converter.js';
import { holdsRole } from '../../explain/facts/roles.js';
import { defineRule } from '../../define-rule.js';
import { isWritten } from '../../../analysis/unreadable.js';

export default defineRule({
    id: 'untrusted-forest-needs-account',
    since: '0.1.0',
    summary: 'A software update point in a forest without trust has a connection account.',
    category: 'roles',
    reach: 'segment',
    sources: ['About the Software Update Point Connection Account'],
    messages: {
        untrusted: ({ host, server, forest }: { host: string; server: string; forest: string | undefined }) => ({
            what: `${server === host ? `${host} is` : `${server}, a node of ${host}, is`} in ${forest === undefined ? 'a forest' : `the forest ${forest}`} without trust, but the software update point on ${host} has no connection account.`,
            why: 'The computer account of the site server is not known in that forest, so Configuration Manager can neither configure nor synchronize WSUS there.',
            todo: 'Plan the Software Update Point Connection Account with `account`: one of that forest.'
        })
    },
    fixable: 'suggestion',
    checks: {
        updatePoint(point, context) {
            const { host } = point;
            const server = serversOf(point).find(({ trusted }) => trusted === false);
            // `nlb-connection-account-missing` reports clusters.
            if (!server || isWritten(point, 'account') || (host.element === 'cluster' && isBalanced(host))) {
                return;
            }
            const account = accountInForest(server);
            context.report('untrusted', {
                at: { of: point },
                args: { host: host.name, server: server.name, forest: server.forest },
                because: () => [
                    ...holdsRole(point, server),
                    { text: `${server.name} is in ${server.forest === undefined ? 'a forest' : `the forest ${server.forest}`} without trust.`, at: { of: server, part: 'trusted' } },
                    { text: 'A software update point in a forest without trust needs the Software Update Point Connection account.', source: 'About the Software Update Point Connection Account' },
                    { text: `The plan of the software update point on ${host.name} has no account.`, at: { of: point } }
                ],
                related: [{ of: server, part: 'trusted', message: `The forest of ${server.name} is not trusted` }],
                fixes: () => [
                    { title: `Connect with the account ${account}`, edits: [setProperty(point, 'account', quoteString(account))] },
                    { title: `Plan a trust with the forest of ${server.name}`, edits: [setProperty(server, 'trusted', 'yes')] }
                ]
            });
        }
    }
});
