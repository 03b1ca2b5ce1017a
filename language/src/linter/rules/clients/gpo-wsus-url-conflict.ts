import { lacksOnlyPort } from '@sup/model';
import { setProperty, unsetProperty } from '../../edits/edit.js';
import { quoteString } from '../../../syntax/parser/value-converter.js';
import { usesRole } from '../../explain/facts/roles.js';
import { statesSsl, usesPorts } from '../../explain/facts/wsus.js';
import { defineRule } from '../../define-rule.js';
import { policyConflictsOf } from '../../rule-helpers/policy-conflicts.js';
import { inCode } from '../../../syntax/tree/characters.js';

export default defineRule({
    id: 'gpo-wsus-url-conflict',
    since: '0.1.0',
    summary: 'If Group Policy sets the update service address, the address is that of the software update point that the clients use.',
    category: 'clients',
    reach: 'name',
    sources: ['Troubleshooting Software Updates: Group Policy Settings', 'Troubleshoot Software Update Scan Failures (later releases)'],
    messages: {
        differs: ({ url, expected, host }: { url: string; expected: string; host: string }) => ({
            what: `Group Policy gives clients ${inCode(url)}, but the software update point that they use, on ${host}, has the address ${inCode(expected)}.`,
            why: 'A domain policy overrides the setting that Configuration Manager makes on its clients, so unless both have the same address, with the same form of the server name and the same port, these clients fail to scan.',
            todo: 'Set this address in Group Policy, or remove the setting from Group Policy.'
        })
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            for (const { target, key, written, address, point } of policyConflictsOf(context.hierarchy, site)) {
                // `group-policy-port-missing` reports an address that lacks only the default port.
                if (!lacksOnlyPort(written, address)) {
                    context.report('differs', {
                        at: { of: target, part: key },
                        args: { url: written, expected: address, host: point.host.name },
                        because: () => [
                            ...usesRole(site, point),
                            usesPorts(point),
                            statesSsl(point),
                            { text: `Group Policy gives these clients the address ${written}.`, at: { of: target, part: key } }
                        ],
                        related: [{ of: point, part: 'state', message: `The software update point that these clients use: ${address}` }],
                        fixes: () => [
                            { title: `Set the Group Policy address to ${address}`, edits: [setProperty(target, key, quoteString(address))], completes: true },
                            { title: 'Remove the setting from Group Policy', edits: [unsetProperty(target, key)] }
                        ]
                    });
                }
            }
        }
    }
});
