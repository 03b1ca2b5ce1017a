import { lacksOnlyPort } from '@sup/model';
import { defineRule } from '../../define-rule.js';
import { conflictReport, policyConflictsOf } from '../../rule-helpers/policy-conflicts.js';
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
            for (const conflict of policyConflictsOf(context.hierarchy, site)) {
                const { written, address } = conflict;
                if (lacksOnlyPort(written, address)) {
                    context.report('missing', { ...conflictReport(site, conflict), args: { url: written, expected: address } });
                }
            }
        }
    }
});
