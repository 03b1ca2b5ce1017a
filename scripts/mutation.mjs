// @ts-check
// Mutation testing: `npm run mutation -- CATEGORY …` changes the rules of categories in many small ways, and counts the changes that no test
// notices. Installs Stryker into .cache/mutation, and writes the result to docs/mutation-testing.md. Changes the rules in place while it runs, and
// restores them afterwards.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { cache, captured, root, run, script, ScriptError } from './project.mjs';

const version = '10.1.1';
const folder = join(cache, 'mutation');
const report = join(folder, 'report.json');
const document = join(root, 'docs', 'mutation-testing.md');
const rulesFolder = 'language/src/linter/rules';

await script(async () => {
    const categories = process.argv.slice(2);
    const known = readdirSync(join(root, rulesFolder));
    if (categories.length === 0 || categories.some(each => !known.includes(each))) {
        throw new ScriptError(`Name categories: ${known.join(', ')}.`);
    }
    const { output } = await captured('git', ['status', '--porcelain', rulesFolder]);
    if (output !== '') {
        throw new ScriptError(`Commit your changes in ${rulesFolder} first: the rules are changed in place.`);
    }
    await install();
    for (const category of categories) {
        await mutate(category);
        writeFileSync(document, withSection(readFileSync(document, 'utf8'), category));
    }
});

async function install() {
    if (!existsSync(join(folder, 'node_modules', '@stryker-mutator', 'core'))) {
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
        await run('npm', ['install', '--legacy-peer-deps', '--no-audit', '--no-fund', `@stryker-mutator/core@${version}`, `@stryker-mutator/vitest-runner@${version}`], { cwd: folder });
    }
}

/** @param {string} category */
async function mutate(category) {
    const config = join(folder, 'stryker.config.json');
    writeFileSync(config, JSON.stringify({
        plugins: [join(folder, 'node_modules/@stryker-mutator/vitest-runner/dist/src/index.js')],
        testRunner: 'vitest',
        vitest: { configFile: 'vitest.mutation.config.ts', related: false },
        mutate: [`${rulesFolder}/${category}/*.ts`],
        // Messages are texts, which the pages do not repeat.
        mutator: { excludedMutations: ['StringLiteral'] },
        ignoreStatic: true,
        inPlace: true,
        coverageAnalysis: 'perTest',
        concurrency: 1,
        reporters: ['json', 'progress-append-only'],
        jsonReporter: { fileName: report },
        tempDirName: join(folder, 'temporary'),
        allowEmpty: false,
        checkers: [],
        disableTypeChecks: false
    }));
    const ids = readdirSync(join(root, rulesFolder, category)).map(name => name.replace(/\.ts$/, ''));
    const code = await run(process.execPath, [join(folder, 'node_modules/@stryker-mutator/core/bin/stryker.js'), 'run', config], { env: { SUP_RULES: ids.join() } });
    if (code !== 0) {
        throw new ScriptError(`Stryker ended with ${code}.`);
    }
}

/**
 * The document with a new section for a category.
 * @param {string} text
 * @param {string} category
 */
function withSection(text, category) {
    const { files } = JSON.parse(readFileSync(report, 'utf8'));
    const rows = Object.entries(files).map(([path, { mutants, source }]) => {
        /** @param {...string} statuses */
        const count = (...statuses) => mutants.filter((/** @type {any} */ { status }) => statuses.includes(status));
        const [killed, survived] = [count('Killed', 'Timeout').length, count('Survived', 'NoCoverage')];
        const lines = survived.map((/** @type {any} */ each) => ({ line: each.location.start.line, text: source.split('\n')[each.location.start.line - 1].trim() }));
        return { rule: path.split('/').at(-1)?.replace('.ts', ''), killed, survived: lines };
    });
    const total = rows.reduce((sum, row) => sum + row.killed + row.survived.length, 0);
    const killed = rows.reduce((sum, row) => sum + row.killed, 0);
    const table = rows.map(({ rule, killed: noticed, survived }) => `| ${rule} | ${noticed + survived.length} | ${survived.length} | ${[...new Set(survived.map((/** @type {any} */ { line }) => line))].join(', ')} |`);
    const section = [`<!-- ${category} -->`, '', `### ${category}`, '', `${killed} of ${total} changes are noticed: ${Math.round(100 * killed / Math.max(1, total))} %.`, '', '| Rule | Changes | Unnoticed | in lines |', '| --- | --- | --- | --- |', ...table, '', `<!-- /${category} -->`].join('\n');
    const block = new RegExp(`<!-- ${category} -->[\\s\\S]*?<!-- /${category} -->`);
    return block.test(text) ? text.replace(block, () => section) : `${text.trimEnd()}\n\n${section}\n`;
}
