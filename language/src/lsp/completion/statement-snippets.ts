import { activeUpdatePointOf, type Site } from '@sup/model';
import { type MissingConsole, missingConsole } from './missing-console.js';
import type { PlanPlace } from './plan-place.js';
import { cluster, server, siteServer, updatePoint, wsus } from './server-snippets.js';
import { primarySite, secondarySite, topSite } from './site-snippets.js';
import { synchronization } from './synchronization-snippets.js';

/** The snippet of a statement with names, modes and versions of the plan; undefined if a rule would report the statement there. */
type StatementSnippet = (place: PlanPlace) => string | undefined;

const snippets: Readonly<Record<string, StatementSnippet>> = {
    'hierarchy': () => 'hierarchy ${1:Harbour}',
    'central site': place => isAnyComplete(place.hierarchy.tops, place) ? undefined : topSite('central', place),
    'primary site': place => isAnyComplete(place.hierarchy.sites, place) ? primarySite(place) : topSite('primary', place),
    'secondary site': secondarySite,
    'server': server,
    'site server': siteServer,
    'wsus': wsus,
    'software update point': updatePoint,
    'cluster': cluster,
    'synchronization': synchronization,
    'clients': () => 'clients "${1:Laptops}" {\n\tcount: ${2:100}\n\ton: ${3:intranet}\n}',
    'proxy': () => 'proxy {\n\thost: "${1:proxy}"\n\tport: ${2:8080}\n}',
    'scenario': scenario,
    'assume': () => 'assume {\n\t$0\n}',
    'at': () => 'at ${1:1d}: $0',
    'expect': () => 'expect $0',
    'allow': () => 'allow ${1:rule} because "${2:reason}"'
};

/** The snippet of a statement at a place; undefined if the statement does not suit the plan there. */
export function snippetOf(label: string, place: PlanPlace): string | undefined {
    return snippets[label]?.(place);
}

/** The console that a snippet with the active role needs on the site server. */
export function consoleFor(snippet: string, place: PlanPlace): MissingConsole | undefined {
    return /\bsoftware update point (?:\$\{1\|)?active\b/.test(snippet) && !snippet.includes('site server') ? missingConsole(place) : undefined;
}

/** Whether there is a site besides the one whose head is being written. */
function isAnyComplete(sites: readonly Site[], { written }: PlanPlace): boolean {
    return sites.some(site => site !== written && site.code !== '');
}

/** A failure of a server of the plan, and the expectation that clients still scan. */
function scenario({ hierarchy }: PlanPlace): string {
    const site = hierarchy.sites.find(activeUpdatePointOf);
    const name = site && activeUpdatePointOf(site)?.host.name;
    return name === undefined
        ? 'scenario "${1:Title}" for ${2:7 days} {\n\texpect ${3:all sites synchronized}\n}'
        : `scenario "\${1:${name} fails}" for \${2:9 days} {\n\tat \${3:3d}: stop \${4:${name}} for \${5:1d}\n\texpect \${6:clients of all sites scan}\n}`;
}
