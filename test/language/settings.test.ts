import { describe, expect, test } from 'vitest';
import { defaultRuleSettings, type Level, mergeSettings, readConfig as readConfigOf, readRuleLevels as readRuleLevelsOf, ruleNames } from '@sup/language';
import { fileLimits } from '@sup/model';
import { workspaceWith } from '../support/workspace.js';

const readConfig = (text: string): ReturnType<typeof readConfigOf> => readConfigOf(text, ruleNames);
const readRuleLevels = (value: unknown): ReturnType<typeof readRuleLevelsOf> => readRuleLevelsOf(value, ruleNames);

/** The settings of a configuration, and its problems: the text in question and the message. */
function reading(text: string): { levels: Record<string, string>; neverAllow: string[]; problems: string[] } {
    const { settings, problems } = readConfig(text);
    return {
        levels: Object.fromEntries(settings.levels),
        neverAllow: [...settings.neverAllow],
        problems: problems.map(({ message, offset, length }) => `${text.slice(offset, offset + length)} | ${message}`)
    };
}

const nothing = { levels: {}, neverAllow: [], problems: [] };
const levelNames = '`off`, `hint`, `information`, `warning`, `error`';

describe('sup.config.json', () => {
    test('sets levels by rule and by category, and the rules that must not be allowed', () => {
        expect(reading(`{
            // comments are fine
            "$schema": "./schema.json",
            "rules": { "unknown-property": "warning", "category:hierarchy": "off", },
            "neverAllow": ["multiple-active-sups"] /* and a comma at the end, too */
        }`)).toEqual({ levels: { 'unknown-property': 'warning', 'category:hierarchy': 'off' }, neverAllow: ['multiple-active-sups'], problems: [] });
    });

    test.each(['', ' \n', '// nothing yet\n', '{}', '{ "rules": {} }'])('%j sets nothing', text => {
        expect(reading(text)).toEqual(nothing);
    });

    test.each([
        ['{ "rulez": {} }', '"rulez" | `rulez` is not a setting. Did you mean `rules`?'],
        ['{ "__proto__": { "rules": {} } }', '"__proto__" | `__proto__` is not a setting.'],
        ['{ "$schema": 1 }', '1 | `$schema` takes the address of a schema, in quotes.'],
        ['[]', '[] | The configuration must be an object, in braces.'],
        ['null', 'null | The configuration must be an object, in braces.'],
        ['{ "rules": ["unknown-property"] }', '["unknown-property"] | `rules` must be an object, in braces.'],
        ['{ "rules": { "unknown-propetry": "off" } }', '"unknown-propetry" | `unknown-propetry` is not a rule. Did you mean `unknown-property`?'],
        ['{ "rules": { "__proto__": "off" } }', '"__proto__" | `__proto__` is not a rule.'],
        ['{ "rules": { "constructor": "off" } }', '"constructor" | `constructor` is not a rule.'],
        ['{ "rules": { "unknown-property": "loud" } }', `"loud" | \`unknown-property\` takes one of ${levelNames}, in quotes.`],
        ['{ "rules": { "unknown-property": "toString" } }', `"toString" | \`unknown-property\` takes one of ${levelNames}, in quotes.`],
        ['{ "rules": { "unknown-property": true } }', `true | \`unknown-property\` takes one of ${levelNames}, in quotes.`],
        ['{ "neverAllow": "unknown-property" }', '"unknown-property" | `neverAllow` takes a list of rules, in brackets.'],
        ['{ "neverAllow": [1] }', '1 | `neverAllow` takes the names of rules, in quotes.'],
        ['{ "neverAllow": ["category:roles"] }', '"category:roles" | `neverAllow` takes single rules, not categories.'],
        ['{ "rules": }', '} | This is not JSON: value expected.']
    ])('%s: reports the problem at its position', (text, problem) => {
        expect(reading(text)).toEqual({ ...nothing, problems: [problem] });
    });

    test('lists the categories for an unknown one', () => {
        expect(reading('{ "rules": { "category:sites": "off" } }').problems).toEqual([expect.stringMatching(/^"category:sites" \| `category:sites` is not a category\. The categories are `language`, /)]);
    });

    test('applies valid entries beside invalid ones', () => {
        const { levels, neverAllow, problems } = reading('{ "rules": { "a": "off", "unknown-property": "hint" } "neverAllow": [7, "multiple-active-sups"], "more": 1 }');
        expect(levels).toEqual({ 'unknown-property': 'hint' });
        expect(neverAllow).toEqual(['multiple-active-sups']);
        expect(problems).toHaveLength(4);
    });

    test('uses the last of duplicate keys, and reports the repetition', () => {
        expect(reading('{ "rules": { "unknown-property": "off", "unknown-property": "hint" }, "neverAllow": ["unknown-property", "unknown-property"] }')).toEqual({
            levels: { 'unknown-property': 'hint' },
            neverAllow: ['unknown-property'],
            problems: ['"unknown-property" | `unknown-property` is already set above; the last one counts.', '"unknown-property" | `unknown-property` is already listed above.']
        });
    });

    test('refuses hostile nesting before parsing', () => {
        const text = `{ "rules": ${'['.repeat(500_000)}`;
        expect(reading(text)).toEqual({ ...nothing, problems: [`[ | The nesting is deeper than ${fileLimits.depth} levels, so the file is ignored.`] });
    });

    test('reports at most as many problems as one file may show', () => {
        const text = `{ "rules": { ${Array.from({ length: 5_000 }, (_, i) => `"unknown-propert${i}": "off"`).join(', ')} } }`;
        expect(readConfig(text).problems).toHaveLength(fileLimits.diagnostics);
    });

    test('never puts half a surrogate pair into a message', () => {
        const [problem] = readConfig(`{ "rules": { "\\ud83d": "off", "${'😀'.repeat(60)}": "off" } }`).problems;
        expect(problem?.message).toBe('`\ufffd` is not a rule.');
        expect(readConfig(`{ "rules": { "a${'😀'.repeat(60)}": "off" } }`).problems[0]?.message).not.toMatch(/\p{Surrogate}/u);
    });
});

