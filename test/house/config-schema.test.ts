import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { categoryNames, levels, readConfig, registry, ruleNames } from '@sup/language';
import { type Assumption, assumptions } from '@sup/model';
import { amountText } from '../../language/src/syntax/catalogue/amounts.js';

// The editor validates a sup.config.json against the schema; the server and the command line use `readConfig`. Both must agree.

const schema = JSON.parse(readFileSync(new URL('../../syntaxes/sup.config.schema.json', import.meta.url), 'utf8')) as object;
const validate = new Ajv({ strict: false }).compile(schema);

test.each<[unknown, boolean]>([
    [{}, true],
    [{ $schema: './schema.json', rules: {}, neverAllow: [] }, true],
    [{ rules: Object.fromEntries(registry.map((rule, i) => [rule.id, levels[i % levels.length]])), neverAllow: registry.map(rule => rule.id) }, true],
    [{ rules: Object.fromEntries(categoryNames.map(name => [`category:${name}`, 'off'])) }, true],
    [{ simulation: {} }, true],
    [{ simulation: { seed: 7, retryInterval: '1 day 6h', catalogSize: '1.5 GB', roundTrips: 3 } }, true],
    [{ simulation: Object.fromEntries(Object.entries<Assumption>(assumptions).map(([name, assumption]) => [name, assumption.unit === 'number' ? assumption.default : amountText(assumption, assumption.default)])) }, true],
    [{ simulation: { start: 'settled', internetFailure: 'spares children' } }, true],
    [{ simulation: { start: 'warm' } }, false],
    [{ simulation: { start: 1 } }, false],
    [{ simulation: 7 }, false],
    [{ simulation: { seed: -1 } }, false],
    [{ simulation: { seed: 1.5 } }, false],
    [{ simulation: { retryInterval: 30 } }, false],
    [{ simulation: { retryInterval: 'soon' } }, false],
    [{ simulation: { catalogSize: '150' } }, false],
    [{ simulation: { roundTrips: '3' } }, false],
    [{ simulation: { speed: 3 } }, false],
    [[], false],
    [{ rulez: {} }, false],
    [{ $schema: 1 }, false],
    [{ rules: [] }, false],
    [{ rules: { 'no-such-rule': 'off' } }, false],
    [{ rules: { 'category:no-such': 'off' } }, false],
    [{ rules: { 'unknown-property': 'loud' } }, false],
    [{ rules: { 'unknown-property': null } }, false],
    [{ neverAllow: 'unknown-property' }, false],
    [{ neverAllow: ['category:roles'] }, false],
    [{ neverAllow: [1] }, false],
    [{ neverAllow: ['unknown-property', 'unknown-property'] }, false]
])('the schema and `readConfig` agree about %j', (config, isValid) => {
    expect(validate(config)).toBe(isValid);
    expect(readConfig(JSON.stringify(config), ruleNames).problems.length === 0).toBe(isValid);
});
