import { lacksOnlyPort } from '@sup/model';
import { defineRule } from '../../define-rule.js';
import { conflictReport, policyConflictsOf } from '../../rule-helpers/policy-conflicts.js';
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
            for (const conflict of policyConflictsOf(context.hierarchy, site)) {
                const { written, address, point } = conflict;
                // `group-policy-port-missing` reports an address that lacks only the default port.
                if (!lacksOnlyPort(written, address)) {
                    const report = conflictReport(site, conflict);
                    context.report('differs', {
                        ...report,
                        args: { url: written, expected: address, host: point.host.name },
                        fixes: () => {
                            const [set, remove] = report.fixes();
                            return [{ ...set, completes: true }, remove];
                        }
                    });
                }
            }
        }
    }
});
