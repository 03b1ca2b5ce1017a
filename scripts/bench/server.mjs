// @ts-check
import { buildBench, runBench } from './run-bench.mjs';
import { count, figure, machine } from './words.mjs';

/** @typedef {{ median: number, p95: number, runs: number }} Measurement */
/** @typedef {{ label: string, sites: number, files: number, measurements: Record<string, { ours?: Measurement, floor?: Measurement }> }} Size */
/** @typedef {readonly [value: number | undefined, against: number | undefined]} Compared */
/**
 * @typedef {object} Row
 * @property {string} words
 * @property {(size: Size, first: Size | undefined) => Compared} compare
 * @property {readonly [words: string, limit: (size: Size) => number]} [goal] The highest ratio that meets the goal.
 */

/** @type {readonly Row[]} */
const rows = [
    { words: 'Start → answer to `initialize`', compare: toFloor('start'), goal: atMost(1.2) },
    { words: 'Opening → diagnostics', compare: toFloor('open') },
    { words: 'The same, relative to the scan', compare: ({ measurements: { open, scan } }) => [open?.ours?.median, scan?.ours?.median], goal: atMost(10) },
    { words: 'Keystroke → diagnostics', compare: toFloor('keystroke'), goal: ['≤ 1.6, at 10,000 ≤ 1.5', ({ label }) => label === '10000' ? 1.5 : 1.6] },
    { words: '95th percentile, relative to the median', compare: ({ measurements: { keystroke } }) => [enough(keystroke?.ours)?.p95, keystroke?.ours?.median], goal: atMost(2.5) },
    {
        words: 'Growth, relative to the median at 100', goal: atMost(2),
        compare: ({ label, measurements: { keystroke } }, first) => label === '10000' ? [keystroke?.ours?.median, first?.measurements['keystroke']?.ours?.median] : [undefined, undefined]
    },
    { words: 'Ten keystrokes → diagnostics after the last', compare: toFloor('burst'), goal: atMost(1.6) },
    { words: 'Completion at rest', compare: toFloor('completion') },
    {
        words: 'Completion after a keystroke, relative to a keystroke of the floor', goal: atMost(3),
        compare: ({ measurements: { completionTyping, keystroke } }) => [completionTyping?.ours?.median, keystroke?.floor?.median]
    },
    { words: 'Hover', compare: toFloor('hover') },
    { words: 'Definition', compare: toFloor('definition') },
    { words: 'References', compare: toFloor('references') },
    { words: 'Rename', compare: toFloor('rename') },
    { words: 'Document symbols', compare: toFloor('documentSymbol') },
    { words: 'Document symbols after a keystroke', compare: toFloor('documentSymbolTyping') },
    { words: 'Semantic tokens', compare: toFloor('tokens') },
    { words: 'Semantic tokens after a keystroke, changes only', compare: toFloor('tokensDelta'), goal: atMost(2) },
    { words: 'Memory after opening (MB)', compare: toFloor('memory'), goal: atMost(2.2) },
    { words: 'Full check in process, relative to the scan', compare: ({ measurements: { check, scan } }) => [check?.ours?.median, scan?.ours?.median], goal: atMost(8) },
    { words: '`sup check`, the whole process', compare: ({ measurements: { command } }) => [command?.ours?.median, undefined] }
];

/** The response times of the language server. */
export const server = {
    name: 'server',
    /** @param {{ profile: boolean, sizes?: string | undefined }} options */
    async section({ profile, sizes: wanted = '100,1000,10000,folder' }) {
        const floor = await buildBench('server/floor', ['vscode-languageserver', 'vscode-languageserver-textdocument']);
        const check = await buildBench('server/full-check', ['langium', 'vscode-languageserver', 'vscode-languageserver-types']);
        const args = ['--floor', floor, '--check', check, ...wanted.split(',').flatMap(size => ['--size', size])];
        const { sizes } = /** @type {{ sizes: readonly Size[] }} */ (await runBench('server', profile, args));
        const first = sizes.find(({ label }) => label === '100');
        return `## The language server

Medians in milliseconds of 3 to 40 runs, fewer where one run is slow. The floor is a server built on the same library, vscode-languageserver,
that keeps the text up to date, publishes the same diagnostic on the last line of each version, and answers every request with an empty result. It is
loaded from where npm installed it, and our server starts as the extension starts it, with cached compiled code. Both run at the
same time and receive requests in turn. The scan visits all text once, in process, and records where each token begins and ends. The plan is a
tree in which eight sites report to one. Every site has a server with WSUS and a software update point, and the last site of the open file
reports to a site that does not exist. A keystroke adds a character after the parent code of the site in the middle, or deletes it; the
measurement ends with exactly the diagnostics for that. Opening begins right after the start, so it includes reading the folder. Ratios are to the
floor, unless the row names something else. A dash stands for a feature that a server does not have, or for more than a minute;
**bold** misses its goal. ${new Date().toISOString().slice(0, 10)}, ${machine()}.

| | Goal | ${sizes.map(size => `${sizeInWords(size)} | Compared to | Ratio`).join(' | ')} |
| --- | --- | ${sizes.map(() => '---: | ---: | ---:').join(' | ')} |
${rows.map(row => `| ${[row.words, row.goal?.[0] ?? '', ...sizes.flatMap(size => cells(row, size, first))].join(' | ')} |`).join('\n')}
`;
    }
};

/**
 * @param {Row} row
 * @param {Size} size
 * @param {Size | undefined} first
 */
function cells({ compare, goal }, size, first) {
    const [value, against] = compare(size, first);
    const ratio = value === undefined || against === undefined ? undefined : value / against;
    const words = ratio === undefined ? '–' : ratio.toFixed(ratio < 100 ? 1 : 0);
    return [figure(value), figure(against), ratio !== undefined && goal && Number(words) > goal[1](size) ? `**${words}**` : words];
}

/**
 * The measurement, if it has enough runs for a meaningful 95th percentile.
 * @param {Measurement | undefined} measurement
 */
function enough(measurement) {
    return measurement && measurement.runs >= 10 ? measurement : undefined;
}

/** @param {Size} size */
function sizeInWords({ sites, files }) {
    return files > 1 ? `${count(sites)} sites in ${count(files)} files` : `${count(sites)} sites`;
}

/**
 * @param {string} name
 * @returns {(size: Size) => Compared}
 */
function toFloor(name) {
    return ({ measurements }) => [measurements[name]?.ours?.median, measurements[name]?.floor?.median];
}

/**
 * @param {number} limit
 * @returns {readonly [string, () => number]}
 */
function atMost(limit) {
    return [`≤ ${limit}`, () => limit];
}
