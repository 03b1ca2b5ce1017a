// Small worlds: every hierarchy whose sites take their lines from short lists. Each world varies the lines that interact, and leaves the
// others sound. In the text of a site, `@` stands for its code.

/** For each site of a hierarchy, the texts that it can have. */
export type SiteTexts = readonly (readonly string[])[];

export const codes = ['AAA', 'BBB', 'CCC'] as const;

/** Sites with each of the heads, and in each block one of the alternatives for every line. */
function sites(heads: readonly string[], ...lines: readonly (readonly string[])[]): string[] {
    return heads.flatMap(head => combined(lines).map(body => `${head} {\n${body.filter(Boolean).join('\n')}\n}\n`));
}

/** One of each list. */
function combined(lists: readonly (readonly string[])[]): string[][] {
    return lists.reduce<string[][]>((rows, list) => rows.flatMap(row => list.map(each => [...row, each])), [[]]);
}

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);
const lines = (...each: readonly string[]): string => each.join('\n');

const settings = (source = ''): string => lines('synchronization {', source, 'schedule: every 1 day at 02:07', 'products: "Windows XP"', 'classifications: "Security Updates"', 'languages: en', 'summary languages: en', '}');

/** A site server that is an active software update point. */
const point = (wsus = '', role = '', state = 'active', version = '3.0 SP2'): string => lines(`server @SUP {`, 'site server', `wsus ${version} {`, 'ports: 8530, 8531', wsus, '}', `software update point ${state} {`, role, '}', '}');
const internetPoint = lines('server @INT {', 'internet fqdn: "@int.example.com"', 'wsus 3.0 SP2 {', 'ports: 8530, 8531', 'ssl: required', '}', 'software update point internet { ssl: yes }', '}');

const kinds = ['central', 'primary', 'secondary'];
const below = (parent: string): string[] => ['primary', 'secondary'].map(kind => `${kind} site @ reports to ${parent}`);

/** Heads of sites that report to no site, to a site of the hierarchy, or to one that is not in the plan. */
const anyHeads = (count: number): string[] => kinds.flatMap(kind => ['', ...codes.slice(0, count), 'ZZZ'].map(parent => `${kind} site @${parent && ` reports to ${parent}`}`));

/** The heads of sound trees: one site, two, chains of three, and two sites below one. */
const shapes: Record<string, readonly (readonly string[])[]> = {
    'one site': [['central site @']],
    'two sites': [['central site @'], below('AAA')],
    'a chain': [['central site @'], below('AAA'), below('BBB')],
    'two children': [['central site @'], below('AAA'), below('AAA')]
};

/** A world for each shape. The lines of the top site can differ from those of the sites below it. */
function perShape(title: string, lists: readonly (readonly string[])[], listsOfTop = lists): Record<string, SiteTexts> {
    return Object.fromEntries(Object.entries(shapes).map(([shape, heads]) => [`${title} of ${shape}`, heads.map((each, i) => sites(each, ...i === 0 ? listsOfTop : lists))]));
}

const sources = ['', 'source: Microsoft Update', 'source: parent site', 'source: none', 'source: server AAASUP', 'source: server BBBSUP'];
const modes = ['', 'mode: mixed', 'mode: native'];
const ssl = ['', 'ssl: required', 'ssl: whole website', 'ssl: no'];
const releases = ['', 'release: SP1', 'release: SP2'];
const versions = ['3.0', '3.0 SP1', '3.0 SP2'].map(version => point('', '', 'active', version));
const secure = point('ssl: required', 'ssl: yes');

const secureWsus = 'wsus 3.0 SP2 { ssl: required }';
const roles = ['', ...['inactive', 'internet', 'active'].map(state => `software update point ${state} { ssl: yes }`), 'software update point active { ssl: yes  accepts: intranet, internet }'];
const serversWith = (name: string, ...each: readonly (readonly string[])[]): string[] => combined(each).map(body => lines(`server ${name} {`, ...body, '}'));

