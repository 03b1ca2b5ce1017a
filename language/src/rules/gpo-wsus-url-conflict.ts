import { type Cluster, type Server, type SoftwareUpdatePoint, usedOnInternet, usedOnIntranet, usesSsl, wsusOf } from '@sup/model';
import { setProperty, type Target, unsetProperty } from '../edits/edit.js';
import { quote } from '../parser/value-converter.js';
import { defineRule, type RuleContext } from '../shelf/define-rule.js';
import { shown } from '../syntax/characters.js';

const messages = {
    differs: ({ url, expected, host }: { url: string; expected: string; host: string }) => ({
        what: `Group Policy gives clients ${shown(url)}, but the software update point that they use, on ${host}, has the address ${shown(expected)}.`,
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
            const intranet = usedOnIntranet(context.hierarchy, site);
            const internet = usedOnInternet(site);
            compare(context, site, 'group policy', site.groupPolicy, intranet, nameFor);
            for (const group of site.clientGroups) {
                if (group.on === 'internet') {
                    compare(context, group, 'policy', group.policy, internet, host => host.internetFqdn);
                } else {
                    compare(context, group, 'policy', group.policy, intranet, nameFor);
                }
            }
        }
    }
});

/** A short name may be meant by a full one, where the plan does not say the full one. */
function nameFor(host: Server | Cluster, written: string): string {
    return host.fqdn ?? (written.split('.', 1)[0]!.toLowerCase() === host.name.toLowerCase() ? written : host.name);
}

function compare(
    context: RuleContext<typeof messages>, target: Target, key: string, written: string | undefined,
    point: SoftwareUpdatePoint | undefined, nameOf: (host: Server | Cluster, written: string) => string | undefined
): void {
    const url = readUrl(written ?? '');
    const name = point && nameOf(point.host, url.host);
    const expected = point && name ? addressOf(point, name, url) : undefined;
    if (written === undefined || !point || !expected || (url.isWhole && formOf(url) === formOf(expected))) {
        return;
    }
    const address = `${expected.scheme}://${expected.host}${expected.port === undefined ? '' : `:${expected.port}`}`;
    context.report('differs', {
        at: { of: target, part: key },
        args: { url: written, expected: address, host: point.host.name },
        related: [{ of: point, part: 'state', message: `The software update point that these clients use: ${address}` }],
        fixes: () => [
            { title: `Let Group Policy name ${address}`, edits: [setProperty(target, key, quote(address))] },
            { title: 'Take the setting out of Group Policy', edits: [unsetProperty(target, key)] }
        ]
    });
}

interface Url {
    readonly scheme: string | undefined;
    readonly host: string;
    readonly port: number | undefined;
    /** Whether it begins with a scheme and ends with the port, or a slash behind it. */
    readonly isWhole?: boolean;
}

function readUrl(text: string): Url {
    const [, scheme, host = '', port, rest] = /^(?:(https?):\/\/)?([^/:\s]+)(?::([0-9]{1,5}))?(.*)$/is.exec(text.trim()) ?? [];
    return { scheme: scheme?.toLowerCase(), host, port: port === undefined ? undefined : Number(port), isWhole: scheme !== undefined && (rest === '' || rest === '/') };
}

/** The right address. What the plan leaves open, ports or SSL, is taken to be as Group Policy has it; undefined where that says nothing. */
function addressOf(point: SoftwareUpdatePoint, host: string, url: Url): Url | undefined {
    const wsus = wsusOf(point)?.ports;
    const ssl = usesSsl(point);
    const scheme = ssl === undefined ? url.scheme ?? 'http' : ssl ? 'https' : 'http';
    const port = scheme === 'https' ? point.ports?.https ?? wsus?.https : point.ports?.http ?? wsus?.http;
    if (port !== undefined) {
        return { scheme, host, port };
    }
    return url.scheme === undefined ? undefined : { scheme: url.scheme, host, port: url.port };
}

/** An address in one form, with its port. */
function formOf({ scheme, host, port }: Url): string {
    return `${scheme}://${host.toLowerCase()}:${port ?? (scheme === 'https' ? 443 : 80)}`;
}
