import { lacksOnlyPort } from '@sup/model';
import { setProperty, unsetProperty } from '../../edits/edit.js';
import { quoteString } from '../../../syntax/parser/value-converter.js';
import { usesRole } from '../../explain/facts/roles.js';
import { statesSsl, usesPorts } from '../../explain/facts/wsus.js';
import { defineRule } from '../../define-rule.js';
import { policyConflictsOf } from '../../rule-helpers/policy-conflicts.js';
import { inCode } from '../../../syntax/tree/characters.js';

export default defineRule({
    id: 'group-policy-port-missing',
    since: '0.1.0',
    summary: 'If Group Policy sets the update service address, the address has a port, even the default one.',
    category: 'clients',
    reach: 'name',
    sources: ['Troubleshooting Software Updates: Group Policy Settings', 'Knowledge Base article 3090184'],
    messages: {
        missing: ({ url, expected }: { url: string; expected: string }) => ({
            what: `Group Policy gives clients ${inCode(url)} without a port.`,
            why: `Clients compare the address with the one that they would set themselves, ${inCode(expected)}, which always has a port. If the two differ in any character, the domain policy counts as a conflict, and these clients fail to scan.`,
            todo: 'Write the port.'
        })
    },
    severities: {
        missing: { severity: 'warning', because: 'The comparison with the port is described for single cases, not in the documentation of this release.' }
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            for (const { target, key, written, address, point } of policyConflictsOf(context.hierarchy, site)) {
                if (lacksOnlyPort(written, address)) {
                    context.report('missing', {
                        at: { of: target, part: key },
                        args: { url: written, expected: address },
                        because: () => [
                            ...usesRole(site, point),
                            usesPorts(point),
                            statesSsl(point),
                            { text: `Group Policy gives these clients the address ${written}.`, at: { of: target, part: key } }
                        ],
                        related: [{ of: point, part: 'state', message: `The software update point that these clients use: ${address}` }],
                        fixes: () => [
                            { title: `Set the Group Policy address to ${address}`, edits: [setProperty(target, key, quoteString(address))] },
                            { title: 'Remove the setting from Group Policy', edits: [unsetProperty(target, key)] }
                        ]
                    });
                }
            }
        }
    }
});
