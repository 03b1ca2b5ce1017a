/** A plan by an attacker, of as many characters as wanted, who knows the language. */
export interface HostileDocument {
    readonly name: string;
    make(characters: number): string;
}

/** Repeats lines until a text has a length. */
function filled(characters: number, line: (i: number) => string): string {
    const lines: string[] = [];
    for (let [i, length] = [0, 0]; length < characters; i++) {
        const next = line(i);
        lines.push(next);
        length += next.length;
    }
    return lines.join('');
}

const lines = (name: string, line: (i: number) => string): HostileDocument => ({ name, make: characters => filled(characters, line) });

/** Lines inside one site, so that the whole file is a single segment. */
const inSite = (name: string, line: (i: number) => string): HostileDocument => ({ name, make: characters => `central site NOR {\n${filled(characters, line)}}\n` });

const inServer = (name: string, line: (i: number) => string): HostileDocument => ({ name, make: characters => `central site NOR {\nserver A {\n${filled(characters, line)}}\n}\n` });

const inScenario = (name: string, line: (i: number) => string): HostileDocument => ({
    name, make: characters => `central site NOR {\n  mode: native\n  server A { site server wsus 3.0 SP2 { } software update point active }\n}\nscenario "x" for 1 day {\n${filled(characters, line)}}\n`
});

/** The rest of a text on one line. */
const after = (name: string, start: string, word: (i: number) => string): HostileDocument => ({ name, make: characters => `${start}${filled(characters, word)}` });

const code = (i: number): string => `B${i.toString(36).toUpperCase().padStart(2, '0')}`;

export const hostileDocuments: readonly HostileDocument[] = [
    // Characters and words
    lines('keys', () => 'a:'),
    lines('keys and blanks', () => 'a: '),
    lines('keys on lines', () => 'a:\n'),
    lines('quotes on lines', () => '"\n'),
    lines('quotes of two kinds on lines', () => '\'"\n'),
    after('quotes and backslashes', '"', () => '\\"'),
    lines('closing braces', () => '}'),
    lines('closing braces on lines', () => '}\n'),
    lines('opening braces on lines', () => '{\n'),
    lines('empty blocks', () => '{}'),
    lines('characters without meaning', () => '@ '),
    lines('characters without meaning on lines', () => '@\n'),
    lines('commas', () => ','),
    lines('equals signs', () => '= '),
    lines('beginnings of comments', () => '/* '),
    lines('empty comments', () => '/**/'),
    lines('comments on lines', () => '//x\n'),
    lines('comments between statements', () => '//x\nmode: native\n'),
    lines('keywords', () => 'site '),
    lines('keywords on lines', () => 'site\nserver\nwsus\nclients\nat\nexpect\n'),
    lines('heads without names', () => 'central site\n'),
    lines('line ends of old systems', () => 'mode: native\r'),
    lines('invisible characters', () => 'mo\u200Bde: na\u202Etive\n'),
    lines('characters outside the basic plane', () => '😀 x '),
    lines('names of objects', i => `${['__proto__', 'constructor', 'toString', 'valueOf'][i % 4]!}: then\n`),
    after('a long word', 'central site ', () => 'N'),
    after('a long text', 'central site NOR "', () => 'x'),
    after('digits', 'central site NOR {\nclients: ', () => '1'),
    // Structure
    after('items of a list', 'central site NOR { server A { fqdn: ', () => 'a, '),
    after('words of a value', 'central site NOR { mode: ', () => 'a '),
    after('parents of one site', 'primary site NOR reports to ', i => `${code(i % 1_296)}, `),
    lines('sites on lines', i => `primary site ${code(i % 1_296)} reports to ${code(i >> 3)} {\n  clients: 5\n}\n`),
    lines('sites of one code', () => 'primary site NOR { }\n'),
    lines('sites below each other', i => `primary site ${code(i % 1_296)} reports to ${code((i + 1) % 1_296)}\n`),
    lines('sites with unknown parents', i => `primary site ${code(i % 1_296)} reports to X${i}\n`),
    lines('secondary sites that declare a mode', i => `secondary site ${code(i % 1_296)} reports to TOP {\n  mode: native\n}\n`),
    lines('unclosed blocks', () => 'primary site NOR {\n  server A {\n'),
    lines('deeply nested blocks', () => `central site NOR {\n${'server A {'.repeat(62)}${'}'.repeat(63)}\n`),
    after('colons below open blocks', `central site NOR {\n${'server A {\n'.repeat(60)}`, () => ': '),
    lines('headers', i => `hierarchy X${i % 2}\n`),
    lines('unknown statements', () => 'sever X {\n}\n'),
    lines('superfluous words', () => 'site A B\n'),
    // Findings inside one site
    inSite('active software update points of servers with one name', () => 'server A { wsus 3.0 SP2 { } software update point active }\n'),
    inServer('active software update points of one server', () => 'wsus 3.0 SP2 { } software update point active\n'),
    inSite('active software update points', i => `server A${i} { wsus 3.0 SP2 { } software update point active }\n`),
    inSite('internet software update points', i => `server A${i} { wsus 3.0 SP2 { ssl: required } software update point internet { ssl: no } }\n`),
    inSite('software update points without WSUS', i => `server A${i} { software update point }\n`),
    inSite('unknown properties', i => `p${i}: x\n`),
    inSite('misplaced properties', () => 'ports: 80\n'),
    inSite('the same property', () => 'mode: native\n'),
    inSite('values that are not valid', () => 'mode: nativ\n'),
    inSite('unknown servers', i => `synchronization { source: server X${i} }\n`),
    inSite('clusters', i => `cluster A${i} { nodes: B${i}, C }\n`),
    inSite('client groups that no server reaches', i => `clients "G${i}" { cannot reach: A${i}\n group policy: "http://a${i}:80" }\n`),
    inSite('accepted risks', () => 'allow multiple-active-sups because "x"\n'),
    inSite('accepted risks and findings', () => 'allow sup-without-wsus because "x"\nserver A { software update point }\n'),
    inSite('WSUS servers of old versions', i => `server A${i} { wsus 2.0 { ports: 80, 8531 } os: "Windows 2000" software update point }\n`),
    // Scenarios
    lines('scenarios', i => `scenario "x${i}" for 1 day {\n  expect NOR synchronized by 6h\n}\n`),
    inScenario('events', () => 'at 1h: stop A for 1h\n'),
    inScenario('expectations', () => 'expect NOR synchronized by 6h\n'),
    inScenario('sentences that cannot be read', () => 'at 1h: stop teh A\nexpect NOR synchronised\n'),
    inScenario('sentences about unknown servers', i => `at 1h: stop X${i}\n`)
];
