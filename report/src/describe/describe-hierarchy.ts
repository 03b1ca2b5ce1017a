import { counted, number, visible } from '@sup/model';
import { clientsText, type ProblemSeverity, type Scene, type SceneSite, severities, supplyText, totalClientsText } from '@sup/picture';

/** Describes a hierarchy in plain sentences, one for the whole and one for each branch. */
export function describeHierarchy(scene: Scene): string {
    const { title, sites, tops } = scene;
    const byId = new Map(sites.map(site => [site.id, site]));
    const servers = sites.reduce((sum, site) => sum + site.servers.length, 0);
    const lines = [
        `${title ?? 'The hierarchy'} has ${sites.length === 0 ? 'no sites' : `${counted(sites.length, 'site')} (${kindsText(sites)})`}, ${totalClientsText(sites)} and ${counted(servers, 'server')}. ${problemsText(scene)}`,
        ...tops.map(id => siteSentence(byId.get(id)!, undefined)),
        ...sites.filter(({ children }) => children.length > 0).map(site => branchSentences(site, site.children.map(id => byId.get(id)!)))
    ];
    return `${lines.map(visible).join('\n\n')}\n`;
}

function branchSentences(site: SceneSite, children: readonly SceneSite[]): string {
    return [`${number(children.length)} ${children.length === 1 ? 'site reports' : 'sites report'} to ${site.code}.`, ...children.map(child => siteSentence(child, site))].join(' ');
}

/** `BER (Bergen) is a secondary site with 240 clients; connected by 512 kbps; its software update point is a replica of OSLSUP01.` */
function siteSentence({ code, title, kind, apart, clients, link, supply, internet, problems, unknowns }: SceneSite, parent: SceneSite | undefined): string {
    const name = title === undefined ? code : `${code} (${title})`;
    const isA = `is ${kind === undefined ? 'a site of unknown kind' : parent || kind !== 'central' ? `a ${kind} site` : 'the central site'}${apart === undefined ? '' : `, outside of the tree (${apart})`}`;
    const connection = [link?.speed, link?.window].filter(Boolean).join(', ');
    return `${[
        `${name} ${isA} with ${withArticle(clients)}`, connection === '' ? '' : `connected by ${connection}`, supplySentence(supplyText(supply), supply.kind),
        internet?.server === undefined ? '' : `clients on the Internet use ${internet.server}`,
        unknowns.length > 0 ? `${counted(unknowns.length, 'value')} unknown` : '', problems.length > 0 ? counted(problems.length, 'problem') : ''
    ].filter(Boolean).join('; ')}.`;
}

const withArticle = (clients: SceneSite['clients']): string => clientsText(clients).replace(/^unknown/, 'an unknown') || 'no clients';

function supplySentence(text: string, kind: SceneSite['supply']['kind']): string {
    switch (kind) {
        case 'microsoft-update':
        case 'parent':
        case 'server': return `it ${text}`;
        case 'replica': return `its software update point is a ${text}`;
        case 'scans-at-parent': return `its ${text}`;
        case 'cut-off': return 'its software update point has no upstream server';
        case 'by-hand': return 'it is updated by export and import';
        case 'nothing': return 'it has no software update point';
        case 'unknown': return 'its synchronization source is unknown';
    }
}

const kindNames = ['central', 'primary', 'secondary', undefined] as const;

function kindsText(sites: readonly SceneSite[]): string {
    return kindNames.map(kind => ({ kind, count: sites.filter(site => site.kind === kind).length })).filter(({ count }) => count > 0).map(({ kind, count }) => `${number(count)} ${kind ?? 'of unknown kind'}`).join(', ');
}

function problemsText({ sites, problems }: Scene): string {
    const all = [...problems, ...sites.flatMap(site => site.problems)];
    const textOf = (severity: ProblemSeverity, count: number): string => severity === 'information' ? `${number(count)} for information` : counted(count, severity);
    const counts = severities.map(severity => ({ severity, count: all.filter(problem => problem.severity === severity).length })).filter(({ count }) => count > 0);
    return counts.length === 0 ? 'The rules find no problems.' : `The rules find ${counts.map(({ severity, count }) => textOf(severity, count)).join(', ')}.`;
}
