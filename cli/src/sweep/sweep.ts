import { type OutageImpact, EventBudgetError, sweep as sweepHierarchy } from '@sup/simulation';
import { type PlannedHierarchy, simulatedHierarchiesIn } from '../hierarchies.js';
import { painter } from '../paint.js';
import { countPlanErrors, mentionPlanErrors } from '../plan-errors.js';
import { type Plans, withPlans } from '../plans.js';
import type { Progress } from '../progress.js';
import { runOptionsFor, type SimulationOptions } from '../run-options.js';
import { type Terminal, usesColour } from '../terminal.js';
import { json } from './json.js';
import { pretty } from './pretty.js';
import type { SweptHierarchy } from './report.js';

export const formats = ['pretty', 'json'] as const;

export interface SweepOptions extends SimulationOptions {
    readonly format: typeof formats[number];
    /** How long each thing is down, in minutes; without it, so long that every client scans meanwhile and catalogs could get too old. */
    readonly for?: number;
    /** How many to list of each hierarchy. */
    readonly top: number;
}

/** Lets each thing of the hierarchies fail in turn, writes what that does, and gives the exit code. */
export function sweep(paths: readonly string[], options: SweepOptions, terminal: Terminal): Promise<number> {
    return withPlans(paths, terminal, (plans, progress) => {
        const found = simulatedHierarchiesIn(plans);
        try {
            const swept = found.map(each => sweepOne(each, plans, options, progress));
            progress.end();
            terminal.stdout.write(options.format === 'json' ? json(swept) : pretty(swept, painter(usesColour(terminal.stdout, terminal.env))));
            mentionPlanErrors(countPlanErrors(plans, found.map(({ document }) => document)), terminal);
            return 0;
        } catch (error) {
            if (!(error instanceof EventBudgetError)) {
                throw error;
            }
            progress.end();
            terminal.complain(error.message);
            return 1;
        }
    });
}

function sweepOne({ hierarchy, label, document }: PlannedHierarchy, plans: Plans, options: SweepOptions, progress: Progress): SweptHierarchy {
    const work = sweepHierarchy(hierarchy, { ...runOptionsFor(document, plans, options), outage: options.for });
    let step = work.next();
    for (; !step.done; step = work.next()) {
        progress.say(`Letting things fail in ${label}: ${Math.floor(step.value.done / step.value.of * 100)} %`);
    }
    const hurting = step.value.filter(({ clients }: OutageImpact) => clients > 0);
    return { hierarchy: label, worst: hurting.slice(0, options.top), hurting: hurting.length, harmless: step.value.length - hurting.length };
}
