import { clientsOf, hasUnknownClients, type Hierarchy, internetUpdatePointsOf, modeOf, number, releaseText, type Site, unknownValuesOf, usedOnInternet } from '@sup/model';
import { type Ids, idsOf } from './ids.js';
import { linkText } from './link-text.js';
import { reasonApart, type TreeNode, treeNodesOf } from './site-tree.js';
import { type PlacedProblems, placeProblems, type ElementProblem, shownProblem } from './problems.js';
import { type Feed, microsoftUpdate, type Scene, type SceneSite } from './scene.js';
import { sentenceOf } from './sentence.js';
import { serversIn } from './servers.js';
import { nameless, shownName } from './shown.js';
import { namedSourceOf, supplyOf } from './supply.js';
import { updatePointsIn } from './update-points.js';

/** Builds the scene of a hierarchy and its problems. Works for every hierarchy, however invalid. */
export function buildScene(hierarchy: Hierarchy, problems: readonly ElementProblem[], maxCharacters?: number): Scene {
    const work = buildSceneInChunks(hierarchy, problems, maxCharacters);
    let step = work.next();
    while (!step.done) {
        step = work.next();
    }
    return step.value;
}

/** The rule of the problem that states how many sites are left out. */
const omissionRule = 'too-many-sites';

/** States how many sites a scene leaves out; undefined if it has all of them. */
export function omissionIn({ problems }: Scene): string | undefined {
    return problems.find(({ rule }) => rule === omissionRule)?.message;
}

/** The number of sites that are built between two yields: some milliseconds of work. */
const chunkSize = 50;

/** Builds a scene of limited size, measured as JSON: the first sites, and a problem that states how many are left out. Yields the share that is done. */
export function* buildSceneInChunks(hierarchy: Hierarchy, problems: readonly ElementProblem[], maxCharacters = Infinity): Generator<number, Scene> {
    const ids = idsOf(hierarchy);
    const placed = placeProblems(hierarchy, problems);
    const nodes = treeNodesOf(hierarchy);
    const built: SceneSite[] = [];
    let characters = 0;
    for (const node of nodes) {
        const site = sceneSite(hierarchy, node, ids, placed);
        characters += maxCharacters === Infinity ? 0 : JSON.stringify(site).length;
        if (characters > maxCharacters) {
            break;
        }
        built.push(site);
        if (built.length % chunkSize === 0) {
            yield built.length / nodes.length;
        }
    }
    const omitted = nodes.length - built.length;
    const shown = new Set(built.map(({ id }) => id));
    const sites = omitted === 0 ? built : built.map(site => ({ ...site, children: site.children.filter(id => shown.has(id)) }));
    const omission = `The first ${number(built.length)} of ${number(nodes.length)} sites are shown. All of them would take too long to draw and to send. Use \`sup report\` to see all of them.`;
    return {
        title: hierarchy.name === undefined ? undefined : shownName(hierarchy.name),
        sites,
        tops: sites.filter(site => site.parent === undefined).map(site => site.id),
        feeds: feedsIn(hierarchy, ids).filter(({ from, to }) => shown.has(to) && (from === microsoftUpdate || shown.has(from))),
        problems: [...placed.of(undefined).map(shownProblem), ...omitted === 0 ? [] : [{ rule: omissionRule, severity: 'information', message: omission } as const]]
    };
}

/** The number of unknown values that a site shows. */
const maxUnknowns = 20;

function sceneSite(hierarchy: Hierarchy, { site, parent, children, level }: TreeNode, ids: Ids, problems: PlacedProblems): SceneSite {
    const { kind, title, release, link } = site;
    const shown = {
        id: ids.of(site), kind, level,
        code: codeOf(site),
        title: title === undefined ? undefined : shownName(title),
        mode: modeOf(hierarchy, site),
        release: release && releaseText(release),
        clients: hasUnknownClients(site) ? { ...clientsOf(site), isIncomplete: true } : clientsOf(site),
        parent: parent && ids.of(parent),
        children: children.map(ids.of),
        apart: reasonApart(hierarchy, site),
        link: link && parent && linkText(link),
        supply: supplyOf(hierarchy, site),
        servers: serversIn(site, ids, problems.countOf),
        updatePoints: updatePointsIn(hierarchy, site),
        unknowns: unknownValuesOf(site).slice(0, maxUnknowns).map(({ text }) => shownName(text)),
        internet: internetOf(site),
        problems: problems.of(site).map(shownProblem)
    };
    return { ...shown, sentence: sentenceOf(shown, parent && codeOf(parent)) };
}

function internetOf(site: Site): SceneSite['internet'] {
    const clients = clientsOf(site).internet;
    const used = usedOnInternet(site);
    const isPlanned = clients > 0 || internetUpdatePointsOf(site).length > 0;
    return isPlanned ? { clients, server: used && shownName(used.host.name) } : undefined;
}

function feedsIn(hierarchy: Hierarchy, ids: Ids): readonly Feed[] {
    return hierarchy.sites.flatMap(site => {
        const { kind } = supplyOf(hierarchy, site);
        const other = kind === 'server' ? namedSourceOf(hierarchy, site) : undefined;
        const from = kind === 'microsoft-update' ? microsoftUpdate : other && ids.of(other);
        return from === undefined ? [] : [{ from, to: ids.of(site) }];
    });
}

const codeOf = ({ code }: Site): string => code === '' ? nameless : shownName(code);
