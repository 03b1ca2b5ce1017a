import { activeUpdatePointOf, addressOf, type Hierarchy, internetUpdatePointsOf, parentOf, portsOf, type Site, type SoftwareUpdatePoint, usesSsl, wsusOf } from '@sup/model';
import { setProperty, type Target, unsetProperty } from '../edits/edit.js';
import { quote } from '../parser/value-converter.js';
import { defineRule, type RuleContext } from '../shelf/define-rule.js';

const messages = {
    differs: ({ url, expected, whose }: { url: string; expected: string; whose: string }) => ({
        what: `Group Policy gives clients ${url}, but ${whose} is ${expected}.`,
        why: 'The policy of a domain wins over what Configuration Manager sets on its clients, so unless both name the same address, with the same form of the name and the same port, these clients fail to scan.',
        todo: 'Let Group Policy name this address, or take the setting out of Group Policy.'
    })
};

export default defineRule({
    id: 'gpo-wsus-url-conflict',
    since: '0.1.0',
    summary: 'A Group Policy that sets the update service names the software update point that the clients use.',
    category: 'clients',
    reach: 'name',
    sources: ['Troubleshooting Software Updates: Group Policy Settings', 'Troubleshoot Software Update Scan Failures (later releases)'],
    messages,
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            compare(context, site, 'group policy', site.groupPolicy, usedBy(context.hierarchy, site), addressOf);
        },
        clientGroup(group, context) {
            const { site } = group;
            const internet = internetUpdatePointsOf(site)[0] ?? activeUpdatePointOf(site);
            if (group.on === 'internet') {
                compare(context, group, 'policy', group.policy, internet, host => host.internetFqdn);
            } else {
                compare(context, group, 'policy', group.policy, usedBy(context.hierarchy, site), addressOf);
            }
        }
    }
});

/** The software update point that intranet clients of a site use: a secondary site without one falls back on its parent's. */
function usedBy(hierarchy: Hierarchy, site: Site): SoftwareUpdatePoint | undefined {
    const parent = site.kind === 'secondary' ? parentOf(hierarchy, site) : undefined;
    return activeUpdatePointOf(site) ?? (parent && activeUpdatePointOf(parent));
}

/** Compares only where the plan says what the right address is: nothing is assumed about ports. */
function compare(
    context: RuleContext<typeof messages>, target: Target, key: string, url: string | undefined,
    point: SoftwareUpdatePoint | undefined, nameOf: (host: SoftwareUpdatePoint['host']) => string | undefined
): void {
    const name = point && nameOf(point.host);
    if (url === undefined || !point || !name || !(point.ports ?? wsusOf(point)?.ports)) {
        return;
    }
    const ports = portsOf(point);
    const ssl = usesSsl(point) === true && ports.https !== undefined;
    const expected = `${ssl ? 'https' : 'http'}://${name}:${ssl ? ports.https : ports.http}`;
    if (withPort(url) === withPort(expected)) {
        return;
    }
    context.report('differs', {
        at: { of: target, part: key },
        args: { url, expected, whose: `the software update point that they use, on ${point.host.name},` },
        related: [{ of: point, message: `The software update point that these clients use: ${expected}` }],
        fixes: () => [
            { title: `Let Group Policy name ${expected}`, edits: [setProperty(target, key, quote(expected))] },
            { title: 'Take the setting out of Group Policy', edits: [unsetProperty(target, key)] }
        ]
    });
}

/** An address in one form: lower case, with its port, without a slash at the end. */
function withPort(url: string): string {
    const [, scheme, host, port] = /^(https?):\/\/([^/:\s]+)(?::([0-9]+))?\/?$/i.exec(url.trim()) ?? [];
    return scheme && host ? `${scheme}://${host}:${port ?? (scheme.toLowerCase() === 'https' ? '443' : '80')}`.toLowerCase() : url;
}
