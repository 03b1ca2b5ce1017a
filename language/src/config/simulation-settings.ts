import { type AssumptionName, assumptionNames, type Assumptions, assumptions, scenarioLimits } from '@sup/model';
import type { Node } from 'jsonc-parser';
import { amountOf } from '../syntax/catalogue/amounts.js';
import { itemOf } from '../syntax/catalogue/value-types.js';
import { type JsonRange, propertiesOf, type ReportProblem, valueInCode } from './config-text.js';
import { nearest } from '../syntax/nearest.js';

/** What a configuration says of simulations: what chance is drawn from, and what is assumed otherwise. A scenario's own words count first. */
export interface SimulationSettings {
    readonly seed?: number | undefined;
    readonly assumptions: Partial<Assumptions>;
}

export const defaultSimulationSettings: SimulationSettings = { assumptions: {} };

/** Reads `simulation` of a `sup.config.json`. What is wrong is left out, and the rest holds. */
export function readSimulationSettings(node: Node, complain: ReportProblem<JsonRange>): SimulationSettings {
    let seed: number | undefined;
    const read: { -readonly [name in AssumptionName]?: number } = {};
    for (const { key, value } of propertiesOf(node, '`simulation`', complain)) {
        const name = String(key.value);
        const assumption = assumptionNames.find(each => each === name);
        if (assumption) {
            const amount = readAmount(assumption, value, complain);
            if (amount !== undefined) {
                read[assumption] = amount;
            }
        } else if (name !== 'seed') {
            const [likeliest] = nearest(name, ['seed', ...assumptionNames]);
            complain(key, () => `${valueInCode(name)} is nothing that a simulation assumes.${likeliest === undefined ? '' : ` Did you mean ${valueInCode(likeliest)}?`}`);
        } else if (isWholeNumber(value.value) && value.value >= 0 && value.value <= scenarioLimits.seed) {
            seed = value.value;
        } else {
            complain(value, () => `\`seed\` takes a whole number from 0 to ${scenarioLimits.seed}.`);
        }
    }
    return { seed, assumptions: read };
}

/** Times and sizes are written as in a scenario, in quotes; plain numbers as numbers. */
function readAmount(name: AssumptionName, node: Node, complain: ReportProblem<JsonRange>): number | undefined {
    const assumption = assumptions[name];
    const type = amountOf(assumption);
    const isNumber = assumption.unit === 'number';
    const written = isNumber ? isWholeNumber(node.value) && String(node.value) : node.type === 'string' && String(node.value);
    const read = written === false ? undefined : type.read([itemOf(written, false)]);
    if (read === undefined) {
        complain(node, () => `${valueInCode(name)} takes ${type.expected}${isNumber ? '' : ', in quotes'}.`);
    }
    return read;
}

function isWholeNumber(value: unknown): value is number {
    return Number.isInteger(value);
}
