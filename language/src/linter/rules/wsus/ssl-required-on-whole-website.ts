import { requireSslOn } from '../../edits/ssl-edits.js';
import { listOf, releaseFacts } from '@sup/model';
import { statesSslOfWsus } from '../../explain/facts/wsus.js';
import { defineRule } from '../../define-rule.js';

export default defineRule({
    id: 'ssl-required-on-whole-website',
    since: '0.1.0',
    summary: 'SSL is not required on the whole web site of WSUS.',
    category: 'wsus',
    reach: 'segment',
    sources: ['Troubleshoot Software Update Scan Failures (later releases)', 'How to Configure the WSUS Web Site to Use SSL'],
    messages: {
        whole: ({ server }: { server: string }) => ({
            what: `SSL is required on the whole web site of WSUS on ${server}.`,
            why: 'WSUS uses SSL for metadata only; if the whole web site requires it, update files and license terms cannot be downloaded.',
            todo: 'Require SSL only on the five virtual directories that need it.'
        })
    },
    fixable: 'quickfix',
    checks: {
        wsus(wsus, context) {
            if (wsus.ssl === 'website') {
                context.report('whole', {
                    at: { of: wsus, part: 'ssl' },
                    args: { server: wsus.server.name },
                    because: () => [
                        statesSslOfWsus(wsus),
                        { text: 'Clients download update files and license terms from WSUS over HTTP, even if it uses SSL for metadata.', source: 'Troubleshoot Software Update Scan Failures (later releases)' },
                        { text: `SSL is required on five virtual directories only: ${listOf(releaseFacts.sslVirtualDirectories)}.`, source: 'How to Configure the WSUS Web Site to Use SSL' }
                    ],
                    fixes: () => [{ title: 'Require SSL only on the virtual directories that need it', edits: requireSslOn(wsus) }]
                });
            }
        }
    }
});
