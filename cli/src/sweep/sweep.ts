import { EventBudgetError, leastAdditionalHours, sweep as simulateFailures, runToEnd } from '@sup/simulation';
import { type PlannedHierarchy, hierarchiesWithSitesIn } from '../hierarchies.js';
import { painter } from '../paint.js';
import { planErrorsIn, warnAboutPlanErrors } from '../plan-errors.js';
import { type Plans, withPlans } from '../plans.js';
import { percentage, type Progress } from '../progress.js';
import { runOptionsFor, type SimulationOptions } from '../run-options.js';
import { type Terminal, usesColor } from '../terminal.js';
import { json } from './json.js';
import { pretty } from './pretty.js';
import type { SweptHierarchy } from './report.js';

export const formats = ['pretty', 'json'] as const;

export interface SweepOptions extends SimulationOptions {
    readonly format: typeof formats[number];
    /** The duration of each failure in minutes; by default long enough for every client to scan and for catalogs to become too old. */
    readonly for?: number;
    /** Whether to simulate pairs of failures too. */
    readonly pairs?: boolean;
    /** How many failures to list for each hierarchy. */
    readonly top: number;
}

/** Simulates the failure of each part of the hierarchies in turn and writes the impact on clients. Returns the exit code. */
export function sweep(paths: readonly string[], options: SweepOptions, terminal: Terminal): Promise<number> {
    return withPlans(paths, terminal, (plans, progress) => {
        const found = hierarchiesWithSitesIn(plans);
        try {
            const swept = found.map(each => sweepHierarchy(each, plans, options, progress));
            progress.end();
            terminal.stdout.write(options.format === 'json' ? json(swept) : pretty(swept, painter(usesColor(terminal.stdout, terminal.env))));
            warnAboutPlanErrors(planErrorsIn(plans, found.map(({ document }) => document)).length, terminal);
            return 0;
        } catch (error) {
            if (!(error instanceof EventBudgetError)) {
                throw error;
            }
            progress.end();
            terminal.writeMessage(error.message);
            return 1;
        }
    });
}

function sweepHierarchy({ hierarchy, label, document }: PlannedHierarchy, plans: Plans, options: SweepOptions, progress: Progress): SweptHierarchy {
    const work = simulateFailures(hierarchy, { ...runOptionsFor(document, plans, options), outage: options.for, pairs: options.pairs });
    const { impacts, pairs, skippedPairs: skipped, undisturbed, unknownClients, assumed, from, outage, tooOld } = runToEnd(work, ({ done, of }) => progress.show(`Simulating failures in ${label}: ${percentage(done / of)}`));
    const withImpact = impacts.filter(({ clients }) => clients > 0);
    const together = pairs.filter(({ additionalHours }) => additionalHours >= leastAdditionalHours);
    return {
        hierarchy: label, worst: withImpact.slice(0, options.top), withImpact: withImpact.length, withoutImpact: impacts.length - withImpact.length, undisturbed, unknownClients, assumed, from, outage, tooOld, planErrors: planErrorsIn(plans, [document]),
        pairs: options.pairs ? { worst: together.slice(0, options.top), withImpact: together.length, simulated: pairs.length, skipped } : undefined
    };
}
