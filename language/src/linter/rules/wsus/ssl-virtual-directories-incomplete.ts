import { isUnknown, listOf, releaseFacts, sslDirectoryDifferences } from '@sup/model';
import { setProperty } from '../../edits/edit.js';
import { sslDirectoriesText } from '../../edits/ssl-edits.js';
import { statesSslOfWsus } from '../../explain/facts/wsus.js';
import { defineRule } from '../../define-rule.js';

export default defineRule({
    id: 'ssl-virtual-directories-incomplete',
    since: '0.1.0',
    summary: 'SSL is required on the five virtual directories of WSUS that need it, and on no others.',
    category: 'wsus',
    reach: 'segment',
    sources: ['How to Configure the WSUS Web Site to Use SSL', 'Security best practices for Windows Server Update Services (WSUS)'],
    messages: {
        differ: ({ server, missing, surplus }: { server: string; missing: readonly string[]; surplus: readonly string[] }) => ({
            what: `The virtual directories of WSUS on ${server} that require SSL ${[
                ...(missing.length > 0 ? [`lack ${listOf(missing)}`] : []),
                ...(surplus.length > 0 ? [`include ${listOf(surplus)}`] : [])
            ].join(' and ')}.`,
            why: 'Clients, other WSUS servers and the site server use exactly five virtual directories over SSL; WSUS serves everything else, such as update files and license terms, without it.',
            todo: 'List the five virtual directories.'
        })
    },
    fixable: 'quickfix',
    checks: {
        wsus(wsus, context) {
            const { missing, surplus } = sslDirectoryDifferences(wsus);
            // `ssl-required-on-whole-website` reports SSL on all directories.
            if (missing.length + surplus.length === 0 || wsus.ssl === 'off' || wsus.ssl === 'website' || isUnknown(wsus, 'ssl')) {
                return;
            }
            const only = missing.length === 0 && surplus.length === 1 ? surplus[0]! : undefined;
            context.report('differ', {
                at: { of: wsus, part: 'virtual directories', index: only === undefined ? undefined : wsus.virtualDirectories!.indexOf(only) },
                args: { server: wsus.server.name, missing, surplus },
                because: () => [
                    ...wsus.ssl === undefined ? [] : [statesSslOfWsus(wsus)],
                    { text: `SSL is planned on ${listOf(wsus.virtualDirectories!)}.`, at: { of: wsus, part: 'virtual directories' } },
                    { text: `SSL is required on ${listOf(releaseFacts.sslVirtualDirectories)}, and on no others.`, source: 'How to Configure the WSUS Web Site to Use SSL' }
                ],
                fixes: () => [{ title: `Require SSL on ${listOf(releaseFacts.sslVirtualDirectories)}`, edits: [setProperty(wsus, 'virtual directories', sslDirectoriesText)] }]
            });
        }
    }
});
