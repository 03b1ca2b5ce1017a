import type { Inventory } from '../inventory.js';

/** The sites of a server, by its name in the sources; empty if no site has it. */
type SitesOf = (server: string) => readonly string[];

/**
 * The codes of the sites whose software update points may be incomplete, because a read of roles failed. A failed query of `roles` concerns all sites of its export;
 * any other read concerns the sites of its server. `siteCodeOf`: a code as plans write it.
 */
export function sitesWithUnreadRoles({ errors, cuts }: Inventory, siteCodeOf: (code: string) => string, sitesOf: SitesOf): ReadonlySet<string> {
    const unread = new Set(cuts.map(({ site }) => siteCodeOf(site)));
    const exports = new Set<readonly string[]>();
    for (const { what, server, sites } of errors.filter(each => /\brole|site system/i.test(each.what))) {
        const concerned = /^roles$/i.test(what) ? [] : sitesOf(server);
        concerned.forEach(code => unread.add(code));
        if (concerned.length === 0) {
            exports.add(sites);
        }
    }
    exports.forEach(sites => sites.forEach(code => unread.add(siteCodeOf(code))));
    return unread;
}
