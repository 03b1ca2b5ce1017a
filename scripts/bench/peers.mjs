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
 * @property {Readonly<Record<number, number>>} [goals] By the number of elements: how many times ours is to go into the best peer at least.
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

/** How long language servers of others let people wait. */
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

Language servers of others, from npm, each measured in turn with ours, at the same time, in the way that is described above: ratios count, as
the machine is busier at some times than at others. Milliseconds, and how many times ours goes into the peer's: above 1, ours is ahead. Each
document has ${words(sizes)} elements in a tree in which eight belong to one, as our sites, five to nine lines each and more
where an element lists those below it, and a mistake in the last one. A keystroke makes one more mistake in the middle element, or takes it away,
and the wait ends with the diagnostics that say exactly that, whether they are sent or asked for. Of an even number of peers the better of
the two in the middle is the middle one. Whoever does not offer something, or has not come so far within a minute for a measure and a minute
and a half for all of a size, is left out there: at the largest size that is who is slow at keystrokes, whatever else it is. The goal is for the
ratio to the best; **bold** is what misses it.

Not all do the same. JSON and YAML read lists under a schema, GraphQL fragments and Dockerfile stages whose names nobody looks up in this measure:
there the keystroke spoils a value, and completion offers a few of those; the others follow the name of the parent. Prisma, TypeScript,
TypeSpec, CDS and ZenStack check more than names, types above all; ours checks all its rules, and reads its whole folder before it says
anything of the open file. Some wait on purpose before they look, so that it costs less: that is theirs to choose, and nothing is taken off
for it. The last column says so. ${new Date().toISOString().slice(0, 10)}, ${machine()}.

| | Elements | Best peer | Ours beside it | Ratio | Goal | Middle peer | Ours beside it | Ratio |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${rows.flatMap(row => sizes.flatMap(size => line(row, size, peers))).join('\n')}

Keystroke → diagnostics, of everybody:

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
    // A choice of peers is there for its goals.
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
        rowOf('A server that knows nothing', sizes.map(size => valueOf(size, 'floor', value)), ''),
        ...peers.filter(({ name }) => sizes.some(({ results }) => results[name])).map(peer => rowOf(
            `${peer.name}: ${Object.entries(peer.packages).map(([id, version]) => `${id} ${version}`).join(', ')}`, sizes.map(size => valueOf(size, peer.name, value)),
            [peer.remark, ...failures(peer, sizes)].join('; ')
        ))
    ];
}

/**
 * Why a peer has no figure for the keystroke: the first thing that failed.
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
 * What a server said last, short enough for a cell, and without this machine's paths.
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
 * Of what was measured often enough that the slowest runs say something.
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
