import { fileLimits } from '@sup/model';
import { createScanner, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { categoryNames } from './categories.js';
import { type Level, levels, type RuleSettings } from './levels.js';
import { nearest } from './nearest.js';
import { registry, ruleById } from './registry.js';

interface Stretch {
    readonly offset: number;
    readonly length: number;
}

/** Something in `sup.config.json` that is left out of the settings, and its place in the text. */
export interface ConfigProblem extends Stretch {
    readonly message: string;
}

/** Told of what is wrong; words it only while there is room for it, since likely names take time to find. */
type Complain<At> = (at: At, message: () => string) => void;

const levelNames = list(levels);
const configKeys = ['$schema', 'rules', 'neverAllow'];
const categoryPrefix = 'category:';

/** Reads the text of a `sup.config.json`: JSON, with comments. What is wrong is left out, and the rest holds. */
export function readConfig(text: string): { settings: RuleSettings; problems: readonly ConfigProblem[] } {
    const problems: ConfigProblem[] = [];
    const complain = collector<Stretch>((message, { offset, length }) => problems.push({ message, offset, length }));
    const root = readTree(text, complain);
    const read = { levels: new Map<string, Level>(), neverAllow: new Set<string>() };
    for (const { key, value } of propertiesOf(root, 'The configuration', complain)) {
        const name = String(key.value);
        if (name === 'rules') {
            read.levels = levelsIn(value, complain);
        } else if (name === 'neverAllow') {
            read.neverAllow = rulesIn(value, complain);
        } else if (name !== '$schema') {
            complain(key, () => `${quote(name)} is no setting.${meant(name, configKeys)}`);
        } else if (value.type !== 'string') {
            complain(value, () => '`$schema` takes the address of a schema, in quotes.');
        }
    }
    return { settings: read, problems };
}

/** Reads the editor's setting `sup.rules`, an object shaped like `rules` of a `sup.config.json`. */
export function readRuleLevels(value: unknown): { levels: ReadonlyMap<string, Level>; problems: readonly { readonly message: string }[] } {
    const read = new Map<string, Level>();
    const problems: { message: string }[] = [];
    const complain = collector<void>(message => problems.push({ message }));
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!isObject && value !== undefined && value !== null) {
        complain(undefined, () => 'The rules are an object: each rule with its level.');
    }
    for (const [name, level] of isObject ? Object.entries(value) : []) {
        if (!isConfigurable(name)) {
            complain(undefined, () => unknownRule(name));
        } else if (!isLevel(level)) {
            complain(undefined, () => wrongLevel(name));
        } else {
            read.set(name, level);
        }
    }
    return { levels: read, problems };
}

/**
 * Lays the editor's levels over those of a `sup.config.json`, entry by entry: a rule's own entry counts before its category's,
 * whichever of the two it comes from. What nobody may allow is the repository's to say, so the editor has no part in it.
 */
export function mergeSettings(config: RuleSettings, override: ReadonlyMap<string, Level>): RuleSettings {
    return override.size === 0 ? config : { levels: new Map([...config.levels, ...override]), neverAllow: config.neverAllow };
}

/** Passes on as many complaints as one file may show. */
function collector<At>(pass: (message: string, at: At) => void): Complain<At> {
    let count = 0;
    return (at, message) => {
        if (count++ < fileLimits.diagnostics) {
            pass(message(), at);
        }
    };
}

/** The syntax tree of a text; undefined where there is none, as in a file of blanks and comments. */
function readTree(text: string, complain: Complain<Stretch>): Node | undefined {
    const { isBlank, tooDeep } = scan(text);
    if (tooDeep !== undefined) {
        complain({ offset: tooDeep, length: 1 }, () => `This is nested more than ${fileLimits.depth} deep, so nothing of the file is read.`);
    }
    if (isBlank || tooDeep !== undefined) {
        return undefined;
    }
    const errors: ParseError[] = [];
    const root = parseTree(text, errors, { allowTrailingComma: true });
    for (const error of errors) {
        complain(error, () => `This is not JSON: ${wordsOf(printParseErrorCode(error.error))}.`);
    }
    return root;
}

