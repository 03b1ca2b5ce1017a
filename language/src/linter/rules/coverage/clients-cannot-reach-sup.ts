import { blockingNames, type ClientGroup, clientsOf, counted, internetCandidates, intranetCandidates, isUnknown, listOf, type Site, type SoftwareUpdatePoint, updatePointsOf } from '@sup/model';
import { letReach } from '../../edits/reach-edits.js';
import { cannotReach } from '../../explain/facts/reachability.js';
import { usesRole } from '../../explain/facts/roles.js';
import { statesClients } from '../../explain/facts/sites.js';
import { defineRule, type RuleContext } from '../../define-rule.js';

const why = 'Configuration Manager 2007 gives clients one software update point, and they do not switch to another server: these clients have no software update point, so they do not scan.';
const todo = 'Open the connection, or plan a site with a software update point that these clients reach.';

const messages = {
    site: ({ site, clients, servers }: { site: string; clients: number; servers: readonly string[] }) => ({
        what: `The plan states that the computers of ${site} cannot reach ${listOf(servers)}, ${servers.length === 1 ? 'the software update point' : 'the software update points'} of its ${counted(clients, 'client')}.`,
        why,
        todo
    }),
    group: ({ group, site, servers }: { group: string; site: string; servers: readonly string[] }) => ({
        what: `The plan states that ${group} of ${site} cannot reach ${listOf(servers)}, ${servers.length === 1 ? 'their software update point' : 'their software update points'}.`,
        why,
        todo
    })
};
type Context = RuleContext<typeof messages>;

export default defineRule({
    id: 'clients-cannot-reach-sup',
    since: '0.1.0',
    summary: 'Clients can reach the software update point that they use.',
    category: 'coverage',
    reach: 'name',
    sources: ['About the Software Update Point', 'How to Configure a Firewall for Software Updates'],
    messages,
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const { hierarchy } = context;
            // Another role of the site may be the one that the clients use.
            if (updatePointsOf(site).some(point => isUnknown(point, 'state'))) {
                return;
            }
            const candidates = { intranet: intranetCandidates(hierarchy, site), internet: site.kind === 'secondary' ? [] : internetCandidates(site) };
            const { intranet, internet } = clientsOf(site);
            const clients = (isCutOff(site.cannotReach, candidates.intranet) ? intranet : 0) + (isCutOff(site.cannotReach, candidates.internet) ? internet : 0);
            if (clients > 0) {
                reportSite(context, site, clients, intranet > 0 ? candidates.intranet : candidates.internet);
            }
            for (const group of site.clientGroups.filter(each => !isUnknown(each, 'on'))) {
                const points = candidates[group.on ?? 'intranet'];
                if (group.count !== 0 && !isCutOff(site.cannotReach, points) && isCutOff([...site.cannotReach ?? [], ...group.cannotReach ?? []], points)) {
                    reportGroup(context, group, points);
                }
            }
        }
    }
});

/** Whether all software update points that clients may get are out of reach. Without any, other rules report that. */
function isCutOff(cannotReach: readonly string[] | undefined, points: readonly SoftwareUpdatePoint[]): boolean {
    return points.length > 0 && points.every(point => blockingNames(cannotReach ?? [], point).length > 0);
}

function reportSite(context: Context, site: Site, clients: number, points: readonly SoftwareUpdatePoint[]): void {
    const names = namesIn(site.cannotReach!, points);
    context.report('site', {
        at: { of: site, part: 'cannot reach', index: site.cannotReach!.indexOf(names[0]!) },
        args: { site: site.code, clients, servers: points.map(({ host }) => host.name) },
        because: () => [statesClients(site), ...points.flatMap(point => usesRole(site, point)), ...cannotReach(site, names)],
        related: relatedTo(points),
        fixes: () => [letReach(site, names)]
    });
}

function reportGroup(context: Context, group: ClientGroup, points: readonly SoftwareUpdatePoint[]): void {
    const names = namesIn(group.cannotReach!, points);
    context.report('group', {
        at: { of: group, part: 'cannot reach', index: Math.max(0, group.cannotReach!.indexOf(names[0]!)) },
        args: { group: group.label === undefined ? 'a group of clients' : `the clients "${group.label}"`, site: group.site.code, servers: points.map(({ host }) => host.name) },
        because: () => [...points.flatMap(point => usesRole(group.site, point)), ...cannotReach(group.site, namesIn(group.site.cannotReach ?? [], points)), ...cannotReach(group, names)],
        related: relatedTo(points),
        fixes: () => names.length > 0 ? [letReach(group, names)] : []
    });
}

function namesIn(cannotReach: readonly string[], points: readonly SoftwareUpdatePoint[]): readonly string[] {
    return [...new Set(points.flatMap(point => blockingNames(cannotReach, point)))];
}

const relatedTo = (points: readonly SoftwareUpdatePoint[]): { of: SoftwareUpdatePoint; part: string; message: string }[] =>
    points.map(point => ({ of: point, part: 'state', message: `A software update point that these clients get, on ${point.host.name}` }));
