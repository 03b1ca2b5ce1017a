import { isOwnDatabase, listOf } from '@sup/model';
import { setProperty } from '../../edits/edit.js';
import { freeServerName } from '../../edits/role-edits.js';
import { quoteString } from '../../../syntax/parser/value-converter.js';
import type { Fact } from '../../explain/fact.js';
import { defineRule, type Fix } from '../../define-rule.js';
import { findSharingFault, nodeValues, placeOfMissing, sharingFacts, sharingFixes } from '../../rule-helpers/shared-by-nodes.js';

const why = 'The WSUS servers of a network load balancing cluster use one database on a computer with SQL Server; otherwise each node has a catalog of its own.';

export default defineRule({
    id: 'nlb-no-shared-database',
    since: '0.1.0',
    summary: 'The WSUS servers of a network load balancing cluster share one SQL Server database.',
    category: 'wsus',
    reach: 'segment',
    sources: ['How to Configure the Active Software Update Point to Use Network Load Balancing', 'Implement a shared SUSDB for Configuration Manager software update points (later releases)'],
    messages: {
        own: ({ cluster, server, database }: { cluster: string; server: string; database: string }) => ({
            what: `WSUS on ${server}, a node of ${cluster}, uses the database ${database}, which no other computer can use.`,
            why,
            todo: 'Plan one database on a SQL Server for all nodes.'
        }),
        differs: ({ cluster, server, database, other, otherDatabase }: { cluster: string; server: string; database: string; other: string; otherDatabase: string }) => ({
            what: `The nodes of ${cluster} use different databases: WSUS on ${other} uses ${otherDatabase}, and WSUS on ${server} uses ${database}.`,
            why,
            todo: 'Plan the same database for all nodes.'
        }),
        missing: ({ cluster, servers }: { cluster: string; servers: readonly string[] }) => ({
            what: `The plan has no database for WSUS on ${listOf(servers)}, although ${cluster} balances the load of several nodes.`,
            why: `${why} The default of WSUS Setup is a database that only its own computer can use.`,
            todo: 'Plan the same database for all nodes.'
        })
    },
    fixable: 'suggestion',
    checks: {
        cluster(cluster, context) {
            const values = nodeValues(cluster, ({ database }) => ({ key: 'database', value: database, isOwn: database !== undefined && isOwnDatabase(database) }));
            const fault = findSharingFault(values);
            if (!fault) {
                return;
            }
            const fixes = (): readonly Fix[] => sharingFixes(values, () => freeServerName(context.hierarchy, cluster.site, 'SQL'), {
                title: (database, servers) => `Use the database ${database} for WSUS on ${servers}`,
                edit: (wsus, database) => setProperty(wsus, 'database', quoteString(database))
            });
            const because = (): readonly Fact[] => sharingFacts(cluster, values, { text: 'The WSUS servers of all nodes use one database on a computer with SQL Server.', source: 'How to Configure the Active Software Update Point to Use Network Load Balancing' });
            if (fault.kind === 'missing') {
                const servers = fault.lacking.map(({ wsus }) => wsus.server.name);
                context.report('missing', { at: placeOfMissing(cluster, values, fault.lacking), args: { cluster: cluster.name, servers }, because, fixes });
                return;
            }
            const { at, first } = fault;
            const facts = { cluster: cluster.name, server: at.wsus.server.name, database: at.value };
            const place = { of: at.wsus, part: 'database' };
            if (fault.kind === 'own') {
                context.report('own', { at: place, args: facts, because, fixes });
            } else {
                const other = first.wsus.server.name;
                context.report('differs', {
                    at: place,
                    because,
                    args: { ...facts, other, otherDatabase: first.value },
                    related: [{ of: first.wsus, part: 'database', message: `The database of WSUS on ${other}` }],
                    fixes
                });
            }
        }
    }
});
