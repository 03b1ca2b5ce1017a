import { listOf, missingCertificateNames, rolesOn, type SoftwareUpdatePoint, usesSsl } from '@sup/model';
import { setProperty } from '../../edits/edit.js';
import { quoteString } from '../../../syntax/parser/value-converter.js';
import { holdsRole } from '../../explain/facts/roles.js';
import { statesSsl } from '../../explain/facts/wsus.js';
import { defineRule } from '../../define-rule.js';
import type { Place } from '../../../syntax/place.js';

export default defineRule({
    id: 'ssl-certificate-name-mismatch',
    since: '0.1.0',
    summary: 'The certificate of a WSUS web site contains the names of its software update point.',
    category: 'wsus',
    reach: 'segment',
    sources: ['Troubleshoot Software Update Scan Failures (later releases)', 'Certificate Requirements for Native Mode'],
    messages: {
        missing: ({ server, names }: { server: string; names: readonly string[] }) => ({
            what: `The certificate of the WSUS web site on ${server} does not contain ${listOf(names)}.`,
            why: 'Clients and the site server connect under this name over SSL, and reject a certificate that does not contain it. A server for the Internet needs its intranet name too, under which the site server connects.',
            todo: 'Plan a certificate with all names of the software update point.'
        })
    },
    severities: {
        missing: { severity: 'warning', because: 'The documentation of later releases states which names are needed.' }
    },
    fixable: 'quickfix',
    checks: {
        wsus(wsus, context) {
            const { server, certificateNames } = wsus;
            const points = certificateNames ? rolesOn(server).filter(point => point.state !== 'inactive' && usesSsl(point) !== false) : [];
            const missing = [...new Set(points.flatMap(point => missingCertificateNames(point, wsus)))];
            if (missing.length > 0) {
                context.report('missing', {
                    at: { of: wsus, part: 'certificate names' },
                    args: { server: server.name, names: missing },
                    because: () => [
                        ...points.flatMap(point => [...holdsRole(point, server), statesSsl(point)]),
                        ...missing.map(name => ({ text: `Computers connect to ${name}.`, at: placeOf(points, name) })),
                        { text: `The certificate of WSUS on ${server.name} is for ${listOf(certificateNames!)}.`, at: { of: wsus, part: 'certificate names' } },
                        { text: 'The subject or the alternative names of the certificate contain the name that is used to connect.', source: 'Troubleshoot Software Update Scan Failures (later releases)' }
                    ],
                    related: points.map(point => ({ of: point.host, part: 'fqdn', message: `The names of ${point.host.name}` })),
                    fixes: () => [{
                        title: `Plan ${listOf(missing)} in the certificate`,
                        edits: [setProperty(wsus, 'certificate names', [...certificateNames!, ...missing].map(quoteString).join(', '))]
                    }]
                });
            }
        }
    }
});

/** Where the plan states a name of one of the roles. */
function placeOf(points: readonly SoftwareUpdatePoint[], name: string): Place {
    const host = points.map(point => point.host).find(each => each.fqdn === name || each.internetFqdn === name)!;
    return { of: host, part: host.fqdn === name ? 'fqdn' : 'internet fqdn' };
}
