// @ts-check
import { join } from 'node:path';
import { cache, root } from '../project.mjs';
import { oursOf, standing, valueOf } from './peers-summary.mjs';
import { buildBench, runBench } from './run-bench.mjs';
import { count, figure, machine } from './words.mjs';

/** @typedef {import('./peers-summary.mjs').Peer} Peer */
/** @typedef {import('./peers-summary.mjs').Size} Size */
/** @typedef {import('./peers-summary.mjs').Value} Value */
/** @typedef {{ peers: readonly Peer[], missing: Record<string, string>, sizes: readonly Size[] }} Found */
/**
 * @typedef {object} Row
 * @property {string} words
 * @property {Value} value
 * @property {(peer: Peer) => boolean} [among]
 * @property {Readonly<Record<number, number>>} [goals] The lowest ratio to the best peer that meets the goal, by number of elements.
 */

/** @param {Peer} peer */
const runsOnNode = ({ isNative }) => !isNative;

/** @type {readonly Row[]} */
const rows = [
    { words: 'Start → answer to `initialize`', value: medianOf('start') },
    { words: '… of peers that run on Node', value: medianOf('start'), among: runsOnNode, goals: { 100: 1 / 0.9, 1_000: 1 / 0.9, 10_000: 1 / 0.9 } },
    { words: 'Opening → diagnostics', value: medianOf('open'), goals: { 100: 1.3, 1_000: 2, 10_000: 2 } },
    { words: 'Both together, of peers that run on Node', value: sum(medianOf('start'), medianOf('open')), among: runsOnNode, goals: { 100: 1 / 0.8 } },
    { words: 'Keystroke → diagnostics', value: medianOf('keystroke'), goals: { 100: 2, 1_000: 8, 10_000: 50 } },
    { words: '… 95th percentile of ten runs or more', value: highOf('keystroke'), goals: { 10_000: 40 } },
    { words: '… median, of LikeC4 alone', value: medianOf('keystroke'), among: ({ name }) => name === 'LikeC4', goals: { 10_000: 1_000 } },
    { words: 'Ten keystrokes → diagnostics after the last', value: medianOf('burst'), goals: { 10_000: 30 } },
    { words: 'Completion at rest', value: medianOf('completion') },
    { words: 'Completion after a keystroke', value: medianOf('completionTyping'), goals: { 1_000: 3, 10_000: 12 } },
    { words: '… of peers that complete names', value: medianOf('completionTyping'), among: ({ completesNames }) => completesNames, goals: { 10_000: 30 } },
    { words: 'Document symbols', value: medianOf('documentSymbol') },
    { words: 'Document symbols after a keystroke', value: medianOf('documentSymbolTyping'), goals: { 10_000: 15 } },
    { words: 'Semantic tokens after a keystroke', value: medianOf('tokensDelta'), goals: { 10_000: 50 } },
    { words: 'Memory after opening (MB)', value: medianOf('memory') },
    { words: '… of peers that run on Node', value: medianOf('memory'), among: runsOnNode, goals: { 10_000: 1 } }
];

/** The response times of language servers of other projects. */
export const peers = {
    name: 'peers',
    /** @param {{ profile: boolean, sizes?: string | undefined, peers?: readonly string[] | undefined }} options */
    async section({ profile, sizes = '100,1000,10000', peers: wanted = [] }) {
        const floor = await buildBench('server/floor', ['vscode-languageserver', 'vscode-languageserver-textdocument']);
        const args = ['--floor', floor, '--cache', join(cache, 'peers'), ...sizes.split(',').flatMap(size => ['--size', size]), ...wanted.flatMap(name => ['--peer', name])];
        return sectionOf(/** @type {Found} */ (await runBench('peers', profile, args)));
    }
};

