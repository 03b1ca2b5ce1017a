/** An input that is too large to be stored: how to generate it, how many sites it has, and how often each rule reports it. */
export interface LargeInput {
    readonly name: string;
    make(): string;
    readonly sites: number;
    readonly found: Readonly<Record<string, number>>;
}

const numbered = (count: number, textOf: (i: number) => string): string => Array.from({ length: count }, (_, i) => textOf(i)).join('');

/** The findings of a file that has more of them than it may show. */
const cut = (code: string): Record<string, number> => ({ 'too-many-findings': 1, [code]: 100 });

/** A code of three characters that is not a reserved device name. */
const code = (i: number): string => `B${i.toString(36).toUpperCase().padStart(2, '0')}`;

export const largeInputs: readonly LargeInput[] = [
    { name: 'B022 quotes and backslashes', make: () => `hierarchy "${'\\"'.repeat(500_000)}`, sites: 0, found: cut('syntax-error') },
    // The slash of a later `/*` ends the comment before it.
    { name: 'B023 slashes and asterisks', make: () => '/*'.repeat(512_000), sites: 0, found: cut('syntax-error') },
    { name: 'B023 beginnings of comments', make: () => '/* '.repeat(512_000), sites: 0, found: { 'unclosed-comment': 1 } },
    { name: 'B024 empty comments', make: () => `${'/**/'.repeat(130_000)}\ncentral site NOR {\n}\n`, sites: 1, found: {} },
    { name: 'B025 lines of comments', make: () => `${'// x\n'.repeat(200_000)}central site NOR {\n}\n`, sites: 1, found: {} },
    { name: 'B026 a text of 3.9 MB', make: () => `central site NOR "${'x'.repeat(3_900_000)}" {\n}\n`, sites: 1, found: {} },
    { name: 'B026 a text of 5 MB', make: () => `central site NOR "${'x'.repeat(5_000_000)}" {\n}\n`, sites: 0, found: { 'syntax-error': 1 } },
    { name: 'B026 a million digits', make: () => `central site NOR {\n  clients: ${'1'.repeat(1_000_000)} intranet\n}\n`, sites: 1, found: { 'invalid-value': 1 } },
    { name: 'B034 equals signs', make: () => '= '.repeat(100_000), sites: 0, found: { 'syntax-error': 2 } },
    { name: 'B035 quotes of two kinds', make: () => '\'"\n'.repeat(200_000), sites: 0, found: { 'too-many-findings': 1, 'syntax-error': 50, 'unclosed-string': 50 } },
    { name: 'B046 sites on lines', make: () => `central site TOP\n${numbered(11_000, i => `secondary site ${code(i % 1_296)} reports to TOP\n`)}`, sites: 11_001, found: cut('site-code-duplicate') },
    { name: 'B046 sites on one line', make: () => `central site TOP { } ${numbered(1_296, i => `secondary site ${code(i)} reports to TOP { } `)}`, sites: 1_297, found: { 'secondary-count-limit': 1 } },
    { name: 'B048 unknown properties', make: () => `central site NOR {\n${numbered(10_000, i => `  p${i}: x\n`)}}\n`, sites: 1, found: cut('unknown-property') },
    {
        name: 'B048 software update points', sites: 1, found: cut('multiple-active-sups'),
        make: () => `central site NOR {\n${numbered(10_000, i => `  server S${i} {\n    wsus 3.0 SP2\n    software update point active\n  }\n`)}}\n`
    },
    { name: 'B049 a line of a megabyte', make: () => `central site NOR { ${numbered(60_000, i => `server S${i} { } `)}}`, sites: 1, found: {} },
    { name: 'B071 a loop of a thousand sites', make: () => numbered(1_000, i => `primary site ${code(i)} reports to ${code((i + 1) % 1_000)}\n`), sites: 1_000, found: { 'hierarchy-cycle': 1 } },
    { name: 'B073 a chain of sites', make: () => `central site ${code(0)}\n${numbered(1_295, i => `primary site ${code(i + 1)} reports to ${code(i)}\n`)}`, sites: 1_296, found: {} },
    { name: 'B075 unknown parents', make: () => numbered(1_296, i => `primary site ${code(i)} reports to X${code(i)}\n`), sites: 1_296, found: cut('unknown-parent') }
];
