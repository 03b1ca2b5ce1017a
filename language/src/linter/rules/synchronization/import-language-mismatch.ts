import { activeUpdatePointsOf, type Cluster, hostNamed, internetUpdatePointsOf, isPrimarySite, isSameName, listOf, nodesOf, type Server, serversOf, type Site, type SoftwareUpdatePoint } from '@sup/model';
import { setProperty } from '../../edits/edit.js';
import { writtenNames } from '../../edits/list-edits.js';
import type { Fact } from '../../explain/fact.js';
import { hasRole } from '../../explain/facts/roles.js';
import { statesSource } from '../../explain/facts/synchronization.js';
import { defineRule, type RuleContext } from '../../define-rule.js';

const because = 'The import may still succeed; updates in the other languages, or with the other files, do not arrive completely.';

const messages = {
    languages: ({ site, exporter, here, there }: { site: string; exporter: string; here: readonly string[]; there: readonly string[] }) => ({
        what: `${site} imports updates from ${exporter}, but its languages are ${listOf(here)}, and those of ${exporter} are ${listOf(there)}.`,
        why: 'The documentation of WSUS requires the same languages on the server that exports and on the one that imports.',
        todo: 'Give both sites the same languages.'
    }),
    expressFiles: ({ server, exporter, here }: { server: string; exporter: string; here: boolean }) => ({
        what: `${server} imports updates from ${exporter}, but only ${here ? server : exporter} downloads express installation files.`,
        why: 'The documentation of WSUS requires the same setting for express installation files on the server that exports and on the one that imports.',
        todo: 'Give both servers the same setting.'
    })
};
const sameSettings: Fact = { text: 'The server that exports and the one that imports have the same languages and the same setting for express installation files.', source: 'Set Up a Disconnected Network: Import and Export Updates (WSUS 3.0)' };

type Context = RuleContext<typeof messages>;

export default defineRule({
    id: 'import-language-mismatch',
    since: '0.1.0',
    summary: 'A server that exports updates and the server that imports them have the same languages and the same setting for express installation files.',
    category: 'synchronization',
    reach: 'name',
    sources: ['Set Up a Disconnected Network: Import and Export Updates (WSUS 3.0)', 'How to Synchronize Updates Using Export and Import'],
    messages,
    severities: { languages: { severity: 'warning', because }, expressFiles: { severity: 'warning', because } },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const [settings] = site.synchronizations;
            const plan = settings?.source?.kind === 'none' ? settings.importPlan : undefined;
            const exporter = plan && hostNamed(context.hierarchy, plan.from);
            if (exporter && isPrimarySite(site)) {
                compareLanguages(context, site, exporter);
                activeUpdatePointsOf(site).forEach(point => compareExpressFiles(context, point, exporter));
            }
            for (const point of internetUpdatePointsOf(site)) {
                const from = point.source === 'none' && point.importPlan ? hostNamed(context.hierarchy, point.importPlan.from) : undefined;
                if (from) {
                    compareExpressFiles(context, point, from);
                }
            }
        }
    }
});

function compareLanguages(context: Context, site: Site, { site: other, name: exporter }: Server | Cluster): void {
    const [settings, theirs] = [site.synchronizations[0]!, other.synchronizations[0]];
    const [here, there] = [settings.languages, theirs?.languages];
    const lacks = (list: readonly string[], names: readonly string[]): boolean => names.some(name => !list.some(each => isSameName(each, name)));
    if (site === other || !theirs || !here || !there || !(lacks(here, there) || lacks(there, here))) {
        return;
    }
    context.report('languages', {
        at: { of: settings, part: 'languages' },
        args: { site: site.code, exporter, here, there },
        because: () => [
            statesSource(site, settings),
            { text: `${site.code} imports updates from ${exporter} of ${other.code}.`, at: { of: settings, part: 'import' } },
            { text: `The languages of ${site.code} are ${listOf(here)}.`, at: { of: settings, part: 'languages' } },
            { text: `The languages of ${other.code} are ${listOf(there)}.`, at: { of: theirs, part: 'languages' } },
            sameSettings
        ],
        related: [{ of: theirs, part: 'languages', message: `The languages of ${other.code}, from which ${site.code} imports` }],
        fixes: () => [
            { title: `Set the languages of ${site.code} to those of ${other.code}`, edits: [setProperty(settings, 'languages', writtenNames('languages', there))] },
            { title: `Set the languages of ${other.code} to those of ${site.code}`, edits: [setProperty(theirs, 'languages', writtenNames('languages', here))] }
        ]
    });
}

function compareExpressFiles(context: Context, point: SoftwareUpdatePoint, exporter: Server | Cluster): void {
    const wsusOf = (servers: readonly Server[]): Server['wsus'] => servers.find(({ wsus }) => wsus?.expressFiles !== undefined)?.wsus;
    const [own, theirs] = [wsusOf(serversOf(point)), wsusOf(exporter.element === 'server' ? [exporter] : nodesOf(exporter))];
    if (!own || !theirs || own.expressFiles === theirs.expressFiles) {
        return;
    }
    const written = (value: boolean | undefined): string => value ? 'yes' : 'no';
    context.report('expressFiles', {
        at: { of: own, part: 'express files' },
        args: { server: own.server.name, exporter: theirs.server.name, here: own.expressFiles === true },
        because: () => [
            hasRole(point),
            ...[own, theirs].map(wsus => ({ text: `The plan of WSUS on ${wsus.server.name} states \`express files: ${written(wsus.expressFiles)}\`.`, at: { of: wsus, part: 'express files' } })),
            sameSettings
        ],
        related: [{ of: theirs, part: 'express files', message: `The setting of ${theirs.server.name}, from which ${own.server.name} imports` }],
        fixes: () => [[own, theirs], [theirs, own]].map(([changed, kept]) => ({
            title: `Set \`express files\` of ${changed!.server.name} to \`${written(kept!.expressFiles)}\``,
            edits: [setProperty(changed!, 'express files', written(kept!.expressFiles))]
        }))
    });
}
