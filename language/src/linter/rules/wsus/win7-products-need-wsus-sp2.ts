import {
    activeUpdatePointOf, counted, type Hierarchy, isOlderServicePack, listOf, number, requirementsOf, type ServicePack, servicePackOf, serversOf, type Site, type SoftwareUpdatePoint, subtreeOf,
    type Synchronization, type WsusServer, type WsusVersion
} from '@sup/model';
import { setProperty } from '../../edits/edit.js';
import { Upgrade } from '../../edits/upgrade.js';
import { quoteString } from '../../../syntax/parser/value-converter.js';
import type { Fact } from '../../explain/fact.js';
import { hasRole } from '../../explain/facts/roles.js';
import { hasRelease } from '../../explain/facts/sites.js';
import { isFirstWithRole } from '../../explain/facts/synchronization.js';
import { hasVersion } from '../../explain/facts/wsus.js';
import { defineRule, type Fix } from '../../define-rule.js';
import { tooOldForProduct } from '../../rule-helpers/old-wsus.js';
import { isSurelySynchronizationRoot } from '../../rule-helpers/synchronization-root.js';

/** The number of servers or sites that a message names; a plan may have an old WSUS at every site. */
const listed = 5;

export default defineRule({
    id: 'win7-products-need-wsus-sp2',
    since: '0.1.0',
    summary: 'If updates for Windows 7 or Windows Server 2008 R2 are synchronized, WSUS is 3.0 SP2, and the sites have SP2.',
    category: 'wsus',
    reach: 'graph',
    sources: ['About the Software Update Point'],
    messages: {
        tooOld: ({ product, servers, needed }: { product: string; servers: readonly string[]; needed: WsusVersion }) => ({
            what: `${product} is synchronized, but WSUS is older than ${needed} on ${namedOf(servers)}.`,
            why: `Configuration Manager 2007 manages updates for ${product} only with WSUS ${needed} on its software update points.`,
            todo: `Plan WSUS ${needed} there, or remove ${product} from the products.`
        }),
        oldSite: ({ product, sites, needed }: { product: string; sites: readonly string[]; needed: ServicePack }) => ({
            what: `${product} is synchronized, but ${namedOf(sites)} ${sites.length === 1 ? 'is not a site' : 'are not sites'} with ${needed}.`,
            why: `Configuration Manager 2007 manages updates for ${product} from ${needed} on.`,
            todo: `Plan ${needed} there, or remove ${product} from the products.`
        })
    },
    severities: {
        oldSite: { severity: 'warning', because: 'An older site synchronizes these updates, and works for all other products.' }
    },
    fixable: 'suggestion',
    checks: {
        synchronization(settings, context) {
            const { hierarchy } = context;
            const { site, products = [] } = settings;
            const index = products.findIndex(each => requirementsOf(each).length > 0);
            const product = products[index];
            const [requirement] = product === undefined ? [] : requirementsOf(product);
            if (product === undefined || !requirement || !isSurelySynchronizationRoot(hierarchy, site)) {
                return;
            }
            const sites = subtreeOf(hierarchy, site);
            const old = oldWsus(sites, requirement.wsus);
            const oldSites = sites.filter(each => isOlderThan(each, requirement.servicePack));
            const at = { of: settings, part: 'products', index };
            const fixes = (): readonly Fix[] => [...upgrade(hierarchy, old, oldSites, requirement), ...removeProducts(settings)];
            const chosen = (): readonly Fact[] => [
                ...isFirstWithRole(site, activeUpdatePointOf(site)),
                { text: `${site.code} selects ${product}, for itself and all sites below.`, at },
                { text: `Updates for ${product} need WSUS ${requirement.wsus} and sites with ${requirement.servicePack}.`, source: 'About the Software Update Point' }
            ];
            if (old.length > 0) {
                context.report('tooOld', {
                    at,
                    args: { product, servers: old.map(({ wsus }) => wsus.server.name), needed: requirement.wsus },
                    because: () => [...chosen(), ...old.filter(({ point }) => point.host.site !== site).slice(0, listed).map(({ point }) => hasRole(point)), ...old.slice(0, listed).map(({ wsus }) => hasVersion(wsus))],
                    related: old.slice(0, listed).map(({ wsus }) => ({ of: wsus, part: 'version', message: `WSUS on ${wsus.server.name}` })),
                    fixes
                });
            } else if (oldSites.length > 0) {
                context.report('oldSite', {
                    at,
                    args: { product, sites: oldSites.map(({ code }) => code), needed: requirement.servicePack },
                    because: () => [...chosen(), ...oldSites.slice(0, listed).map(hasRelease)],
                    related: oldSites.slice(0, listed).map(each => ({ of: each, part: 'release', message: `The release of ${each.code}` })),
                    fixes
                });
            }
        }
    }
});

interface OldWsus {
    readonly point: SoftwareUpdatePoint;
    readonly wsus: WsusServer;
}

/** The WSUS servers of active software update points that are too old. */
function oldWsus(sites: readonly Site[], needed: WsusVersion): readonly OldWsus[] {
    const old = sites.flatMap(site => tooOldForProduct(site, needed));
    return [...new Map(old.map(each => [each.wsus, each])).values()];
}

function isOlderThan(site: Site, needed: ServicePack): boolean {
    const servicePack = servicePackOf(site);
    return servicePack !== undefined && isOlderServicePack(servicePack, needed);
}

/** Upgrades the sites, and WSUS on the old servers and everything above them. */
function upgrade(hierarchy: Hierarchy, old: readonly OldWsus[], oldSites: readonly Site[], needed: { readonly wsus: WsusVersion; readonly servicePack: ServicePack }): readonly Fix[] {
    const plan = new Upgrade(hierarchy).raiseWsus(old.map(({ point }) => point), needed.wsus).raiseSites(oldSites, needed.servicePack);
    const servers = new Set(plan.points.flatMap(serversOf));
    const all = oldSites.length === 0 && servers.size > 1 ? `WSUS ${needed.wsus} on all ${counted(servers.size, 'server')}` : plan.text;
    return [{ title: `Plan ${all}`, edits: plan.edits }];
}

function removeProducts(settings: Synchronization): readonly Fix[] {
    const products = settings.products ?? [];
    const others = products.filter(each => requirementsOf(each).length === 0);
    const removed = listOf(products.filter(each => !others.includes(each)));
    return others.length > 0 ? [{ title: `Remove ${removed} from the products`, edits: [setProperty(settings, 'products', others.map(quoteString).join(', '))] }] : [];
}

function namedOf(names: readonly string[]): string {
    return listOf(names.length > listed ? [...names.slice(0, listed), `${number(names.length - listed)} more`] : names);
}
