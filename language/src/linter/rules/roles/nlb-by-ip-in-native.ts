import { type Cluster, type Hierarchy, modeOf } from '@sup/model';
import { setProperty } from '../../edits/edit.js';
import { followInPolicies } from '../../edits/policy-edits.js';
import { nameInDomain, suggestedInternetFqdn } from '../../edits/suggested-names.js';
import { quoteString } from '../../../syntax/parser/value-converter.js';
import { defineRule, type Fix } from '../../define-rule.js';

export default defineRule({
    id: 'nlb-by-ip-in-native',
    since: '0.1.0',
    summary: 'In native mode, a network load balancing cluster is reached under a name rather than under an IP address.',
    category: 'roles',
    reach: 'graph',
    sources: ['How to Configure Network Load Balancing for Configuration Manager Site Systems'],
    messages: {
        address: ({ cluster, site, address }: { cluster: string; site: string; address: string }) => ({
            what: `The cluster ${cluster} is reached under the IP address ${address}, but ${site} is in native mode.`,
            why: 'In native mode, clients compare the name under which they connect with the names in the certificate of the server.',
            todo: 'Plan a fully qualified domain name.'
        })
    },
    severities: {
        address: { severity: 'warning', because: 'The documentation requires a name, but does not state what fails without one.' }
    },
    fixable: 'suggestion',
    checks: {
        cluster(cluster, context) {
            const { hierarchy } = context;
            const { name, site, fqdn, internetFqdn } = cluster;
            if (cluster.updatePoints.length === 0 || modeOf(hierarchy, site) !== 'native') {
                return;
            }
            const args = { cluster: name, site: site.code };
            const intranet = fqdn ?? name;
            if (isAddress(intranet)) {
                context.report('address', {
                    at: { of: cluster, part: fqdn === undefined ? 'name' : 'fqdn' },
                    args: { ...args, address: intranet },
                    fixes: () => nameCluster(hierarchy, cluster, 'fqdn', nameInDomain(site, isAddress(name) ? `${site.code}nlb01`.toLowerCase() : name.toLowerCase()))
                });
            }
            if (internetFqdn !== undefined && isAddress(internetFqdn)) {
                context.report('address', {
                    at: { of: cluster, part: 'internet fqdn' },
                    args: { ...args, address: internetFqdn },
                    fixes: () => nameCluster(hierarchy, cluster, 'internet fqdn', suggestedInternetFqdn(site))
                });
            }
        }
    }
});

function isAddress(name: string): boolean {
    return /^(?:[0-9]{1,3}(?:\.[0-9]{1,3}){3}|[0-9a-f:]*:[0-9a-f:]*)$/i.test(name);
}

function nameCluster(hierarchy: Hierarchy, cluster: Cluster, key: 'fqdn' | 'internet fqdn', name: string): readonly Fix[] {
    const host = { ...cluster, [key === 'fqdn' ? 'fqdn' : 'internetFqdn']: name };
    return name.includes('.') ? [{
        title: `Use the name ${name}`,
        edits: [setProperty(cluster, key, quoteString(name)), ...cluster.updatePoints.flatMap(point => followInPolicies(hierarchy, point, { host }))]
    }] : [];
}