/** What must be known before a text is parsed: the parser descends once per bracket, and would overflow the stack on many. */
function scan(text: string): { isBlank: boolean; tooDeep: number | undefined } {
    const scanner = createScanner(text, true);
    let depth = 0;
    let isBlank = true;
    // SyntaxKind is a const enum, which a transpiler of single files cannot read; the token's text serves as well.
    for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
        const token = scanner.getTokenLength() === 1 ? text.charAt(scanner.getTokenOffset()) : '';
        isBlank = false;
        depth += token === '{' || token === '[' ? 1 : token === '}' || token === ']' ? -1 : 0;
        if (depth > fileLimits.depth) {
            return { isBlank, tooDeep: scanner.getTokenOffset() };
        }
    }
    return { isBlank, tooDeep: undefined };
}

/** The properties of an object that have a value. Of a key written twice the last counts, as everywhere in JSON. */
function propertiesOf(node: Node | undefined, what: string, complain: Complain<Stretch>): { key: Node; value: Node }[] {
    if (node && node.type !== 'object') {
        complain(node, () => `${what} is an object, in braces.`);
        return [];
    }
    const found = new Map<string, { key: Node; value: Node }>();
    for (const { children: [key, value] = [] } of node?.children ?? []) {
        if (key && value) {
            const name = String(key.value);
            if (found.has(name)) {
                complain(key, () => `${quote(name)} is set above already; this one counts.`);
            }
            found.set(name, { key, value });
        }
    }
    return [...found.values()];
}

function levelsIn(node: Node, complain: Complain<Stretch>): Map<string, Level> {
    const read = new Map<string, Level>();
    for (const { key, value } of propertiesOf(node, '`rules`', complain)) {
        const name = String(key.value);
        if (!isConfigurable(name)) {
            complain(key, () => unknownRule(name));
        } else if (value.type !== 'string' || !isLevel(value.value)) {
            complain(value, () => wrongLevel(name));
        } else {
            read.set(name, value.value);
        }
    }
    return read;
}

function rulesIn(node: Node, complain: Complain<Stretch>): Set<string> {
    const read = new Set<string>();
    if (node.type !== 'array') {
        complain(node, () => '`neverAllow` is a list of rules, in brackets.');
        return read;
    }
    for (const item of node.children ?? []) {
        if (item.type !== 'string') {
            complain(item, () => '`neverAllow` takes the names of rules, in quotes.');
        } else if (!ruleById.has(String(item.value))) {
            complain(item, () => unknownRule(String(item.value)));
        } else if (read.has(String(item.value))) {
            complain(item, () => `${quote(item.value)} is listed above already.`);
        } else {
            read.add(String(item.value));
        }
    }
    return read;
}

function isConfigurable(name: string): boolean {
    return ruleById.has(name) || categoryNames.some(category => name === categoryPrefix + category);
}

function isLevel(value: unknown): value is Level {
    return levels.some(level => level === value);
}

function unknownRule(name: string): string {
    return name.startsWith(categoryPrefix)
        ? `${quote(name)} is no category. The categories are ${list(categoryNames)}.`
        : `${quote(name)} is no rule.${meant(name, registry.map(rule => rule.id))}`;
}

function wrongLevel(name: string): string {
    return `${quote(name)} takes one of ${levelNames}, in quotes.`;
}

function meant(word: string, names: readonly string[]): string {
    const [likeliest] = nearest(word, names);
    return likeliest === undefined ? '' : ` Did you mean ${quote(likeliest)}?`;
}

/** A word of the file as it may stand in a message: not longer than a rule's name could be, and without halves of characters. */
function quote(word: unknown): string {
    const text = String(word);
    const short = text.length > 80 ? `${text.slice(0, 80)}…` : text;
    return `\`${short.replace(/\p{Surrogate}/gu, '\ufffd')}\``;
}

function list(words: readonly string[]): string {
    return words.map(quote).join(', ');
}

/** `CommaExpected` as people say it. */
function wordsOf(errorCode: string): string {
    return errorCode.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}
