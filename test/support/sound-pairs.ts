import type { Random } from './random.js';

// Pairs of sound plans: each is free of errors, and the later one has changes of every kind that a rollout has to order.

interface PlannedSite {
    readonly code: string;
    readonly kind: 'central' | 'primary' | 'secondary';
    readonly parent: string | undefined;
    readonly clients: number;
    /** Which server has the active software update point; 0 for none. */
    readonly point: number;
    readonly hasPolicy: boolean;
    readonly internet: 'none' | 'shared' | 'separate';
}

interface PlannedHierarchy {
    readonly mode: 'native' | 'mixed';
    readonly hasSsl: boolean;
    readonly servicePack: 'SP1' | 'SP2';
    readonly wsus: '3.0 SP1' | '3.0 SP2';
    readonly hasWindows7: boolean;
    readonly ports: string;
    readonly sites: readonly PlannedSite[];
}

/** The texts of two versions of a plan. */
export function soundPair(random: Random): readonly [before: string, after: string] {
    const before = planned(random, undefined);
    return [textOf(before), textOf(random.isOneIn(12) ? before : planned(random, before))];
}

function planned(random: Random, earlier: PlannedHierarchy | undefined): PlannedHierarchy {
    const keep = <T>(value: T | undefined, fresh: () => T): T => value !== undefined && !random.isOneIn(3) ? value : fresh();
    const mode = keep(earlier?.mode, () => random.of(['native', 'mixed'] as const));
    const wsus = keep(earlier?.wsus, () => random.of(['3.0 SP1', '3.0 SP2'] as const));
    return {
        mode, wsus, hasSsl: mode === 'native' || keep(earlier?.hasSsl, () => random.isOneIn(2)),
        servicePack: keep(earlier?.servicePack, () => random.of(['SP1', 'SP2'] as const)),
        hasWindows7: wsus === '3.0 SP2' && keep(earlier?.hasWindows7, () => random.isOneIn(2)),
        ports: keep(earlier?.ports, () => random.of(['80, 443', '8530, 8531'])),
        sites: plannedSites(random, mode, earlier?.sites)
    };
}

function plannedSites(random: Random, mode: PlannedHierarchy['mode'], earlier: readonly PlannedSite[] | undefined): readonly PlannedSite[] {
    const sites: PlannedSite[] = [];
    const count = random.between(2, 9);
    for (let i = 0; i < Math.max(count, earlier?.length ?? 0); i++) {
        const was = earlier?.[i];
        const isGone = was && i > 0 && random.isOneIn(8);
        if ((i >= count && !was) || isGone || (was?.parent !== undefined && !sites.some(({ code }) => code === was.parent) && !sites.some(({ kind }) => kind !== 'secondary'))) {
            continue;
        }
        sites.push(plannedSite(random, i, mode, sites, was));
    }
    return sites;
}

function plannedSite(random: Random, i: number, mode: PlannedHierarchy['mode'], above: readonly PlannedSite[], was: PlannedSite | undefined): PlannedSite {
    const kind = was?.kind ?? (i === 0 ? 'central' : random.of(['primary', 'secondary', 'secondary'] as const));
    const parents = above.filter(site => site.kind !== 'secondary');
    const isParentKept = was && parents.some(({ code }) => code === was.parent) && !random.isOneIn(8);
    const parent = i === 0 ? undefined : isParentKept ? was.parent : random.of(parents).code;
    const parentHasPoint = parent === undefined || above.find(({ code }) => code === parent)!.point > 0;
    const isChanged = was === undefined || random.isOneIn(3);
    const point = kind !== 'secondary' && parentHasPoint ? isChanged ? random.of([1, 1, 2]) : was.point || 1 : parentHasPoint ? isChanged ? random.of([0, 1, 2]) : was.point : 0;
    return {
        code: `S${i}${'ABCDEFGHIJ'[i]}`, kind, parent, point,
        clients: was && !random.isOneIn(5) ? was.clients : random.between(10, 3_000),
        hasPolicy: point > 0 && (was && !random.isOneIn(4) ? was.hasPolicy : random.isOneIn(6)),
        internet: mode === 'native' && kind !== 'secondary' && point > 0 ? was && !random.isOneIn(3) ? was.internet : random.of(['none', 'shared', 'separate'] as const) : 'none'
    };
}

function textOf(plan: PlannedHierarchy): string {
    return ['hierarchy Sound', ...plan.sites.map(site => siteText(plan, site))].join('\n');
}

function siteText({ mode, hasSsl, servicePack, wsus, hasWindows7, ports }: PlannedHierarchy, { code, kind, parent, clients, point, hasPolicy, internet }: PlannedSite): string {
    const wsusText = `wsus ${wsus} { ports: ${ports}  ssl: ${hasSsl ? 'required' : 'no'} }`;
    const fqdn = (name: string): string => `fqdn: "${name.toLowerCase()}.sound.example"`;
    const host = `${code}SUP0${point}`;
    const role = (state: string, accepts: string): string => `software update point ${state} { ssl: ${hasSsl ? 'yes' : 'no'}${accepts} }`;
    const [http, https] = ports.split(', ');
    return [
        `${kind} site ${code} "${code}"${parent === undefined ? '' : ` reports to ${parent}`} {`,
        `release: ${servicePack}`,
        ...kind === 'secondary' ? [] : [`mode: ${mode}`],
        `clients: ${clients} intranet${internet === 'none' ? '' : ', 40 internet'}`,
        ...parent === undefined ? [] : ['link: 10 Mbps'],
        ...hasPolicy ? [`group policy: "${hasSsl ? 'https' : 'http'}://${host}.sound.example:${hasSsl ? https : http}"`.toLowerCase()] : [],
        `server ${code}SRV01 { site server`, fqdn(`${code}SRV01`), ...point > 0 || internet === 'separate' ? [`wsus console: ${wsus}`] : [], '}',
        ...point === 0 ? [] : [
            `server ${host} {`, fqdn(host), ...internet === 'shared' ? [`internet fqdn: "${code.toLowerCase()}.sound-public.example"`] : [], wsusText,
            role('active', internet === 'shared' ? '  accepts: intranet, internet' : ''), '}'
        ],
        ...internet !== 'separate' ? [] : [`server ${code}INT01 {`, fqdn(`${code}INT01`), `internet fqdn: "${code.toLowerCase()}.sound-public.example"`, wsusText, role('internet', ''), '}'],
        ...kind !== 'central' ? [] : [
            `synchronization { source: Microsoft Update  schedule: every 1 day at 02:07  products: "Windows XP"${hasWindows7 ? ', "Windows 7"' : ''}`,
            'classifications: "Security Updates"', 'languages: en', 'summary languages: en', '}'
        ],
        '}'
    ].join('\n');
}
