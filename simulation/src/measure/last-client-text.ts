import { boundAssumptionsText, boundText } from '../bound/bound-text.js';
import { firstScansText } from '../bound/first-scans.js';
import type { SimulationResult } from '../simulate.js';
import { propagationText } from './propagation-text.js';

/**
 * How long an update takes to the last client, the same for every output: the bound of the plan, its parts, the first
 * scans after an installation, then what the run measured, and the assumptions of the bound. The first line is a headline.
 */
export function lastClientText({ bound, propagation }: Pick<SimulationResult, 'bound' | 'propagation'>): readonly string[] {
    const [headline = '', ...parts] = boundText(bound);
    return [headline, ...parts, ...firstScansText(bound), propagationText(propagation)[0]!.replace(/:$/, '.'), ...bound.minutes === undefined ? [] : boundAssumptionsText(bound)];
}
