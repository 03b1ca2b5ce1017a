import { contradictingSsl, listOf, modeOf, serversOf, type SoftwareUpdatePoint, type WsusServer } from '@sup/model';
import { dropSsl, requireSsl } from '../../edits/ssl-edits.js';
import { statesSsl, statesSslOfWsus } from '../../explain/facts/wsus.js';
import { defineRule } from '../../define-rule.js';
import { lackOfSsl } from '../../rule-helpers/lack-of-ssl.js';

export default defineRule({
    id: 'sup-ssl-mismatch',
    since: '0.1.0',
    summary: 'A software update point and its WSUS servers all use SSL, or none of them does.',
    category: 'wsus',
    reach: 'graph',
    sources: ['How to Configure the WSUS Web Site to Use SSL', 'Troubleshoot Software Update Scan Failures (later releases)'],
    messages: {
        roleWithout: ({ host, servers }: { host: string; servers: readonly string[] }) => ({
            what: `The software update point on ${host} does not use SSL, but WSUS on ${listOf(servers)} requires it.`,
            why: 'Configuration Manager and its clients then connect without SSL, and WSUS rejects them (HTTP error 403).',
            todo: 'Use SSL for both, or for neither.'
        }),
        wsusWithout: ({ host, servers }: { host: string; servers: readonly string[] }) => ({
            what: `The software update point on ${host} uses SSL, but WSUS on ${listOf(servers)} is planned without it.`,
            why: 'Configuration Manager and its clients then connect with SSL, which WSUS is not set up for.',
            todo: 'Use SSL for both, or for neither.'
        }),
        nodesDiffer: ({ host, required, off }: { host: string; required: readonly string[]; off: readonly string[] }) => ({
            what: `The nodes of ${host} differ in SSL: WSUS on ${listOf(required)} requires it, and WSUS on ${listOf(off)} is planned without it.`,
            why: 'The cluster has one SSL setting for all nodes, so connections to some of them fail.',
            todo: 'Use SSL for all nodes, or for none.'
        })
    },
    fixable: 'suggestion',
    checks: {
        updatePoint(point, context) {
            const { hierarchy } = context;
            const { host } = point;
            const isNative = modeOf(hierarchy, host.site) === 'native';
            // `native-sup-without-ssl` reports roles without SSL in native mode.
            if (isNative && point.state !== 'inactive' && lackOfSsl(point)) {
                return;
            }
            const fixes = (): ReturnType<typeof fixesFor> => fixesFor(point, requireSsl(hierarchy, point), isNative ? undefined : dropSsl(hierarchy, point));
            const contradicting = contradictingSsl(point);
            if (contradicting.length > 0) {
                context.report(point.ssl ? 'wsusWithout' : 'roleWithout', {
                    at: { of: point, part: 'ssl' },
                    args: { host: host.name, servers: namesOf(contradicting) },
                    because: () => [statesSsl(point), ...contradicting.map(statesSslOfWsus)],
                    related: contradicting.map(wsus => ({ of: wsus, part: 'ssl', message: `The SSL setting of WSUS on ${wsus.server.name}` })),
                    fixes
                });
                return;
            }
            const settings = point.ssl === undefined ? serversOf(point).flatMap(({ wsus }) => wsus?.ssl === undefined ? [] : [wsus]) : [];
            const off = settings.filter(({ ssl }) => ssl === 'off');
            const required = settings.filter(({ ssl }) => ssl !== 'off');
            if (off.length > 0 && required.length > 0) {
                context.report('nodesDiffer', {
                    at: { of: off[0]!, part: 'ssl' },
                    args: { host: host.name, required: namesOf(required), off: namesOf(off) },
                    because: () => [...required, ...off].map(statesSslOfWsus),
                    related: [{ of: required[0]!, part: 'ssl', message: `The SSL setting of WSUS on ${required[0]!.server.name}` }],
                    fixes
                });
            }
        }
    }
});

function fixesFor(point: SoftwareUpdatePoint, use: ReturnType<typeof requireSsl>, drop: ReturnType<typeof dropSsl> | undefined) {
    const both = `the software update point on ${point.host.name} and for its WSUS`;
    return [{ title: `Use SSL for ${both}`, edits: use }, ...(drop ? [{ title: `Do not use SSL for ${both}`, edits: drop }] : [])];
}

function namesOf(servers: readonly WsusServer[]): readonly string[] {
    return servers.map(({ server }) => server.name);
}