describe('the setting sup.rules', () => {
    test.each([undefined, null, {}])('%j sets nothing', value => {
        expect(readRuleLevels(value)).toEqual({ levels: new Map(), problems: [] });
    });

    test.each([1, 'off', true, ['unknown-property']])('%j is refused', value => {
        expect(readRuleLevels(value)).toEqual({ levels: new Map(), problems: [{ message: '`sup.rules` must be an object that gives a level to each rule.' }] });
    });

    test('applies valid entries beside invalid ones', () => {
        const value: unknown = JSON.parse('{ "unknown-property": "warning", "category:risk": "off", "nope": "off", "__proto__": "off", "multiple-active-sups": { "level": "off" } }');
        expect(readRuleLevels(value)).toEqual({
            levels: new Map([['unknown-property', 'warning'], ['category:risk', 'off']]),
            problems: [{ message: '`nope` is not a rule.' }, { message: '`__proto__` is not a rule.' }, { message: `\`multiple-active-sups\` takes one of ${levelNames}, in quotes.` }]
        });
    });
});

describe('editor settings where the configuration is silent', () => {
    const config = readConfig('{ "rules": { "unknown-property": "error", "category:roles": "hint" }, "neverAllow": ["multiple-active-sups"] }').settings;
    const merged = (settings: typeof config, editor: readonly [string, Level][]): typeof config => mergeSettings(settings, new Map(editor), ruleNames);

    test('adds the levels of other rules, and cannot change which rules may be allowed', () => {
        expect(merged(config, [['unknown-property', 'off'], ['unknown-parent', 'hint']])).toEqual({
            levels: new Map([['unknown-property', 'error'], ['category:roles', 'hint'], ['unknown-parent', 'hint']]),
            neverAllow: new Set(['multiple-active-sups'])
        });
    });

    test('has no effect on a rule whose category the configuration sets', () => {
        expect(merged(config, [['multiple-active-sups', 'off'], ['category:roles', 'off']])).toBe(config);
    });

    test('changes nothing without entries', () => {
        expect(merged(config, [])).toBe(config);
        expect(merged(defaultRuleSettings, [['category:roles', 'off']]).levels).toEqual(new Map([['category:roles', 'off']]));
    });

    test('a rule\'s own entry takes precedence over its category\'s', async () => {
        const settings = merged(readConfig('{ "rules": { "unknown-property": "hint" } }').settings, [['category:language', 'off']]);
        const workspace = await workspaceWith('central site CEN { bogus: 1 }', { settingsFor: () => settings });
        expect(workspace.findings('plan.sup').map(finding => `${finding.rule.id} ${finding.shownAs}`)).toEqual(['unknown-property hint']);
    });
});
