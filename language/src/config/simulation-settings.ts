import { type AssumptionName, assumptionNames, type Assumptions, assumptions, scenarioLimits } from '@sup/model';
import type { Node } from 'jsonc-parser';
import { amountOf } from '../syntax/catalogue/amounts.js';
import { itemOf } from '../syntax/catalogue/value-types.js';
import { type JsonRange, propertiesOf, type ProblemReporter, valueInCode } from './config-text.js';
import { nearest } from '../syntax/nearest.js';

/** The settings for simulations: the seed, and assumptions that differ from the defaults. A scenario's own `seed` and `assume` override them. */
export interface SimulationSettings {
    readonly seed?: number | undefined;
    readonly assumptions: Partial<Assumptions>;
}

export const defaultSimulationSettings: SimulationSettings = { assumptions: {} };

/** Reads `simulation` of a `sup.config.json`. Invalid entries are reported and ignored. */
export function readSimulationSettings(node: Node, report: ProblemReporter<JsonRange>): SimulationSettings {
    let seed: number | undefined;
    const read: { -readonly [name in AssumptionName]?: number } = {};
    for (const { key, value } of propertiesOf(node, '`simulation`', report)) {
        const name = String(key.value);
        const assumption = assumptionNames.find(each => each === name);
        if (assumption) {
            const amount = readAmount(assumption, value, report);
            if (amount !== undefined) {
                read[assumption] = amount;
            }
        } else if (name !== 'seed') {
            const [likeliest] = nearest(name, ['seed', ...assumptionNames]);
            report(key, () => `${valueInCode(name)} is not an assumption of simulations.${likeliest === undefined ? '' : ` Did you mean ${valueInCode(likeliest)}?`}`);
        } else if (isWholeNumber(value.value) && value.value >= 0 && value.value <= scenarioLimits.seed) {
            seed = value.value;
        } else {
            report(value, () => `\`seed\` takes a whole number from 0 to ${scenarioLimits.seed}.`);
        }
    }
    return { seed, assumptions: read };
}

/** Durations and sizes are strings in the notation of scenarios; all other amounts are JSON numbers. */
function readAmount(name: AssumptionName, node: Node, report: ProblemReporter<JsonRange>): number | undefined {
    const assumption = assumptions[name];
    const type = amountOf(assumption);
    const isNumber = assumption.unit === 'number';
    const written = isNumber ? isWholeNumber(node.value) && String(node.value) : node.type === 'string' && String(node.value);
    const read = written === false ? undefined : type.read([itemOf(written, false)]);
    if (read === undefined) {
        report(node, () => `${valueInCode(name)} takes ${type.expected}${isNumber ? '' : ', in quotes'}.`);
    }
    return read;
}

function isWholeNumber(value: unknown): value is number {
    return Number.isInteger(value);
}
