import { boundAssumptionsText, boundText } from '../bound/bound-text.js';
import { firstScansText } from '../bound/first-scans.js';
import type { SimulationResult } from '../simulate.js';
import { propagationText } from './propagation-text.js';

/**
 * How long an update takes to the last client, the same for every output: the bound of the plan, its parts, the first
 * scans after an installation and the assumptions, then what the run measured. The first line is a headline.
 */
export function lastClientText({ bound, propagation }: Pick<SimulationResult, 'bound' | 'propagation'>): readonly string[] {
    const [headline = '', ...parts] = boundText(bound);
    return [headline, ...parts, ...firstScansText(bound), ...bound.minutes === undefined ? [] : [boundAssumptionsText(bound)], propagationText(propagation)[0]!.replace(/:$/, '.')];
}
