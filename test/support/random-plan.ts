import { type BlockWithProperties, furtherLines } from './further-properties.js';
import type { Random } from './random.js';

interface PlannedSite {
    readonly code: string;
    readonly kind: 'central' | 'primary' | 'secondary';
    readonly mode: 'native' | 'mixed';
    readonly parent: PlannedSite | undefined;
    readonly hasPoint: boolean;
}

/**
 * A realistic plan: most are correct, and in some a line is missing or wrong. The frequency of mistakes is random, too, and so is that of properties
 * that most plans do without.
 */
export function randomPlan(random: Random): string {
    const mistakeOdds = random.of([20, 60, 200, 1_000]);
    const sites: PlannedSite[] = [];
    for (let i = 0, count = random.between(1, 9); i < count; i++) {
        sites.push(plannedSite(random, i, sites, mistakeOdds));
    }
    const furtherOdds = random.of([8, 40, Infinity]);
    const servers = sites.filter(({ hasPoint }) => hasPoint).map(({ code }) => `${code}SUP01`);
    return sites.map(site => withFurtherLines(random, siteText(random, site, mistakeOdds), servers, furtherOdds)).join('\n');
}

const heads: readonly (readonly [BlockWithProperties, RegExp])[] = [
    ['site', /^\w+ site /], ['server', /^server /], ['wsus', /^wsus \d/], ['software update point', /^software update point /], ['cluster', /^cluster /], ['synchronization', /^synchronization /], ['clients', /^clients "/]
];

/** Adds properties after the heads of some blocks, unless the block has them. */
function withFurtherLines(random: Random, text: string, servers: readonly string[], odds: number): string {
    const lines = text.split('\n');
    return lines.flatMap((line, i) => {
        const [block] = line.endsWith('{') ? heads.find(([, head]) => head.test(line)) ?? [] : [];
        const present = new Set(lines.slice(i + 1, i + 1 + lines.slice(i + 1).findIndex(each => /[{}]/.test(each))).map(each => each.split(':')[0]));
        return [line, ...block && random.isOneIn(odds) ? furtherLines(random, block, servers).filter(each => !present.has(each.split(':')[0])) : []];
    }).join('\n');
}

function plannedSite(random: Random, i: number, sites: readonly PlannedSite[], mistakeOdds: number): PlannedSite {
    const parent = i === 0 ? undefined : random.of(sites.filter(site => site.kind !== 'secondary'));
    const kind = !parent ? 'central' : random.isOneIn(3) ? 'secondary' : 'primary';
    const isMixed = parent?.mode === 'mixed' && (kind === 'secondary' || !random.isOneIn(mistakeOdds));
    return {
        code: `S0${i}`, kind, parent,
        mode: isMixed ? 'mixed' : kind === 'secondary' ? 'native' : random.of(['native', 'mixed']),
        // A site below one without a software update point usually has none either: it would leave a gap in the chain.
        hasPoint: parent ? (parent.hasPoint || random.isOneIn(mistakeOdds)) && !random.isOneIn(kind === 'secondary' ? 2 : 8) : !random.isOneIn(mistakeOdds)
    };
}

function siteText(random: Random, site: PlannedSite, mistakeOdds: number): string {
    const { code, kind, mode, parent, hasPoint } = site;
    const usually = (line: string): string[] => random.isOneIn(mistakeOdds) ? [] : [line];
    const sometimes = (line: string): string[] => random.isOneIn(3) ? [line] : [];
    const internet = kind !== 'secondary' && mode === 'native' && hasPoint && random.isOneIn(3);
    return [
        `${kind} site ${code}${parent ? ` reports to ${random.isOneIn(mistakeOdds) ? 'XXX' : parent.code}` : ''} {`,
        ...sometimes(`release: ${random.isOneIn(mistakeOdds) ? 'SP1' : 'SP2'}`),
        ...kind === 'secondary' ? [] : usually(`mode: ${mode}`),
        ...sometimes(`clients: ${random.between(1, 500)} intranet${internet ? ', 10 internet' : ''}`),
        ...parent ? sometimes(linkText(random)) : [],
        ...hasPoint ? serverText(random, site, mistakeOdds, internet) : sometimes(`server ${code}SRV01 { site server }`),
        ...hasPoint ? sometimes(groupText(random, site, mistakeOdds)) : [],
        ...parent ? random.isOneIn(mistakeOdds) ? ['synchronization { source: none }'] : [] : synchronizationText(random, mistakeOdds),
        '}'
    ].join('\n');
}

function linkText(random: Random): string {
    const from = random.between(0, 23);
    const window = random.isOneIn(2) ? `, open ${two(from)}:00 to ${two((from + random.between(1, 12)) % 24)}:00` : '';
    return `link: ${random.of(['256 kbps, 300 ms', '2 Mbps, 15 ms', '20 Mbps, 5 ms'])}${window}`;
}

const two = (hour: number): string => String(hour).padStart(2, '0');

function serverText(random: Random, { code, kind, mode }: PlannedSite, mistakeOdds: number, internet: boolean): string[] {
    const usual = (right: string, wrong: string): string => random.isOneIn(mistakeOdds) ? wrong : right;
    const ssl = mode === 'native';
    const version = usual('3.0 SP2', random.of(['3.0', '3.0 SP1']));
    const shared = ['database: "SQL01\\SUSDB"', 'content folder: "\\\\files01\\wsus"'];
    const wsus = (server: string, isNode = false): string[] => random.isOneIn(mistakeOdds) ? [] : [
        `wsus ${version} {`, ...random.isOneIn(mistakeOdds) ? [] : ['ports: 8530, 8531'], `ssl: ${usual(ssl ? 'required' : 'no', ssl ? 'no' : 'required')}`,
        ...usual(kind === 'secondary' ? 'yes' : 'no', kind === 'secondary' ? 'no' : 'yes') === 'yes' ? ['replica: yes'] : [], ...isNode ? shared.filter(() => !random.isOneIn(mistakeOdds)) : [], `}  // ${server}`
    ];
    const ports = random.isOneIn(3) ? [`ports: ${usual('8530, 8531', '80, 443')}`] : [];
    const point = (state: string, ...more: string[]): string[] => [`software update point ${state} {`, ...ports, `ssl: ${usual(ssl ? 'yes' : 'no', ssl ? 'no' : 'yes')}`, ...internet && state === 'active' ? ['accepts: intranet, internet'] : [], ...more, '}'];
    const internetName = internet && !random.isOneIn(mistakeOdds) ? [`internet fqdn: "${code.toLowerCase()}.example.com"`] : [];
    if (random.isOneIn(6)) {
        return [
            `server ${code}SRV01 {`, 'site server', ...random.isOneIn(mistakeOdds) ? [] : [`wsus console: ${version}`], '}',
            `server ${code}SUP01 {`, ...wsus('the first node', true), '}', `server ${code}SUP02 {`, ...wsus('the second node', true), '}',
            `cluster ${code}NLB {`, `nodes: ${code}SUP01, ${code}SUP02`, ...internetName, ...point('active', ...random.isOneIn(mistakeOdds) ? [] : ['account: "CORP\\svc-sup"']), '}'
        ];
    }
    return [`server ${code}SUP01 {`, 'site server', ...internetName, ...wsus('all on one'), ...point(usual('active', random.of(['internet', 'inactive']))), '}'];
}

function groupText(random: Random, { code, mode }: PlannedSite, mistakeOdds: number): string {
    const [scheme, port] = mode === 'native' ? ['https', 8531] : ['http', 8530];
    const policy = random.isOneIn(mistakeOdds) ? `policy: "${scheme}://elsewhere:${port}"` : '';
    return `clients "Kiosks ${code}" {\ncount: ${random.between(1, 50)}\n${policy}\n}`;
}

function synchronizationText(random: Random, mistakeOdds: number): string[] {
    const usually = (line: string): string[] => random.isOneIn(mistakeOdds) ? [] : [line];
    return [
        'synchronization {', ...random.isOneIn(mistakeOdds) ? [`source: ${random.of(['none', 'parent site'])}`] : [],
        ...usually(`schedule: every ${random.of(['1 day', '7 days', '6 hours', '2 days'])} at ${two(random.between(0, 23))}:07`),
        ...usually('products: "Windows XP", "Windows 7"'), ...usually('classifications: "Security Updates"'), ...usually('languages: en'), ...usually('summary languages: en'), '}'
    ];
}
