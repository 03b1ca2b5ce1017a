import { intranetCandidates, serversOf } from '@sup/model';
import { setProperty, unsetProperty } from '../../edits/edit.js';
import { writtenName } from '../../../syntax/tree/names.js';
import { usesRole } from '../../explain/facts/roles.js';
import { defineRule } from '../../define-rule.js';

export default defineRule({
    id: 'client-install-wsus-differs',
    since: '0.1.0',
    summary: 'Software update point client installation names the software update point that clients use for software updates.',
    category: 'clients',
    reach: 'name',
    sources: ['Troubleshooting Software Updates: Group Policy Settings', 'Get-CMSoftwareUpdateBasedClientInstallation (later releases)'],
    messages: {
        differs: ({ site, server, active }: { site: string; server: string; active: string }) => ({
            what: `The clients of ${site} are planned to be installed from ${server}, but they get software updates from ${active}.`,
            why: 'Software update point client installation and software updates use the same WSUS server: the Group Policy that names it for the installation stays in place afterwards, and clients with another software update point fail to scan.',
            todo: `Name ${active}, or remove the property.`
        })
    },
    severities: {
        differs: { severity: 'warning', because: 'Clients can be installed in other ways, and the condition is stated in a document of later releases.' }
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const { hierarchy } = context;
            const server = site.clientInstallation;
            const points = server === undefined ? [] : intranetCandidates(hierarchy, site);
            const [point] = points;
            // `unknown-server` reports names that no server has.
            if (server === undefined || !point || !hierarchy.serversByName.has(server) || points.some(each => [each.host, ...serversOf(each)].some(({ name }) => name === server))) {
                return;
            }
            const active = point.host.name;
            context.report('differs', {
                at: { of: site, part: 'client installation' },
                args: { site: site.code, server, active },
                because: () => [
                    ...usesRole(site, point),
                    { text: `Clients of ${site.code} are installed from ${server}.`, at: { of: site, part: 'client installation' } }
                ],
                related: [{ of: point, part: 'state', message: `The software update point that the clients of ${site.code} use` }],
                fixes: () => [
                    { title: `Set \`client installation\` to ${active}`, edits: [setProperty(site, 'client installation', writtenName(active))] },
                    { title: 'Remove `client installation`', edits: [unsetProperty(site, 'client installation')] }
                ]
            });
        }
    }
});
