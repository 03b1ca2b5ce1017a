import { isUncPath, listOf } from '@sup/model';
import { setProperty } from '../../edits/edit.js';
import { freeServerName } from '../../edits/role-edits.js';
import { quoteString } from '../../../syntax/parser/value-converter.js';
import type { Fact } from '../../explain/fact.js';
import { defineRule, type Fix } from '../../define-rule.js';
import { findSharingFault, nodeValues, placeOfMissing, sharingFacts, sharingFixes } from '../../rule-helpers/shared-by-nodes.js';
import { isWritten } from '../../../analysis/unreadable.js';

const why = 'The WSUS servers of a network load balancing cluster keep update files and license terms in one shared folder; otherwise clients are sent to nodes that do not have them, and scans end with the error 0x80240033.';

export default defineRule({
    id: 'nlb-no-shared-content',
    since: '0.1.0',
    summary: 'The WSUS servers of a network load balancing cluster share one content folder.',
    category: 'wsus',
    reach: 'segment',
    sources: ['How to Configure the Active Software Update Point to Use Network Load Balancing', 'Implement a shared SUSDB for Configuration Manager software update points (later releases)'],
    messages: {
        own: ({ cluster, server, folder }: { cluster: string; server: string; folder: string }) => ({
            what: `WSUS on ${server}, a node of ${cluster}, stores content in ${folder}, which is not a shared folder.`,
            why,
            todo: 'Plan one shared folder for all nodes: as `content folder`, or as `content share` if each node has a folder of its own that is kept in step.'
        }),
        differs: ({ cluster, server, folder, other, otherFolder }: { cluster: string; server: string; folder: string; other: string; otherFolder: string }) => ({
            what: `The nodes of ${cluster} store content in different folders: WSUS on ${other} in ${otherFolder}, and WSUS on ${server} in ${folder}.`,
            why,
            todo: 'Plan the same shared folder for all nodes.'
        }),
        missing: ({ cluster, servers }: { cluster: string; servers: readonly string[] }) => ({
            what: `The plan has no content folder for WSUS on ${listOf(servers)}, although ${cluster} balances the load of several nodes.`,
            why,
            todo: 'Plan the same shared folder for all nodes.'
        })
    },
    fixable: 'suggestion',
    checks: {
        cluster(cluster, context) {
            const values = nodeValues(cluster, wsus => {
                const key = isWritten(wsus, 'content share') ? 'content share' : 'content folder';
                const value = key === 'content share' ? wsus.contentShare : wsus.contentFolder;
                return { key, value, isOwn: value !== undefined && !isUncPath(value) };
            });
            const fault = findSharingFault(values);
            if (!fault) {
                return;
            }
            const fixes = (): readonly Fix[] => sharingFixes(values, () => `\\\\${freeServerName(context.hierarchy, cluster.site, 'FS')}\\wsuscontent`, {
                title: (folder, servers) => `Use the shared folder ${folder} for WSUS on ${servers}`,
                edit: (wsus, folder) => setProperty(wsus, wsus.contentFolder === undefined || isUncPath(wsus.contentFolder) ? 'content folder' : 'content share', quoteString(folder))
            });
            const because = (): readonly Fact[] => sharingFacts(cluster, values, { text: 'The content folder is a share that all nodes use.', source: 'How to Configure the Active Software Update Point to Use Network Load Balancing' });
            if (fault.kind === 'missing') {
                const servers = fault.lacking.map(({ wsus }) => wsus.server.name);
                context.report('missing', { at: placeOfMissing(cluster, values, fault.lacking), args: { cluster: cluster.name, servers }, because, fixes });
                return;
            }
            const { at, first } = fault;
            const facts = { cluster: cluster.name, server: at.wsus.server.name, folder: at.value };
            const place = { of: at.wsus, part: at.key };
            if (fault.kind === 'own') {
                context.report('own', { at: place, args: facts, because, fixes });
            } else {
                const other = first.wsus.server.name;
                context.report('differs', {
                    at: place,
                    because,
                    args: { ...facts, other, otherFolder: first.value },
                    related: [{ of: first.wsus, part: first.key, message: `The content folder of WSUS on ${other}` }],
                    fixes
                });
            }
        }
    }
});
