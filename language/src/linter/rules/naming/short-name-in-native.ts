import { modeOf } from '@sup/model';
import { setProperty } from '../../edits/edit.js';
import { followInPolicies } from '../../edits/policy-edits.js';
import { nameInDomain } from '../../edits/suggested-names.js';
import { quoteString } from '../../../syntax/parser/value-converter.js';
import { defineRule } from '../../define-rule.js';

export default defineRule({
    id: 'short-name-in-native',
    since: '0.1.0',
    summary: 'In native mode, the FQDN of a software update point is a name with its domain.',
    category: 'naming',
    reach: 'graph',
    sources: ['Determine If You Will Use FQDN Server Names'],
    messages: {
        short: ({ site, host, fqdn }: { site: string; host: string; fqdn: string }) => ({
            what: `The FQDN of ${host} is planned as ${fqdn}, a name without a domain, but ${site} is in native mode.`,
            why: 'In native mode, the name must be one in the certificate of the server, and that is a fully qualified domain name.',
            todo: 'Plan the fully qualified domain name.'
        })
    },
    severities: {
        short: { severity: 'hint', because: 'A certificate can contain the short name as well.' }
    },
    fixable: 'suggestion',
    checks: {
        updatePoint(point, context) {
            const { hierarchy } = context;
            const { host, state } = point;
            const { site, fqdn } = host;
            if (state === 'inactive' || fqdn === undefined || fqdn.includes('.') || fqdn.includes(':') || modeOf(hierarchy, site) !== 'native') {
                return;
            }
            context.report('short', {
                at: { of: host, part: 'fqdn' },
                args: { site: site.code, host: host.name, fqdn },
                fixes: () => {
                    const name = nameInDomain(site, fqdn.toLowerCase());
                    const planned = { host: { ...host, fqdn: name } };
                    return name.includes('.') ? [{ title: `Use the name ${name}`, edits: [setProperty(host, 'fqdn', quoteString(name)), ...followInPolicies(hierarchy, point, planned)] }] : [];
                }
            });
        }
    }
});
