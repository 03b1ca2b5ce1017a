import type { Random } from '../support/random.js';

const codes = Array.from({ length: 12 }, (_, i) => `S${i.toString(36).padStart(2, '0').toUpperCase()}`);

/**
 * Random sites, most of them sound: up to twelve, in a tree in which some sites report to the wrong one. Unlike those of the small worlds,
 * they combine mistakes of all kinds, and have clusters and unknown values.
 */
export function randomSites(random: Random): string {
    const count = random.between(1, codes.length);
    const odds = random.of([4, 10, 30]);
    const width = random.of([1, 2, 2, 12]);
    const text = Array.from({ length: count }, (_, i) => siteText(random, i, count, odds, width)).join('\n');
    return random.isOneIn(3) ? withUnknownValues(random, text) : text;
}

/** Replaces some values by `unknown`, at most a few of each plan. */
function withUnknownValues(random: Random, text: string): string {
    return text.replaceAll(/^(wsus|software update point|[a-z ]+:) [^{\n]*?(?= \{$|$)/gm, (statement, head: string) => random.isOneIn(30) && head !== 'source:' ? `${head} unknown` : statement);
}

function siteText(random: Random, i: number, count: number, odds: number, width: number): string {
    const code = codes[i]!;
    const isTop = i === 0 || random.isOneIn(6 * odds);
    const kind = isTop !== random.isOneIn(6 * odds) ? random.of(['central', 'primary']) : random.of(['primary', 'primary', 'secondary']);
    const parent = random.isOneIn(2 * odds) ? random.of([...codes.slice(0, count), 'ZZZ']) : codes[random.between(Math.floor((i - 1) / width), width === 1 ? i - 1 : Math.floor(i / 2))]!;
    const parents = isTop ? '' : ` reports to ${parent}${random.isOneIn(6 * odds) ? `, ${random.of(codes)}` : ''}`;
    const isSecondary = kind === 'secondary';
    return [
        `${kind} site ${code}${parents} {`,
        ...random.isOneIn(3) ? [`release: ${random.isOneIn(odds) ? 'SMS 2003' : random.of(['RTM', 'SP1', 'SP2', 'SP2 R3'])}`] : [],
        ...isSecondary && !random.isOneIn(odds) ? [] : [`mode: ${random.isOneIn(odds) ? 'mixed' : 'native'}`],
        ...random.isOneIn(3) ? [`clients: ${random.of([0, 40])} intranet, ${random.of([0, 0, 5])} internet`] : [],
        ...random.isOneIn(odds) ? [`group policy: "${address(random, code)}"`] : [],
        ...random.isOneIn(odds) ? ['clients "Branch" {', `count: ${random.of([0, 5])}`, `on: ${random.of(['intranet', 'internet'])}`, `policy: "${address(random, code)}"`, '}'] : [],
        ...random.isOneIn(odds) ? [] : servers(random, code, isSecondary, odds),
        ...isTop !== random.isOneIn(2 * odds) ? settings(random, odds) : [],
        '}', ''
    ].join('\n');
}

/** The address of the software update point of a site, or a similar one. */
function address(random: Random, code: string): string {
    const name = random.of([`${code}SUP`, `${code.toLowerCase()}sup.example.com`, `${code}NLB`, `${code}INT`, 'wsus']);
    return random.of(['https://', 'https://', 'http://', '']) + name + random.of([':8531', ':8531', ':443', ':8530', '', '/', ':8531/wsus']);
}

function servers(random: Random, code: string, isSecondary: boolean, odds: number): string[] {
    const rarely = (line: string): string[] => random.isOneIn(odds) ? [line] : [];
    const shared = random.isOneIn(2) ? ['database: "SQL01\\WSUS"', 'content folder: "\\\\FS01\\WSUS"'] : [];
    const own = (): string[] => [...rarely(`database: "${random.of(['Windows Internal Database', 'SQL02\\WSUS', 'sql01\\wsus'])}"`), ...rarely(`content folder: "${random.of(['D:\\WSUS', '\\\\FS02\\WSUS', '\\\\fs01\\wsus'])}"`)];
    const wsus = (isNode = false): string[] => random.isOneIn(2 * odds) ? [] : [
        `wsus ${random.isOneIn(odds) ? random.of(['3.0', '3.0 SP1']) : '3.0 SP2'} {`, `ports: ${random.isOneIn(odds) ? '80, 443' : '8530, 8531'}`,
        ...random.isOneIn(odds) ? rarely('ssl: no') : ['ssl: required'], ...rarely(`replica: ${random.of(['yes', 'no'])}`), ...random.isOneIn(3 * odds) ? [`upstream: ${random.of(codes)}SUP`] : [],
        ...isNode ? random.isOneIn(odds) ? own() : shared : [], '}'
    ];
    const role = (state: string): string[] => [
        `software update point ${state} {`, ...rarely(`ports: ${random.of(['8530, 8531', '80, 443', '8530'])}`), ...rarely(`ssl: ${random.of(['yes', 'no'])}`),
        ...rarely(`accepts: ${isSecondary && !random.isOneIn(odds) ? 'intranet' : random.of(['intranet', 'intranet, internet'])}`), '}'
    ];
    const usual = random.isOneIn(odds) ? random.of(['inactive', 'internet']) : 'active';
    const console = random.isOneIn(odds) ? rarely('wsus console: 3.0 SP1') : ['wsus console: 3.0 SP2'];
    const main = random.of([
        [`server ${code}SUP {`, 'site server', ...wsus(), ...role(usual), '}'],
        [`server ${code}SRV {`, 'site server', ...console, '}', `server ${code}SUP {`, ...wsus(), ...role(usual), '}'],
        [`server ${code}SRV {`, 'site server', ...console, '}', `server ${code}SUP {`, ...wsus(true), '}', `server ${code}TWO {`, ...wsus(true), '}', `cluster ${code}NLB {`, ...nodes(random, code, odds), ...role(usual).toSpliced(1, 0, ...random.isOneIn(odds) ? [] : ['account: "CORP\\sup"']), '}']
    ]);
    return [...main, ...random.isOneIn(isSecondary ? 4 * odds : odds) ? [`server ${code}INT {`, ...wsus(), ...role(random.of(['internet', 'internet', 'active', 'inactive'])), '}'] : []];
}

function nodes(random: Random, code: string, odds: number): string[] {
    const names = ['SUP', 'TWO', 'SRV', 'X', 'Y', 'Z'].map(name => code + name);
    return random.isOneIn(3 * odds) ? [] : [`nodes: ${names.slice(0, random.isOneIn(odds) ? random.between(1, 6) : 2).join(', ')}`];
}

function settings(random: Random, odds: number): string[] {
    const usually = (line: string): string[] => random.isOneIn(2 * odds) ? [] : [line];
    return [
        'synchronization {', ...random.isOneIn(odds) ? [`source: ${random.of(['Microsoft Update', 'parent site', 'none', `server ${random.of(codes)}SUP`])}`] : [],
        ...usually(`schedule: ${random.isOneIn(odds) ? 'manual' : 'every 1 day at 02:07'}`), ...usually(`products: "${random.of(['Windows XP', 'Windows 7'])}"`), ...usually('classifications: "Updates"'), ...usually('languages: en'), '}'
    ];
}
