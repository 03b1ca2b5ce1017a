import { isDiscouragedSiteCode, isReservedSiteCode, newHierarchyLimits } from '@sup/model';
import { quoteString } from '../syntax/parser/value-converter.js';
import { writtenName } from '../syntax/tree/names.js';

/** The answers from which a new plan is written. */
export interface NewHierarchy {
    readonly name: string;
    /** The names of the regions, each of which gets a primary site. */
    readonly regions: readonly string[];
    readonly mode: 'native' | 'mixed';
    /** Whether clients on the Internet are managed, which native mode permits. */
    readonly internet: boolean;
    /** The bandwidth of the links to the regions, in kilobits per second. */
    readonly bandwidth: number;
}

/** A plan without problems: a central site, a primary site and a branch office for each region, and a scenario whose expectations hold. */
export function newHierarchy({ name, regions, mode, internet, bandwidth }: NewHierarchy): string {
    const codes = new SiteCodes();
    const central = codes.next('Central');
    const domain = `${name.normalize('NFD').toLowerCase().replace(/[^a-z0-9-]+/g, '').replace(/^-+|-+$/g, '') || 'plan'}.example`;
    const context = { mode, domain, bandwidth };
    const sites = regions.slice(0, newHierarchyLimits.regions).map(region => ({ region, code: codes.next(region), office: codes.next(`${region.slice(0, 1)}${region.slice(-1)}O`) }));
    return `${[
        [
            `hierarchy ${writtenName(name)}`,
            '',
            '// The names, numbers of clients and links are examples. Replace them with yours: problems appear as you type.',
            '// Hover over a word for its meaning. Ctrl+K V draws the plan.'
        ],
        centralSite(central, internet && mode === 'native', context),
        ...sites.flatMap(({ region, code, office }) => [regionalSite(code, region, central, context), officeOf(office, region, code, context)]),
        scenario(central, sites.map(({ code }) => code))
    ].map(lines => lines.join('\n')).join('\n\n')}\n`;
}

interface Context extends Pick<NewHierarchy, 'mode' | 'bandwidth'> {
    readonly domain: string;
}

function centralSite(code: string, hasInternet: boolean, { mode, domain }: Context): readonly string[] {
    return [
        '/** The top of the tree: the only site that synchronizes from Microsoft Update. */',
        `central site ${code} "Headquarters" {`,
        '  release: SP2',
        `  mode: ${mode}`,
        `  clients: 2000 intranet${hasInternet ? ', 200 internet' : ''}`,
        '',
        ...updatePoint(code, mode, domain),
        ...hasInternet ? ['', ...internetPoint(code, domain)] : [],
        '',
        '  synchronization {',
        '    source: Microsoft Update',
        '    schedule: every 1 day at 02:07',
        '    products: "Windows 7", "Windows Server 2008 R2", "Office 2007"',
        '    classifications: "Critical Updates", "Security Updates", "Definition Updates"',
        '    languages: en',
        '    summary languages: en',
        '  }',
        '}'
    ];
}

function regionalSite(code: string, region: string, parent: string, { mode, domain, bandwidth }: Context): readonly string[] {
    return [
        '/** Its software update point synchronizes from the one of the central site, after that one. */',
        `primary site ${code} ${quoteString(region)} reports to ${parent} {`,
        '  release: SP2',
        `  mode: ${mode}`,
        `  link: ${linkText(bandwidth)}`,
        '  clients: 1500 intranet',
        '',
        ...updatePoint(code, mode, domain),
        '}'
    ];
}

function officeOf(code: string, region: string, parent: string, { domain }: Context): readonly string[] {
    return [
        `/** It has no software update point: its clients scan against the one of ${parent}. */`,
        `secondary site ${code} ${quoteString(`${region}, branch office`)} reports to ${parent} {`,
        '  release: SP2',
        '  link: 2 Mbps',
        '  clients: 40 intranet',
        '',
        `  server ${code}SRV01 {`,
        '    site server',
        `    fqdn: "${code.toLowerCase()}srv01.${domain}"`,
        '  }',
        '}'
    ];
}

function updatePoint(code: string, mode: Context['mode'], domain: string): readonly string[] {
    const isNative = mode === 'native';
    return [
        `  server ${code}SUP01 {`,
        '    site server',
        `    fqdn: "${code.toLowerCase()}sup01.${domain}"`,
        '    os: "Windows Server 2008 R2"',
        `    wsus 3.0 SP2 { ports: 8530, 8531${isNative ? '  ssl: required' : ''} }`,
        `    software update point active { ports: 8530, 8531${isNative ? '  ssl: yes  accepts: intranet' : ''} }`,
        '  }'
    ];
}

function internetPoint(code: string, domain: string): readonly string[] {
    return [
        '  // In the perimeter network: clients on the Internet find it by its Internet FQDN.',
        `  server ${code}DMZ01 {`,
        `    fqdn: "${code.toLowerCase()}dmz01.${domain}"`,
        `    internet fqdn: "updates.${domain}"`,
        '    os: "Windows Server 2008 R2"',
        '    wsus 3.0 SP2 { ports: 80, 443  ssl: required }',
        '    software update point internet { ports: 80, 443  ssl: yes }',
        '  }'
    ];
}

function scenario(central: string, regions: readonly string[]): readonly string[] {
    return [
        '// Choose *Run* above the scenario. It holds if the plan survives what happens in it.',
        'scenario "Microsoft Update is out of reach for a day" for 14 days {',
        '  at 3d: fail Microsoft Update for 1d',
        '',
        `  expect ${central} synchronized by 1d`,
        ...regions.map(code => `  expect ${code} matches ${central} by 7d`),
        '  expect all clients scan',
        '}'
    ];
}

function linkText(kilobits: number): string {
    return kilobits % 1000 === 0 ? `${kilobits / 1000} Mbps` : `${kilobits} kbps`;
}

/** Free site codes that resemble names. */
class SiteCodes {
    private readonly taken = new Set<string>();

    next(name: string): string {
        const base = name.normalize('NFD').toUpperCase().replace(/[^A-Z0-9]/g, '').slice(0, 3).padEnd(3, '0');
        let code = base;
        for (let i = 1; this.taken.has(code) || isReservedSiteCode(code) || isDiscouragedSiteCode(code); i++) {
            const ending = i.toString(36).toUpperCase();
            code = base.slice(0, 3 - ending.length) + ending;
        }
        this.taken.add(code);
        return code;
    }
}