/** @param {Found} found */
export function sectionOf({ peers, missing, sizes }) {
    return `## Peers

Language servers of other projects, from npm. Each is measured in turn with ours, at the same time, as described above; only the ratios
are meaningful, since the load of the machine varies. Times are in milliseconds. A ratio is the time of the peer divided by ours: above 1, ours is faster. Each
document has ${words(sizes)} elements in a tree in which each has eight children, like our sites, with five to nine lines each (more if an element
lists its children), and an error in the last one. A keystroke makes one more error in the middle element, or removes it, and
the measurement ends with exactly the diagnostics for that, whether the server publishes them or the client requests them. Of an even number of
peers, the faster of the two in the middle is the middle peer. A peer is left out of a row if it does not have the feature, or has not finished
within a minute for one measurement and a minute and a half for all of a size. At the largest size, this excludes peers that are slow at
keystrokes, however fast they are otherwise. Goals are for the ratio to the best peer; **bold** misses its goal.

The servers do different work. JSON and YAML check lists under a schema, GraphQL has fragments and Dockerfile has stages whose names these
measurements do not look up: their keystroke makes a value invalid, and their completion offers a few values. All others resolve the
name of the parent. Prisma, TypeScript, TypeSpec, CDS and ZenStack check more than names, above all types. Our server checks all its rules, and
reads its whole folder before it publishes diagnostics of the open file. Some servers deliberately wait after a keystroke to save work; this
delay counts, and the last column states it. ${new Date().toISOString().slice(0, 10)}, ${machine()}.

| | Elements | Best peer | Ours in turn with it | Ratio | Goal | Middle peer | Ours in turn with it | Ratio |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${rows.flatMap(row => sizes.flatMap(size => line(row, size, peers))).join('\n')}

Keystroke → diagnostics, of all servers:

| | ${sizes.map(({ elements }) => count(elements)).join(' | ')} | Growth | |
| --- | ${sizes.map(() => '---:').join(' | ')} | ---: | --- |
${keystrokes(peers, sizes).join('\n')}
${Object.entries(missing).map(([name, reason]) => `\nNot measured: ${name} (${reason}).\n`).join('')}`;
}

/**
 * @param {Row} row
 * @param {Size} size
 * @param {readonly Peer[]} peers
 */
function line({ words, value, among, goals }, size, peers) {
    const found = standing(size, among ? peers.filter(among) : peers, value);
    const goal = goals?.[size.elements];
    // A row about some of the peers is shown only where it has a goal.
    if (!found || among && goal === undefined) {
        return [];
    }
    const { best, middle } = found;
    const cells = [
        words, count(size.elements), `${figure(best.value)} ${best.name}`, figure(best.ours),
        goal !== undefined && best.ratio < goal ? `**${figure(best.ratio)}**` : figure(best.ratio), goal === undefined ? '' : `≥ ${count(Number(goal.toFixed(2)))}`,
        `${figure(middle.value)} ${middle.name}`, figure(middle.ours), figure(middle.ratio)
    ];
    return [`| ${cells.join(' | ')} |`];
}

/**
 * @param {readonly Peer[]} peers
 * @param {readonly Size[]} sizes
 */
function keystrokes(peers, sizes) {
    const value = medianOf('keystroke');
    const rowOf = (/** @type {string} */ name, /** @type {readonly (number | undefined)[]} */ figures, /** @type {string} */ remark) => {
        const [first, last] = [figures[0], figures.at(-1)];
        return `| ${[name, ...figures.map(figure), first !== undefined && last !== undefined ? figure(last / first) : '–', remark].join(' | ')} |`;
    };
    return [
        rowOf('Ours', sizes.map(size => oursOf(size, value)), ''),
        rowOf('The floor', sizes.map(size => valueOf(size, 'floor', value)), ''),
        ...peers.filter(({ name }) => sizes.some(({ results }) => results[name])).map(peer => rowOf(
            `${peer.name}: ${Object.entries(peer.packages).map(([id, version]) => `${id} ${version}`).join(', ')}`, sizes.map(size => valueOf(size, peer.name, value)),
            [peer.remark, ...failures(peer, sizes)].join('; ')
        ))
    ];
}

/**
 * The reasons why a peer has no value for the keystroke: for each size, the first measurement that failed.
 * @param {Peer} peer
 * @param {readonly Size[]} sizes
 */
function failures({ name }, sizes) {
    return sizes.flatMap(({ elements, results }) => {
        const reasons = results[name]?.reasons ?? {};
        const reason = reasons['start']?.[name] ?? reasons['open']?.[name] ?? reasons['keystroke']?.[name];
        return reason === undefined ? [] : [`at ${count(elements)} ${plain(reason)}`];
    });
}

/**
 * The first line of a failure, short enough for a cell, and without the paths of this machine.
 * @param {string} reason
 */
function plain(reason) {
    return reason.split('\n', 1)[0]?.replaceAll(root, '').replaceAll('|', '¦').slice(0, 120);
}

/** @param {readonly Size[]} sizes */
function words(sizes) {
    return sizes.map(({ elements }) => count(elements)).join(', ').replace(/, (?=[^ ]*$)/, ' and ');
}

/**
 * @param {string} measure
 * @returns {Value}
 */
function medianOf(measure) {
    return of => of(measure)?.median;
}

/**
 * The 95th percentile of a measurement with enough runs for it to be meaningful.
 * @param {string} measure
 * @returns {Value}
 */
function highOf(measure) {
    return of => {
        const found = of(measure);
        return found && found.runs >= 10 ? found.p95 : undefined;
    };
}

/**
 * @param {Value} first
 * @param {Value} second
 * @returns {Value}
 */
function sum(first, second) {
    return of => {
        const [a, b] = [first(of), second(of)];
        return a === undefined || b === undefined ? undefined : a + b;
    };
}
