import { conflictingAddress, type SoftwareUpdatePoint, usedOnInternet, usedOnIntranet } from '@sup/model';
import { setProperty, unsetProperty } from '../../edits/edit.js';
import { quoteString } from '../../../syntax/parser/value-converter.js';
import { defineRule, type RuleContext } from '../../define-rule.js';
import { inCode } from '../../../syntax/tree/characters.js';
import type { Target } from '../../../syntax/place.js';

const messages = {
    differs: ({ url, expected, host }: { url: string; expected: string; host: string }) => ({
        what: `Group Policy gives clients ${inCode(url)}, but the software update point that they use, on ${host}, has the address ${inCode(expected)}.`,
        why: 'A domain policy overrides the setting that Configuration Manager makes on its clients, so unless both have the same address, with the same form of the server name and the same port, these clients fail to scan.',
        todo: 'Set this address in Group Policy, or remove the setting from Group Policy.'
    })
};

export default defineRule({
    id: 'gpo-wsus-url-conflict',
    since: '0.1.0',
    summary: 'If Group Policy sets the update service address, the address is that of the software update point that the clients use.',
    category: 'clients',
    reach: 'name',
    sources: ['Troubleshooting Software Updates: Group Policy Settings', 'Troubleshoot Software Update Scan Failures (later releases)'],
    messages,
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const points = { intranet: usedOnIntranet(context.hierarchy, site), internet: usedOnInternet(site) };
            compare(context, site, 'group policy', site.groupPolicy, points.intranet, 'intranet');
            for (const group of site.clientGroups) {
                const on = group.on ?? 'intranet';
                compare(context, group, 'policy', group.policy, points[on], on);
            }
        }
    }
});

function compare(
    context: RuleContext<typeof messages>, target: Target, key: string, written: string | undefined,
    point: SoftwareUpdatePoint | undefined, on: 'intranet' | 'internet'
): void {
    const address = written === undefined || !point ? undefined : conflictingAddress(written, point, on);
    if (written === undefined || !point || address === undefined) {
        return;
    }
    context.report('differs', {
        at: { of: target, part: key },
        args: { url: written, expected: address, host: point.host.name },
        related: [{ of: point, part: 'state', message: `The software update point that these clients use: ${address}` }],
        fixes: () => [
            { title: `Set the Group Policy address to ${address}`, edits: [setProperty(target, key, quoteString(address))] },
            { title: 'Remove the setting from Group Policy', edits: [unsetProperty(target, key)] }
        ]
    });
}
