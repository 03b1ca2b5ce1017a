import { activeUpdatePointOf, ancestorsOf, freeSiteCode, isPrimarySite, isSiteCode, isSms2003, releaseText, type Site, type SiteKind, wsusVersionOf } from '@sup/model';
import { domainNear } from '../../linter/edits/suggested-names.js';
import { roleLine, wsusLine } from '../../linter/edits/role-edits.js';
import type { PlanPlace } from './plan-place.js';
import { synchronizationLines } from './synchronization-snippets.js';

/** The number of parents that a snippet lets choose from. */
const maxParents = 10;

/** A site at the top, with its software update point and the settings of synchronization. */
export function topSite(kind: SiteKind, { hierarchy }: PlanPlace): string {
    const code = freeSiteCode(hierarchy, kind === 'central' ? 'CEN' : 'PRI');
    return [
        `${kind} site \${1:${code}} "\${2:Headquarters}" {`,
        '\trelease: ${3|SP2,SP2 R2,SP2 R3,SP1,RTM|}',
        '\tmode: mixed',
        '\tclients: ${4:1000} intranet',
        '',
        '\tserver ${5:${1}SUP01} {',
        '\t\tsite server',
        `\t\tfqdn: "\${6:${code.toLowerCase()}sup01.${domainNear(hierarchy.sites)}}"`,
        `\t\t${wsusLine(kind, false)}`,
        `\t\t${roleLine('active', false)}`,
        '\t}',
        '',
        ...synchronizationLines(7).map(line => `\t${line}`),
        '}',
        '$0'
    ].join('\n');
}

/** A primary site, with its own software update point if its parent has one. Undefined if no site of the plan can be its parent. */
export function primarySite({ hierarchy }: PlanPlace): string | undefined {
    const [parent, ...others] = possibleParents(hierarchy.sites);
    const code = freeSiteCode(hierarchy, 'PRI');
    return parent && [
        `primary site \${1:${code}} "\${2:Name}" reports to \${3|${codesOf([parent, ...others])}|} {`,
        ...headLines(parent),
        ...parent.mode ? [`\tmode: ${parent.mode}`] : [],
        '\tclients: ${4:1000} intranet',
        '\tlink: ${5:20 Mbps, 15 ms}',
        ...activeUpdatePointOf(parent) && !isSms2003(parent) ? ['', ...serverBelow(parent, `${code.toLowerCase()}sup01.${domainNear([parent, ...ancestorsOf(hierarchy, parent)])}`)] : [],
        '}',
        '$0'
    ].join('\n');
}

/** The server of a primary site with its software update point, configured like that of the parent. */
function serverBelow(parent: Site, fqdn: string): readonly string[] {
    const isNative = parent.mode === 'native';
    const point = activeUpdatePointOf(parent);
    return [
        '\tserver ${6:${1}SUP01} {',
        '\t\tsite server',
        `\t\tfqdn: "\${7:${fqdn}}"`,
        `\t\t${wsusLine('primary', isNative, point && wsusVersionOf(point))}`,
        `\t\t${roleLine('active', isNative)}`,
        '\t}'
    ];
}

/** A secondary site whose clients scan against the software update point of its parent. */
export function secondarySite({ hierarchy }: PlanPlace): string | undefined {
    const [parent, ...others] = possibleParents(hierarchy.sites);
    return parent && [
        `secondary site \${1:${freeSiteCode(hierarchy, 'SEC')}} "\${2:Name}" reports to \${3|${codesOf([parent, ...others])}|} {`,
        ...headLines(parent),
        '\tlink: ${4:2 Mbps}',
        '\tclients: ${5:100} intranet',
        '}',
        '$0'
    ].join('\n');
}

function headLines({ release }: Site): readonly string[] {
    return release ? [`\trelease: ${releaseText(release)}`] : [];
}

/** The first sites that can have children. A plan may have thousands, so the rest are not visited. */
function possibleParents(sites: readonly Site[]): readonly Site[] {
    const found: Site[] = [];
    for (const site of sites) {
        if (found.length === maxParents) {
            break;
        }
        if (isPrimarySite(site) && isSiteCode(site.code)) {
            found.push(site);
        }
    }
    return found;
}

function codesOf(sites: readonly Site[]): string {
    return sites.map(({ code }) => code).join();
}
