// @ts-check
// Writes the words of the language to the files that cannot import them: the keys of the catalogue to the grammar and the TextMate
// grammar, and the keywords of the grammar to the TextMate grammar. With --check it only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { quietly, root, script, ScriptError } from './project.mjs';
import { exportsOf } from './sources.mjs';

/**
 * @typedef {object} Sources
 * @property {Record<string, Record<string, unknown>>} catalogue
 */

const grammarPath = 'language/src/syntax/sup.langium';
const textMatePath = 'syntaxes/sup.tmLanguage.json';

const keyTerminal = /^terminal KEY: .*;$/m;
/** A group of keys, recognized by the pattern for keys of one word after it. */
const keyGroup = /\(\?:[a-z][a-z|()?:+[\] \\t]*\)(?=\|\[A-Za-z\]\[A-Za-z0-9_-\]\*\+)/g;
/** The group of all keywords, which is the only one at the start of a line. */
const keywordGroup = /(?<=\^\(\?=\\\\s\*\+)\(\?:[a-z|]+\)/g;

await script(async () => {
    /** @type {Sources} */
    const { catalogue } = await exportsOf('language/src/syntax/catalogue', ['./properties.ts']);
    const keys = [...new Set(Object.values(catalogue).flatMap(Object.keys))].filter(key => key.includes(' '));
    const grammar = read(grammarPath);
    const files = [
        { path: grammarPath, text: replaced(grammar, grammarPath, keyTerminal, () => `terminal KEY: /(?:${keyPattern(keys)}|[A-Za-z][A-Za-z0-9_-]*)(?=[ \\t]*:)/;`) },
        { path: textMatePath, text: textMateWith(read(textMatePath), keys, keywordsIn(grammar)) }
    ];
    const stale = files.filter(({ path, text }) => text !== read(path));
    if (process.argv.includes('--check') && stale.length > 0) {
        throw new ScriptError(`${stale.map(({ path }) => path).join(', ')}: the keys or keywords are out of date. Run \`npm run generate\`.`);
    }
    stale.forEach(({ path, text }) => writeFileSync(join(root, path), text));
    // The catalogue imports the syntax tree, so the tree is generated before this script runs, and again if the grammar has changed.
    if (stale.some(({ path }) => path === grammarPath)) {
        await quietly('Generating from the grammar', 'langium', ['generate', '--file', join(root, 'language/langium-config.json')]);
    }
});

/**
 * @param {string} text
 * @param {readonly string[]} keys
 * @param {readonly string[]} keywords
 */
function textMateWith(text, keys, keywords) {
    // Inside JSON a backslash is written twice.
    const withKeys = replaced(text, textMatePath, keyGroup, () => keyPattern(keys).replaceAll('\\', '\\\\'));
    return replaced(withKeys, textMatePath, keywordGroup, () => `(?:${keywords.join('|')})`);
}

/**
 * @param {string} text
 * @param {string} path
 * @param {RegExp} pattern
 * @param {() => string} replacement
 */
function replaced(text, path, pattern, replacement) {
    if (text.search(pattern) < 0) {
        throw new ScriptError(`${path} has no text that matches ${pattern}.`);
    }
    return text.replace(pattern, replacement);
}

/**
 * A pattern for keys of several words. Keys with the same first word share it, so that a match fails fast.
 * @param {readonly string[]} keys
 * @returns {string}
 */
function keyPattern(keys) {
    const byFirst = Map.groupBy(keys.map(key => key.split(' ')), ([first]) => first);
    return group([...byFirst].map(([first, words]) => `${first}[ \\t]+${group(words.map(([, ...rest]) => rest.join('[ \\t]+')))}`));
}

/** @param {readonly string[]} alternatives */
function group(alternatives) {
    return alternatives.length === 1 ? String(alternatives[0]) : `(?:${alternatives.join('|')})`;
}

/** @param {string} grammar */
function keywordsIn(grammar) {
    return [...new Set([...grammar.matchAll(/'([a-z]+)'/g)].map(([, keyword]) => String(keyword)))].sort();
}

/** @param {string} path */
function read(path) {
    return readFileSync(join(root, path), 'utf8');
}
