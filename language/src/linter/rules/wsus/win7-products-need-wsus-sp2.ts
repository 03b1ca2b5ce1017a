import { activeUpdatePointOf, counted, isOlder, number, oldestWsusWith, serversOf, subtreeOf, type WsusVersion } from '@sup/model';
import { setProperty } from '../../edits/edit.js';
import { planWsus } from '../../edits/wsus-edits.js';
import { quoteString } from '../../../syntax/parser/value-converter.js';
import { defineRule } from '../../define-rule.js';
import { isSurelySynchronizationRoot } from '../../rule-helpers/synchronization-root.js';
import { listOf } from '../../../syntax/wording.js';

/** The number of servers that a message names; a plan may have an old WSUS at every site. */
const listedServers = 5;

export default defineRule({
    id: 'win7-products-need-wsus-sp2',
    since: '0.1.0',
    summary: 'If updates for Windows 7 or Windows Server 2008 R2 are synchronized, WSUS is 3.0 SP2.',
    category: 'wsus',
    reach: 'graph',
    sources: ['About the Software Update Point'],
    messages: {
        tooOld: ({ product, servers, more, needed }: { product: string; servers: readonly string[]; more: number; needed: WsusVersion }) => ({
            what: `${product} is synchronized, but WSUS is older than ${needed} on ${listOf(more > 0 ? [...servers, `${number(more)} more`] : servers)}.`,
            why: `Configuration Manager 2007 manages updates for ${product} only with WSUS ${needed} on its software update points.`,
            todo: `Plan WSUS ${needed} there, or remove ${product} from the products.`
        })
    },
    fixable: 'suggestion',
    checks: {
        synchronization(settings, context) {
            const { hierarchy } = context;
            const { site, products = [] } = settings;
            const index = products.findIndex(each => oldestWsusWith(each) !== undefined);
            const product = products[index];
            const needed = product === undefined ? undefined : oldestWsusWith(product);
            if (product === undefined || !needed || !isSurelySynchronizationRoot(hierarchy, site)) {
                return;
            }
            const points = subtreeOf(hierarchy, site).flatMap(each => activeUpdatePointOf(each) ?? []);
            const isOld = (version: WsusVersion | undefined): boolean => version !== undefined && isOlder(version, needed);
            // If only some nodes of a cluster are old, `nlb-version-skew` reports them.
            const old = points.filter(point => serversOf(point).some(({ wsus }) => isOld(wsus?.version)) && serversOf(point).every(({ wsus }) => !wsus?.version || isOld(wsus.version)));
            const servers = [...new Set(old.flatMap(serversOf))].filter(({ wsus }) => isOld(wsus?.version));
            if (servers.length === 0) {
                return;
            }
            const others = products.filter(each => oldestWsusWith(each) === undefined);
            context.report('tooOld', {
                at: { of: settings, part: 'products', index },
                args: { product, servers: servers.slice(0, listedServers).map(({ name }) => name), more: servers.length - listedServers, needed },
                related: servers.slice(0, listedServers).map(({ name, wsus }) => ({ of: wsus!, part: 'version', message: `WSUS on ${name}` })),
                fixes: () => [
                    { title: `Plan WSUS ${needed} on ${servers.length === 1 ? servers[0]!.name : `all ${counted(servers.length, 'server')}`}`, edits: planWsus(old, needed) },
                    ...others.length > 0 ? [{ title: `Remove ${listOf(products.filter(each => !others.includes(each)))} from the products`, edits: [setProperty(settings, 'products', others.map(quoteString).join(', '))] }] : []
                ]
            });
        }
    }
});
