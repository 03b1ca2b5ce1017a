import { activeUpdatePointOf, parentOf, serversOf } from '@sup/model';
import { setProperty, unsetProperty } from '../../edits/edit.js';
import { isFirstWithRole, statesSource, statesUpstream } from '../../explain/facts/synchronization.js';
import { defineRule } from '../../define-rule.js';
import { isSurelySynchronizationRoot } from '../../rule-helpers/synchronization-root.js';

const why = 'The top software update point of Configuration Manager 2007 synchronizes from Microsoft Update; with any other source its synchronization fails, and no site below gets a catalog.';

export default defineRule({
    id: 'root-source-not-microsoft-update',
    since: '0.1.0',
    summary: 'The top software update point synchronizes from Microsoft Update.',
    category: 'synchronization',
    reach: 'graph',
    sources: ['Software Update Point Component Properties: Sync Settings Tab', 'About Software Updates Synchronization'],
    messages: {
        server: ({ site, server }: { site: string; server: string }) => ({
            what: `${site} is the top of synchronization, but is planned to synchronize from the server ${server}.`,
            why,
            todo: 'Synchronize it from Microsoft Update.'
        }),
        noParent: ({ site }: { site: string }) => ({
            what: `${site} is planned to synchronize from its parent site, but it has none.`,
            why,
            todo: 'Synchronize it from Microsoft Update.'
        }),
        disconnected: ({ site }: { site: string }) => ({
            what: `${site} is the top of synchronization, and its source is planned as \`none\`.`,
            why: 'The documentation says that the top software update point does not synchronize unless its source is Microsoft Update; updates then reach it only by export and import.',
            todo: 'Synchronize it from Microsoft Update, or accept the risk and plan the imports.'
        })
    },
    severities: {
        disconnected: { severity: 'warning', because: 'The same documentation describes how to update a disconnected software update point by export and import.' }
    },
    fixable: 'quickfix',
    checks: {
        updatePoint(point, context) {
            const { hierarchy } = context;
            const { site } = point.host;
            const named = point.state === 'active' ? serversOf(point).flatMap(({ wsus }) => wsus?.upstream === undefined ? [] : wsus) : [];
            if (named.length === 0 || !isSurelySynchronizationRoot(hierarchy, site)) {
                return;
            }
            // `unknown-server` reports names that no server has.
            for (const wsus of named.filter(({ upstream }) => hierarchy.serversByName.has(upstream!))) {
                context.report('server', {
                    at: { of: wsus, part: 'upstream' },
                    because: () => [...isFirstWithRole(site, point), statesUpstream(wsus)],
                    args: { site: site.code, server: wsus.upstream! },
                    fixes: () => [{ title: 'Leave `upstream` to Configuration Manager', edits: [unsetProperty(wsus, 'upstream')] }]
                });
            }
        },
        site(site, context) {
            const { hierarchy } = context;
            const [settings] = site.synchronizations;
            const source = settings?.source;
            if (!source || source.kind === 'microsoft-update' || !isSurelySynchronizationRoot(hierarchy, site)) {
                return;
            }
            const report = {
                at: { of: settings, part: 'source' },
                because: () => [...isFirstWithRole(site, activeUpdatePointOf(site)), statesSource(site, settings)],
                // Some sites are disconnected on purpose.
                fixes: () => [{
                    title: `Synchronize ${site.code} from Microsoft Update`,
                    edits: [setProperty(settings, 'source', 'Microsoft Update')],
                    completes: true,
                    isGuess: source.kind === 'none'
                }]
            };
            if (source.kind === 'server') {
                context.report('server', { ...report, args: { site: site.code, server: source.server } });
            } else if (source.kind === 'none') {
                context.report('disconnected', { ...report, args: { site: site.code } });
            } else if (!parentOf(hierarchy, site)) {
                // If the parent has no software update point, `sync-root-below-central` and others report that.
                context.report('noParent', { ...report, args: { site: site.code } });
            }
        }
    }
});
