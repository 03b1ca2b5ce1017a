import { describe, expect, test } from 'vitest';
import { readConfig, ruleNames } from '@sup/language';

/** The simulation settings of a configuration, and its problems: the text in question and the message. */
function reading(simulation: string): unknown {
    const text = `{ "simulation": ${simulation} }`;
    const { simulation: read, problems } = readConfig(text, ruleNames);
    return { ...read, problems: problems.map(({ message, offset, length }) => `${text.slice(offset, offset + length)} | ${message}`) };
}

const nothing = { assumptions: {}, problems: [] };
const duration = 'a duration in whole weeks, days, hours or minutes, such as `2 weeks`, `4h` or `1d 6h`, up to `521 weeks`';

describe('`simulation` of sup.config.json', () => {
    test('sets the seed and the assumptions', () => {
        expect(reading('{ "seed": 7, "retryInterval": "30 minutes", "scanInterval": "1d 6h", "settlingTime": "0m", "catalogSize": "1.5 GB", "roundTrips": 3 }')).toEqual({
            seed: 7, assumptions: { retryInterval: 30, scanInterval: 1800, settlingTime: 0, catalogSize: 1536, roundTrips: 3 }, problems: []
        });
    });

    test('may be empty or missing', () => {
        expect(reading('{}')).toEqual(nothing);
        expect(readConfig('{}', ruleNames).simulation).toEqual({ assumptions: {} });
    });

    test.each([
        ['[]', '[] | `simulation` must be an object, in braces.'],
        ['{ "sed": 7 }', '"sed" | `sed` is not an assumption of simulations. Did you mean `seed`?'],
        ['{ "__proto__": 7 }', '"__proto__" | `__proto__` is not an assumption of simulations.'],
        ['{ "seed": "7" }', '"7" | `seed` takes a whole number from 0 to 999999999.'],
        ['{ "seed": -1 }', '-1 | `seed` takes a whole number from 0 to 999999999.'],
        ['{ "seed": 1e99 }', '1e99 | `seed` takes a whole number from 0 to 999999999.'],
        ['{ "retryInterval": 30 }', `30 | \`retryInterval\` takes ${duration}, in quotes.`],
        ['{ "retryInterval": "0 minutes" }', `"0 minutes" | \`retryInterval\` takes ${duration}, in quotes.`],
        ['{ "retryInterval": "11 years" }', `"11 years" | \`retryInterval\` takes ${duration}, in quotes.`],
        ['{ "catalogSize": "big" }', '"big" | `catalogSize` takes an amount such as `150 MB` or `1.5 GB`, up to 1,024 GB, in quotes.'],
        ['{ "importShare": 400 }', '400 | `importShare` takes a whole number from 0 to 99.'],
        ['{ "roundTrips": "3" }', '"3" | `roundTrips` takes a whole number from 0 on.'],
        ['{ "roundTrips": 1.5 }', '1.5 | `roundTrips` takes a whole number from 0 on.']
    ])('%s: reports the problem at its position', (text, problem) => {
        expect(reading(text)).toEqual({ ...nothing, problems: [problem] });
    });

    test('applies valid entries beside invalid ones', () => {
        expect(reading('{ "seed": true, "scanRetry": "2h", "scanSize": null }')).toMatchObject({ assumptions: { scanRetry: 120 }, problems: [expect.anything(), expect.anything()] });
    });
});