export const smallWorlds: Readonly<Record<string, SiteTexts>> = {
    ...Object.fromEntries([1, 2, 3].map(count => [`trees of ${count}`, times(count, sites(anyHeads(count), ['', point()]))])),
    ...Object.fromEntries([2, 3].map(count => [`tops of ${count}`, times(count, sites(['central site @', 'primary site @', ...codes.slice(0, count).map(code => `primary site @ reports to ${code}`)], [point()], ['', 'source: Microsoft Update', 'source: none'].map(settings)))])),
    'two parents': [['BBB', 'CCC'], ['AAA', 'CCC'], ['AAA', 'BBB']].map(others => sites(['central site @', ...['primary', 'secondary'].flatMap(kind => [others.join(', '), others.toReversed().join(', '), others[0]!, `${others[0]!}, ZZZ`].map(parents => `${kind} site @ reports to ${parents}`))], ['', point()])),
    'equal codes': [sites(['central site @']), ...times(2, ['AAA', 'BBB', 'bbb'].flatMap(code => sites([`primary site ${code} reports to AAA`])))],
    ...perShape('modes', [modes, ['', secure, point('ssl: required', lines('ssl: yes', 'accepts: intranet, internet')), lines(secure, internetPoint)]]),
    ...perShape('SSL', [['mode: mixed', 'mode: native'], ['', point(), secure, point('ssl: required', 'ssl: no'), point('ssl: no', 'ssl: yes'), point('ssl: required')]]),
    'central sites with a parent': [sites(['central site @'], [point()], [settings()]), sites(['central site @ reports to AAA'], ['', point(), point('upstream: AAASUP'), point('upstream: BBBSUP'), point('replica: yes')], modes, sources.map(settings))],
    ...perShape('sources', [['', point(), point('replica: yes'), point('replica: no')], sources.slice(0, 4).map(settings)]),
    'servers as sources': shapes['a chain']!.map(heads => sites(heads, ['', point(), point('upstream: AAASUP'), point('upstream: BBBSUP')], [sources[0]!, sources[4]!, sources[5]!].map(settings))),
    ...perShape('versions', [releases, versions], [releases, versions, [settings(), settings().replace('Windows XP', 'Windows 7')]]),
    'two servers': [sites(kinds.map(kind => `${kind} site @`), ['mode: mixed', 'mode: native'], ['', 'clients: 5 intranet', 'clients: 5 internet', 'clients: 0 intranet'],
        serversWith('@ONE', ['', 'site server'], ['', secureWsus], ['', 'wsus console: 3.0 SP2'], roles), serversWith('@TWO', ['', secureWsus], roles))],
    'one WSUS server': [sites(['central site @'], modes,
        combined([['3.0 SP1', '3.0 SP2'], ['', 'ports: 8530, 8531', 'ports: 80, 443'], ssl]).flatMap(([version, ...wsus]) =>
            combined([['active', 'internet', 'inactive'], ['', 'ports: 8530, 8531', 'ports: 8530', 'ports: 80, 8531'], ['', 'ssl: yes', 'ssl: no']])
                .map(([state, ...role]) => lines('server @SUP {', `wsus ${version} {`, ...wsus, '}', `software update point ${state} {`, ...role, '}', '}'))),
        ['', '3.0 SP1', '3.0 SP2'].flatMap(version => serversWith('@SRV', ['site server'], [version && `wsus console: ${version}`])))],
    'criteria': [sites(['central site @'], [point()], ['', ...combined([
        sources.slice(0, 4), ['', 'schedule: manual', 'schedule: every 1 day at 02:07'], ['', 'products: "Windows XP"'], ['', 'classifications: "Updates"'], ['', 'languages: en'], ['', 'summary languages: en']
    ]).map(body => lines('synchronization {', ...body, '}'))])]
};
