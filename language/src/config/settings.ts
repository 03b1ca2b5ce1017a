import type { Node } from 'jsonc-parser';
import { collector, type JsonRange, propertiesOf, readTree, type ProblemReporter, valueInCode } from './config-text.js';
import { type Level, levels, type RuleSettings } from './levels.js';
import { nearest } from '../syntax/nearest.js';
import type { RuleNames } from './rule-names.js';
import { defaultSimulationSettings, readSimulationSettings, type SimulationSettings } from './simulation-settings.js';

/** An invalid entry of `sup.config.json`, which the settings ignore, and its range in the text. */
export interface ConfigProblem extends JsonRange {
    readonly message: string;
}

export const configFileName = 'sup.config.json';

const levelNames = list(levels);
const configKeys = ['$schema', 'rules', 'neverAllow', 'simulation'];
const categoryPrefix = 'category:';

/** Reads the text of a `sup.config.json`: JSON with comments. Invalid entries are reported and ignored. */
export function readConfig(text: string, names: RuleNames): { settings: RuleSettings; simulation: SimulationSettings; problems: readonly ConfigProblem[] } {
    const problems: ConfigProblem[] = [];
    const report = collector<JsonRange>((message, { offset, length }) => problems.push({ message, offset, length }));
    const root = readTree(text, report);
    const read = { levels: new Map<string, Level>(), neverAllow: new Set<string>() };
    let simulation = defaultSimulationSettings;
    for (const { key, value } of propertiesOf(root, 'The configuration', report)) {
        const name = String(key.value);
        if (name === 'rules') {
            read.levels = levelsIn(value, names, report);
        } else if (name === 'neverAllow') {
            read.neverAllow = rulesIn(value, names, report);
        } else if (name === 'simulation') {
            simulation = readSimulationSettings(value, report);
        } else if (name !== '$schema') {
            report(key, () => `${valueInCode(name)} is not a setting.${didYouMean(name, configKeys)}`);
        } else if (value.type !== 'string') {
            report(value, () => '`$schema` takes the address of a schema, in quotes.');
        }
    }
    const assumptions = Object.keys(simulation.assumptions).length > 0 ? simulation.assumptions : undefined;
    return { settings: { ...read, assumptions }, simulation, problems };
}

/** Reads the editor's setting `sup.rules`, an object shaped like `rules` of a `sup.config.json`. */
export function readRuleLevels(value: unknown, names: RuleNames): { levels: ReadonlyMap<string, Level>; problems: readonly { readonly message: string }[] } {
    const read = new Map<string, Level>();
    const problems: { message: string }[] = [];
    const report = collector<void>(message => problems.push({ message }));
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!isObject && value !== undefined && value !== null) {
        report(undefined, () => '`sup.rules` must be an object that gives a level to each rule.');
    }
    for (const [name, level] of isObject ? Object.entries(value) : []) {
        if (!isConfigurable(name, names)) {
            report(undefined, () => unknownRule(name, names));
        } else if (!isLevel(level)) {
            report(undefined, () => wrongLevel(name));
        } else {
            read.set(name, level);
        }
    }
    return { levels: read, problems };
}

/**
 * Completes the levels of a `sup.config.json` with the editor's, for the rules without an entry in the file, neither of
 * their own nor of their category. So the editor never contradicts what the file sets for everyone. Only the file has `neverAllow` and assumptions.
 */
export function mergeSettings(config: RuleSettings, editor: ReadonlyMap<string, Level>, names: RuleNames): RuleSettings {
    const added = [...editor].filter(([name]) => !isSetBy(config, name, names));
    return added.length === 0 ? config : { ...config, levels: new Map([...config.levels, ...added]) };
}

/** Whether a configuration sets the level of a rule or a category, which leaves the editor's entry for it without effect. */
export function isSetBy({ levels }: RuleSettings, name: string, { categoryOf }: RuleNames): boolean {
    const category = categoryOf(name);
    return levels.has(name) || (category !== undefined && levels.has(categoryPrefix + category));
}

function levelsIn(node: Node, names: RuleNames, report: ProblemReporter<JsonRange>): Map<string, Level> {
    const read = new Map<string, Level>();
    for (const { key, value } of propertiesOf(node, '`rules`', report)) {
        const name = String(key.value);
        if (!isConfigurable(name, names)) {
            report(key, () => unknownRule(name, names));
        } else if (value.type !== 'string' || !isLevel(value.value)) {
            report(value, () => wrongLevel(name));
        } else {
            read.set(name, value.value);
        }
    }
    return read;
}

function rulesIn(node: Node, names: RuleNames, report: ProblemReporter<JsonRange>): Set<string> {
    const read = new Set<string>();
    if (node.type !== 'array') {
        report(node, () => '`neverAllow` takes a list of rules, in brackets.');
        return read;
    }
    for (const item of node.children ?? []) {
        if (item.type !== 'string') {
            report(item, () => '`neverAllow` takes the names of rules, in quotes.');
        } else if (String(item.value).startsWith(categoryPrefix)) {
            report(item, () => '`neverAllow` takes single rules, not categories.');
        } else if (!names.rules.includes(String(item.value))) {
            report(item, () => unknownRule(String(item.value), names));
        } else if (read.has(String(item.value))) {
            report(item, () => `${valueInCode(item.value)} is already listed above.`);
        } else {
            read.add(String(item.value));
        }
    }
    return read;
}

function isConfigurable(name: string, { rules, categories }: RuleNames): boolean {
    return rules.includes(name) || categories.some(category => name === categoryPrefix + category);
}

function isLevel(value: unknown): value is Level {
    return levels.some(level => level === value);
}

function unknownRule(name: string, { rules, categories }: RuleNames): string {
    return name.startsWith(categoryPrefix)
        ? `${valueInCode(name)} is not a category. The categories are ${list(categories)}.`
        : `${valueInCode(name)} is not a rule.${didYouMean(name, rules)}`;
}

function wrongLevel(name: string): string {
    return `${valueInCode(name)} takes one of ${levelNames}, in quotes.`;
}

function didYouMean(word: string, names: readonly string[]): string {
    const [likeliest] = nearest(word, names);
    return likeliest === undefined ? '' : ` Did you mean ${valueInCode(likeliest)}?`;
}

function list(words: readonly string[]): string {
    return words.map(valueInCode).join(', ');
}
