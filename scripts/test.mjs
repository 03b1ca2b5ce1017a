// @ts-check
// `npm test` checks everything, cheap checks first, also in a fresh clone. It ends with one line, `N passed, N failed`.
// `npm test -- --only unit` runs one suite, `--skip vscode` leaves one out; both can be repeated. Each suite is also an npm script.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { captured, ensureDependencies, projectNode, root, run, script, ScriptError, seconds } from './project.mjs';

/**
 * @typedef {object} Suite
 * @property {string} name The name in `--only`, `--skip` and the summary.
 * @property {string} script The npm script.
 * @property {boolean} [isVitest] A vitest suite counts its own tests; any other suite counts as one.
 */

/**
 * Suites run one stage after another. Within a stage they run at the same time, because each of them leaves processors idle: the first
 * stage's have one thread. The unit tests keep all processors busy, so the editors, whose waits have deadlines, come after them.
 * @type {readonly { suites: readonly Suite[], isRequired?: boolean }[]}
 */
const stages = [
    { suites: [{ name: 'generated', script: 'generate:check' }, { name: 'types', script: 'check' }, { name: 'lint', script: 'lint' }] },
    // Without the package the later suites would only repeat its failure.
    { suites: [{ name: 'package', script: 'package' }], isRequired: true },
    { suites: [{ name: 'unit', script: 'test:unit', isVitest: true }] },
    { suites: [{ name: 'vscode', script: 'test:e2e', isVitest: true }, { name: 'neovim', script: 'test:neovim', isVitest: true }] }
];

const names = stages.flatMap(({ suites }) => suites).map(({ name }) => name);

/**
 * The part of the output of Vitest's JSON reporter that this script reads.
 * @typedef {object} VitestResults
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {{ name: string, message: string, assertionResults: { status: string, fullName: string, failureMessages: string[] }[] }[]} testResults
 */

/** @typedef {{ name: string, passed: number, failed: number, skipped: number, time: string, failures: readonly string[] }} Outcome */

await script(async () => {
    const { values: { only, skip } } = parseArgs({
        options: { only: { type: 'string', multiple: true, default: [] }, skip: { type: 'string', multiple: true, default: [] } }
    });
    const unknown = [...only, ...skip].find(name => !names.includes(name));
    if (unknown !== undefined) {
        throw new ScriptError(`Unknown suite "${unknown}". The suites: ${names.join(', ')}.`);
    }
    await ensureDependencies();
    if (Number(process.versions.node.split('.')[0]) < 24) {
        return run(projectNode, process.argv.slice(1));
    }
    return summarize(await runAll(({ name }) => (only.length === 0 || only.includes(name)) && !skip.includes(name)));
});

/** @param {(suite: Suite) => boolean} isWanted */
async function runAll(isWanted) {
    const outcomes = /** @type {Outcome[]} */ ([]);
    for (const { suites, isRequired } of stages) {
        const [shown, ...others] = suites.filter(isWanted);
        if (!shown) {
            continue;
        }
        // The output of one suite is shown while it runs, that of the others afterwards, so that lines of different suites do not mix.
        const hidden = others.map(suite => ({ suite, result: runSuite(suite, captured) }));
        announce(shown);
        const results = [await runSuite(shown, run)];
        for (const { suite, result } of hidden) {
            const ended = await result;
            announce(suite);
            process.stdout.write(ended.output);
            results.push(ended);
        }
        outcomes.push(...results.map(({ outcome }) => outcome));
        if (isRequired && results.some(({ outcome }) => outcome.failed > 0)) {
            console.log('The build is broken; the suites after it are not run.');
            break;
        }
    }
    return outcomes;
}

/** @param {Suite} suite */
function announce(suite) {
    console.log(`\n=== ${suite.name}: npm run ${suite.script}`);
}

/**
 * @param {Suite} suite
 * @param {typeof run | typeof captured} runner
 * @returns {Promise<{ outcome: Outcome, output: string }>}
 */
async function runSuite(suite, runner) {
    const started = Date.now();
    const results = join(root, 'test-results', `${suite.name}.json`);
    mkdirSync(join(root, 'test-results'), { recursive: true });
    rmSync(results, { force: true });
    const reporters = suite.isVitest ? ['--', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`] : [];
    const ended = await runner('npm', ['run', '--silent', suite.script, ...reporters]);
    const { code, output } = typeof ended === 'number' ? { code: ended, output: '' } : ended;
    const { passed, failed, skipped, failures } = suite.isVitest ? readResults(results) : { passed: 1, failed: 0, skipped: 0, failures: [] };
    // A suite can fail outside its tests (a file that does not load, a setup that throws), and one that ran nothing has failed.
    const isBroken = failed === 0 && (code !== 0 || passed + skipped === 0);
    return {
        outcome: {
            name: suite.name, passed: isBroken && !suite.isVitest ? 0 : passed, failed: isBroken ? 1 : failed, skipped, time: seconds(started), failures
        },
        output
    };
}

/** @param {string} results */
function readResults(results) {
    if (!existsSync(results)) {
        return { passed: 0, failed: 0, skipped: 0, failures: [] };
    }
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = /** @type {VitestResults} */ (JSON.parse(readFileSync(results, 'utf8')));
    const failures = testResults.flatMap(file => file.assertionResults
        .filter(({ status }) => status === 'failed')
        .map(({ fullName, failureMessages }) => `${relative(root, file.name)}: ${fullName}: ${firstLine(failureMessages[0] ?? file.message)}`));
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests, failures };
}

/** @param {string} message */
function firstLine(message) {
    return stripVTControlCharacters(message).split('\n', 1)[0];
}

/**
 * Prints the failed tests, a line for each suite, and the sum, which stays the last line. The end of a long output is enough to see the failures.
 * @param {readonly Outcome[]} outcomes
 */
function summarize(outcomes) {
    console.log('');
    for (const failure of outcomes.flatMap(({ failures }) => failures)) {
        console.log(`FAILED ${failure}`);
    }
    for (const { name, passed, failed, skipped, time } of outcomes) {
        const rest = skipped > 0 ? `, ${skipped} skipped` : '';
        console.log(`${failed > 0 ? 'FAILED' : 'ok    '} ${name.padEnd(10)} ${passed} passed, ${failed} failed${rest} (${time})`);
    }
    const sum = (/** @type {'passed' | 'failed'} */ key) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
    console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
    return sum('failed') > 0 ? 1 : 0;
}
