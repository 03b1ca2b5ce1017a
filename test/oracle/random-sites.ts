import type { Random } from '../support/random.js';

const codes = Array.from({ length: 12 }, (_, i) => `S${i.toString(36).padStart(2, '0').toUpperCase()}`);

/**
 * Random sites, most of them sound: up to twelve, in a tree in which some sites report to the wrong one. Unlike those of the small worlds,
 * they combine mistakes of all kinds, and have clusters.
 */
export function randomSites(random: Random): string {
    const count = random.between(1, codes.length);
    const odds = random.of([4, 10, 30]);
    return Array.from({ length: count }, (_, i) => siteText(random, i, count, odds)).join('\n');
}

function siteText(random: Random, i: number, count: number, odds: number): string {
    const code = codes[i]!;
    const isTop = i === 0 || random.isOneIn(6 * odds);
    const kind = isTop !== random.isOneIn(6 * odds) ? random.of(['central', 'primary']) : random.of(['primary', 'primary', 'secondary']);
    const parent = random.isOneIn(2 * odds) ? random.of([...codes.slice(0, count), 'ZZZ']) : codes[random.between(0, Math.floor(i / 2))]!;
    const parents = isTop ? '' : ` reports to ${parent}${random.isOneIn(6 * odds) ? `, ${random.of(codes)}` : ''}`;
    const isSecondary = kind === 'secondary';
    return [
        `${kind} site ${code}${parents} {`,
        ...random.isOneIn(3) ? [`release: ${random.of(['RTM', 'SP1', 'SP2', 'SP2 R3'])}`] : [],
        ...isSecondary && !random.isOneIn(odds) ? [] : [`mode: ${random.isOneIn(odds) ? 'mixed' : 'native'}`],
        ...random.isOneIn(3) ? [`clients: ${random.of([0, 40])} intranet, ${random.of([0, 0, 5])} internet`] : [],
        ...random.isOneIn(odds) ? [] : servers(random, code, isSecondary, odds),
        ...isTop !== random.isOneIn(2 * odds) ? settings(random, odds) : [],
        '}', ''
    ].join('\n');
}

function servers(random: Random, code: string, isSecondary: boolean, odds: number): string[] {
    const rarely = (line: string): string[] => random.isOneIn(odds) ? [line] : [];
    const wsus = (): string[] => random.isOneIn(2 * odds) ? [] : [
        `wsus ${random.isOneIn(odds) ? random.of(['3.0', '3.0 SP1']) : '3.0 SP2'} {`, `ports: ${random.isOneIn(odds) ? '80, 443' : '8530, 8531'}`,
        ...random.isOneIn(odds) ? rarely('ssl: no') : ['ssl: required'], ...rarely(`replica: ${random.of(['yes', 'no'])}`), ...random.isOneIn(3 * odds) ? [`upstream: ${random.of(codes)}SUP`] : [], '}'
    ];
    const role = (state: string): string[] => [
        `software update point ${state} {`, ...rarely(`ports: ${random.of(['8530, 8531', '80, 443', '8530'])}`), ...rarely(`ssl: ${random.of(['yes', 'no'])}`),
        ...rarely(`accepts: ${isSecondary && !random.isOneIn(odds) ? 'intranet' : random.of(['intranet', 'intranet, internet'])}`), '}'
    ];
    const usual = random.isOneIn(odds) ? random.of(['inactive', 'internet']) : 'active';
    const console = random.isOneIn(odds) ? rarely('wsus console: 3.0 SP1') : ['wsus console: 3.0 SP2'];
    const node = wsus();
    const main = random.of([
        [`server ${code}SUP {`, 'site server', ...wsus(), ...role(usual), '}'],
        [`server ${code}SRV {`, 'site server', ...console, '}', `server ${code}SUP {`, ...wsus(), ...role(usual), '}'],
        [`server ${code}SRV {`, 'site server', ...console, '}', `server ${code}SUP {`, ...node, '}', `server ${code}TWO {`, ...node, '}', `cluster ${code}NLB {`, `nodes: ${code}SUP, ${code}TWO`, ...role(usual), '}']
    ]);
    return [...main, ...random.isOneIn(isSecondary ? 4 * odds : odds) ? [`server ${code}INT {`, ...wsus(), ...role(random.of(['internet', 'internet', 'active', 'inactive'])), '}'] : []];
}

function settings(random: Random, odds: number): string[] {
    const usually = (line: string): string[] => random.isOneIn(2 * odds) ? [] : [line];
    return [
        'synchronization {', ...random.isOneIn(odds) ? [`source: ${random.of(['Microsoft Update', 'parent site', 'none', `server ${random.of(codes)}SUP`])}`] : [],
        ...usually(`schedule: ${random.isOneIn(odds) ? 'manual' : 'every 1 day at 02:07'}`), ...usually(`products: "${random.of(['Windows XP', 'Windows 7'])}"`), ...usually('classifications: "Updates"'), ...usually('languages: en'), '}'
    ];
}
