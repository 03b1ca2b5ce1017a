// @ts-check
// `npm test`: everything that must hold, cheap first, from a fresh clone if need be. Ends with one line, `N passed, N failed`.
// `npm test -- --only unit` runs one suite (repeatable); each is also an npm script of its own.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { ensureDependencies, projectNode, root, run, script, seconds, Trouble } from './project.mjs';

/**
 * @typedef {object} Suite
 * @property {string} name What `--only` and the summary call it.
 * @property {string} script The npm script.
 * @property {boolean} [cases] A vitest suite, which counts its own cases; any other counts as one.
 * @property {boolean} [ground] Without it the later suites would only repeat its failure.
 */

/** @type {readonly Suite[]} */
const suites = [
    { name: 'generated', script: 'generate:check' },
    { name: 'types', script: 'check' },
    { name: 'lint', script: 'lint' },
    { name: 'package', script: 'package', ground: true },
    { name: 'unit', script: 'test:unit', cases: true },
    { name: 'speed', script: 'test:speed', cases: true },
    { name: 'neovim', script: 'test:neovim', cases: true },
    { name: 'vscode', script: 'test:e2e', cases: true }
];

/** @typedef {{ name: string, passed: number, failed: number, skipped: number, time: string }} Outcome */

await script(async () => {
    const { values } = parseArgs({ options: { only: { type: 'string', multiple: true, default: [] } } });
    await ensureDependencies();
    if (Number(process.versions.node.split('.')[0]) < 24) {
        return run(projectNode, process.argv.slice(1));
    }
    const outcomes = await runAll(chosen(values.only));
    return summarize(outcomes);
});

/** @param {readonly string[]} only */
function chosen(only) {
    const unknown = only.find(name => suites.every(suite => suite.name !== name));
    if (unknown !== undefined) {
        throw new Trouble(`There is no suite "${unknown}". The suites: ${suites.map(suite => suite.name).join(', ')}.`);
    }
    return only.length === 0 ? suites : suites.filter(suite => only.includes(suite.name));
}

/** @param {readonly Suite[]} wanted */
async function runAll(wanted) {
    const outcomes = /** @type {Outcome[]} */ ([]);
    for (const suite of wanted) {
        console.log(`\n=== ${suite.name}: npm run ${suite.script}`);
        const outcome = await runSuite(suite);
        outcomes.push(outcome);
        if (suite.ground && outcome.failed > 0) {
            console.log('The build is broken; the suites after it are not run.');
            break;
        }
    }
    return outcomes;
}

/**
 * @param {Suite} suite
 * @returns {Promise<Outcome>}
 */
async function runSuite(suite) {
    const started = Date.now();
    const results = join(root, 'test-results', `${suite.name}.json`);
    mkdirSync(join(root, 'test-results'), { recursive: true });
    rmSync(results, { force: true });
    const reporters = suite.cases ? ['--', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`] : [];
    const code = await run('npm', ['run', '--silent', suite.script, ...reporters]);
    const { passed, failed, skipped } = suite.cases ? casesIn(results) : { passed: 1, failed: 0, skipped: 0 };
    // A suite can fail outside its cases (a file that does not load, a set-up that throws), and one that ran nothing has failed.
    const broken = failed === 0 && (code !== 0 || passed + skipped === 0);
    return { name: suite.name, passed: broken && !suite.cases ? 0 : passed, failed: broken ? 1 : failed, skipped, time: seconds(started) };
}

/** @param {string} results */
function casesIn(results) {
    if (!existsSync(results)) {
        return { passed: 0, failed: 0, skipped: 0 };
    }
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(results, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}

/**
 * Prints a line for each suite and the sum, which stays the last line.
 * @param {readonly Outcome[]} outcomes
 */
function summarize(outcomes) {
    console.log('');
    for (const { name, passed, failed, skipped, time } of outcomes) {
        const rest = skipped > 0 ? `, ${skipped} skipped` : '';
        console.log(`${failed > 0 ? 'FAILED' : 'ok    '} ${name.padEnd(10)} ${passed} passed, ${failed} failed${rest} (${time})`);
    }
    const sum = (/** @type {'passed' | 'failed'} */ what) => outcomes.reduce((total, outcome) => total + outcome[what], 0);
    console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
    return sum('failed') > 0 ? 1 : 0;
}
