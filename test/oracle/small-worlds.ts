// Small worlds: every hierarchy whose sites take their lines from short lists. Each world varies the lines that interact, and leaves the
// others sound. In the text of a site, `@` stands for its code.

/** For each site of a hierarchy, the texts that it can have. */
export type SiteTexts = readonly (readonly string[])[];

export const codes = ['AAA', 'BBB', 'CCC', 'DDD', 'EEE', 'FFF'] as const;

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

/** A cluster of up to two nodes, whose WSUS servers have one of the lines of each list. */
const clusters = (account: readonly string[], nodes: readonly string[], ...lines: readonly (readonly string[])[]): string[] => combined([
    ...['@ONE', '@TWO'].map(name => combined([['3.0 SP1', '3.0 SP2'], ...lines]).map(([version, ...wsus]) => `server ${name} {\nwsus ${version} {\n${wsus.filter(Boolean).join('\n')}\n}\n}`)),
    ['cluster @NLB {'], nodes, ['software update point active {'], account, ['}\n}']
]).map(each => each.join('\n'));

/** Active software update points whose addresses differ. */
const addressed = combined([['ports: 80, 443', 'ports: 8530, 8531'], ['', 'ssl: required', 'ssl: no'], ['', 'fqdn: "wsus.example.com"'], ['active', 'inactive', 'unknown']])
    .map(([ports, ssl, fqdn, state]) => `server @SUP {\n${fqdn}\nsite server\nwsus 3.0 SP2 {\n${ports}\n${ssl}\n}\nsoftware update point ${state}\n}`);
const addresses = ['http://AAASUP:8530', 'https://AAASUP:443', 'http://AAASUP:80', 'https://aaasup:8531/', 'http://AAASUP', 'https://AAASUP', 'http://aaasup.example.com', 'http://wsus.example.com:80', 'https://wsus.example.com', 'AAASUP:8530', 'http://AAASUP:8530/wsus', 'http://BBBSUP:80'];

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
    ...perShape('releases', [['', 'release: RTM', 'release: SP1', 'release: SP2', 'release: SMS 2003', 'release: unknown'], ['', point()]]),
    'releases above and below a site': ['central site @', 'primary site @ reports to AAA', ...below('BBB')].map(head => sites([head], ['', 'release: RTM', 'release: SP1', 'release: SP2'])),
    'secondary sites without a parent': [sites(['secondary site @', 'secondary site @ reports to ZZZ', 'secondary site @ reports to @'], [point()], sources.slice(0, 4).map(settings))],
    'roles on a node': [sites(['central site @'], ['mode: native'], serversWith('@ONE', ['', 'site server'], [secureWsus], ['', 'software update point internet', 'software update point active']), [lines('server @TWO {', secureWsus, '}')],
        ['active', 'internet', 'inactive'].map(state => lines('cluster @NLB {', 'nodes: @ONE, @TWO', `software update point ${state}`, '}')))],
    'releases of SMS 2003': [sites(['central site @'], ['', 'release: SMS 2003', 'release: SP1']), sites(below('AAA'), ['', 'release: SMS 2003', 'release: unknown'], ['', 'clients: 5 intranet'], ['', 'software update point inactive', 'software update point active'].map(role => role && `server @SUP {\nwsus 3.0 SP2\n${role}\n}`))],
    'tops of synchronization': [
        sites(['central site @'], ['', point('', '', 'inactive'), point('', '', 'unknown')]),
        sites(['primary site @ reports to AAA'], ['', point('', '', 'inactive'), point()], sources.slice(0, 3).map(settings)),
        sites([...below('AAA'), 'primary site @ reports to BBB'], ['', point('', '', 'inactive'), point()], sources.slice(0, 3).map(settings)),
        sites([...below('AAA'), ...below('CCC')], ['', point()])
    ],
    'deep chains': ['central site @', ...['AAA', 'BBB', 'CCC', 'CCC', 'EEE'].map(parent => `primary site @ reports to ${parent}`)].map((head, i) => sites([head],
        ['', point(), ...i > 1 ? [lines(point(), 'server @INT {', 'wsus 3.0 SP2', 'software update point active', '}'), lines(point(), 'synchronization {', 'source: none', '}')] : []])),
    'clusters': [sites(['central site @'], clusters(['', 'account: "CORP\\sup"', 'account: unknown'], ['', 'nodes: @ONE', 'nodes: @ONE, @TWO', 'nodes: unknown'],
        ['', 'database: "Windows Internal Database"', 'database: "SQL01\\WSUS"', 'database: "sql01\\wsus"', 'database: unknown'], ['', 'content folder: "D:\\WSUS"', 'content folder: "\\\\FS01\\WSUS"']))],
    'numbers of nodes': [sites(['central site @'], [0, 1, 2, 3, 4, 5, 6].map(count => lines('cluster @NLB {', ...count > 0 ? [`nodes: ${Array.from({ length: count }, (_, i) => `@N${i}`).join(', ')}`] : [], 'software update point active {', 'account: "CORP\\sup"', '}', '}')),
        ['', ...Array.from({ length: 6 }, (_, count) => Array.from({ length: count + 1 }, (__, i) => `server @N${i} {\nwsus 3.0 SP2 {\ndatabase: "SQL01"\ncontent folder: "\\\\FS01\\WSUS"\n}\n}`).join('\n'))])],
    'addresses in Group Policy': [sites(['central site @'], addressed, ['', ...addresses.map(each => `group policy: "${each}"`)])],
    'addresses in Group Policy of a secondary site': [sites(['central site @'], addressed), sites(['secondary site @ reports to AAA'], ['', point('', '', 'inactive'), point('', '', 'unknown'), point()], addresses.map(each => `group policy: "${each}"`))],
    'addresses for the Internet': [sites(['central site @'], ['', 'on: intranet', 'on: internet', 'on: unknown'].flatMap(on => addresses.map(each => lines('clients "Branch" {', on, `policy: "${each}"`, '}'))),
        ['', 'accepts: intranet, internet', 'accepts: unknown'].map(each => lines('server @SUP {', 'internet fqdn: "wsus.example.com"', 'wsus 3.0 SP2 {', 'ports: 8530, 8531', '}', 'software update point active {', each, '}', '}')), ['', internetPoint, internetPoint.replace('internet {', 'unknown {')])],
    'one WSUS server': [sites(['central site @'], modes,
        combined([['3.0 SP1', '3.0 SP2'], ['', 'ports: 8530, 8531', 'ports: 80, 443'], ssl]).flatMap(([version, ...wsus]) =>
            combined([['active', 'internet', 'inactive'], ['', 'ports: 8530, 8531', 'ports: 8530', 'ports: 80, 8531'], ['', 'ssl: yes', 'ssl: no']])
                .map(([state, ...role]) => lines('server @SUP {', `wsus ${version} {`, ...wsus, '}', `software update point ${state} {`, ...role, '}', '}'))),
        ['', '3.0 SP1', '3.0 SP2'].flatMap(version => serversWith('@SRV', ['site server'], [version && `wsus console: ${version}`])))],
    'criteria': [sites(['central site @'], [point()], ['', ...combined([
        sources.slice(0, 4), ['', 'schedule: manual', 'schedule: every 1 day at 02:07'], ['', 'products: "Windows XP"'], ['', 'classifications: "Updates"'], ['', 'languages: en'], ['', 'summary languages: en']
    ]).map(body => lines('synchronization {', ...body, '}'))])]
};
