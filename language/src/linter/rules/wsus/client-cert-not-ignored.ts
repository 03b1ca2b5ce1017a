import { rolesOn } from '@sup/model';
import { setProperty } from '../../edits/edit.js';
import { holdsRole } from '../../explain/facts/roles.js';
import { defineRule } from '../../define-rule.js';

export default defineRule({
    id: 'client-cert-not-ignored',
    since: '0.1.0',
    summary: 'The virtual directories of WSUS ignore client certificates.',
    category: 'wsus',
    reach: 'segment',
    sources: ['Troubleshoot Software Update Scan Failures (later releases)'],
    messages: {
        notIgnored: ({ server, setting }: { server: string; setting: string }) => ({
            what: `The virtual directories of WSUS on ${server} ${setting} client certificates.`,
            why: 'Clients do not present a certificate to WSUS, so their scans fail with the error 0x80072f0c.',
            todo: 'Ignore client certificates.'
        })
    },
    fixable: 'quickfix',
    checks: {
        wsus(wsus, context) {
            const { server, clientCertificates } = wsus;
            if (clientCertificates !== undefined && clientCertificates !== 'ignore' && rolesOn(server).length > 0) {
                context.report('notIgnored', {
                    at: { of: wsus, part: 'client certificates' },
                    args: { server: server.name, setting: clientCertificates },
                    because: () => [
                        ...rolesOn(server).flatMap(point => holdsRole(point, server)),
                        { text: `The virtual directories of WSUS on ${server.name} ${clientCertificates} client certificates.`, at: { of: wsus, part: 'client certificates' } },
                        { text: 'If they do not ignore client certificates, scans fail with the error 0x80072f0c.', source: 'Troubleshoot Software Update Scan Failures (later releases)' }
                    ],
                    fixes: () => [{ title: 'Ignore client certificates', edits: [setProperty(wsus, 'client certificates', 'ignore')] }]
                });
            }
        }
    }
});
