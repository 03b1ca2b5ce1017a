import type { Node } from 'jsonc-parser';
import { collector, type JsonRange, propertiesOf, readTree, type ReportProblem, valueInCode } from './config-text.js';
import { type Level, levels, type RuleSettings } from './levels.js';
import { nearest } from '../syntax/nearest.js';
import type { RuleNames } from './rule-names.js';
import { defaultSimulationSettings, readSimulationSettings, type SimulationSettings } from './simulation-settings.js';

/** Something in `sup.config.json` that is left out of the settings, and its place in the text. */
export interface ConfigProblem extends JsonRange {
    readonly message: string;
}

const levelNames = list(levels);
const configKeys = ['$schema', 'rules', 'neverAllow', 'simulation'];
const categoryPrefix = 'category:';

/** Reads the text of a `sup.config.json`: JSON, with comments. What is wrong is left out, and the rest holds. */
export function readConfig(text: string, names: RuleNames): { settings: RuleSettings; simulation: SimulationSettings; problems: readonly ConfigProblem[] } {
    const problems: ConfigProblem[] = [];
    const complain = collector<JsonRange>((message, { offset, length }) => problems.push({ message, offset, length }));
    const root = readTree(text, complain);
    const read = { levels: new Map<string, Level>(), neverAllow: new Set<string>() };
    let simulation = defaultSimulationSettings;
    for (const { key, value } of propertiesOf(root, 'The configuration', complain)) {
        const name = String(key.value);
        if (name === 'rules') {
            read.levels = levelsIn(value, names, complain);
        } else if (name === 'neverAllow') {
            read.neverAllow = rulesIn(value, names, complain);
        } else if (name === 'simulation') {
            simulation = readSimulationSettings(value, complain);
        } else if (name !== '$schema') {
            complain(key, () => `${valueInCode(name)} is no setting.${meant(name, configKeys)}`);
        } else if (value.type !== 'string') {
            complain(value, () => '`$schema` takes the address of a schema, in quotes.');
        }
    }
    return { settings: read, simulation, problems };
}

/** Reads the editor's setting `sup.rules`, an object shaped like `rules` of a `sup.config.json`. */
export function readRuleLevels(value: unknown, names: RuleNames): { levels: ReadonlyMap<string, Level>; problems: readonly { readonly message: string }[] } {
    const read = new Map<string, Level>();
    const problems: { message: string }[] = [];
    const complain = collector<void>(message => problems.push({ message }));
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!isObject && value !== undefined && value !== null) {
        complain(undefined, () => 'The rules are an object: each rule with its level.');
    }
    for (const [name, level] of isObject ? Object.entries(value) : []) {
        if (!isConfigurable(name, names)) {
            complain(undefined, () => unknownRule(name, names));
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

function levelsIn(node: Node, names: RuleNames, complain: ReportProblem<JsonRange>): Map<string, Level> {
    const read = new Map<string, Level>();
    for (const { key, value } of propertiesOf(node, '`rules`', complain)) {
        const name = String(key.value);
        if (!isConfigurable(name, names)) {
            complain(key, () => unknownRule(name, names));
        } else if (value.type !== 'string' || !isLevel(value.value)) {
            complain(value, () => wrongLevel(name));
        } else {
            read.set(name, value.value);
        }
    }
    return read;
}

function rulesIn(node: Node, names: RuleNames, complain: ReportProblem<JsonRange>): Set<string> {
    const read = new Set<string>();
    if (node.type !== 'array') {
        complain(node, () => '`neverAllow` is a list of rules, in brackets.');
        return read;
    }
    for (const item of node.children ?? []) {
        if (item.type !== 'string') {
            complain(item, () => '`neverAllow` takes the names of rules, in quotes.');
        } else if (String(item.value).startsWith(categoryPrefix)) {
            complain(item, () => '`neverAllow` takes rules one by one, no categories.');
        } else if (!names.rules.includes(String(item.value))) {
            complain(item, () => unknownRule(String(item.value), names));
        } else if (read.has(String(item.value))) {
            complain(item, () => `${valueInCode(item.value)} is listed above already.`);
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
        ? `${valueInCode(name)} is no category. The categories are ${list(categories)}.`
        : `${valueInCode(name)} is no rule.${meant(name, rules)}`;
}

function wrongLevel(name: string): string {
    return `${valueInCode(name)} takes one of ${levelNames}, in quotes.`;
}

function meant(word: string, names: readonly string[]): string {
    const [likeliest] = nearest(word, names);
    return likeliest === undefined ? '' : ` Did you mean ${valueInCode(likeliest)}?`;
}

function list(words: readonly string[]): string {
    return words.map(valueInCode).join(', ');
}
