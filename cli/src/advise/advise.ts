import { type AdvisedSite, advisedSites } from '@sup/simulation';
import { CommandError } from '../command-error.js';
import { hierarchiesIn, type PlannedHierarchy } from '../hierarchies.js';
import { painter } from '../paint.js';
import { ReportLocations } from '@sup/report';
import { planErrorsIn, warnAboutPlanErrors } from '../plan-errors.js';
import { type Plans, withPlans } from '../plans.js';
import { runOptionsFor } from '../run-options.js';
import { type Terminal, usesColor } from '../terminal.js';
import { json } from './json.js';
import { pretty } from './pretty.js';

export const formats = ['pretty', 'json'] as const;

export interface AdviseOptions {
    readonly format: typeof formats[number];
    /** Codes of secondary sites; if empty, all are advised on. */
    readonly site: readonly string[];
}

/** Prints for secondary sites whether they need their own software update point. Returns the exit code. */
export function advise(paths: readonly string[], { format, site: codes }: AdviseOptions, terminal: Terminal): Promise<number> {
    return withPlans(paths, terminal, (plans, progress) => {
        const found = hierarchiesIn(plans).map(each => ({ ...each, advice: adviceOn(each, codes, plans) })).filter(({ advice }) => advice.length > 0);
        const advised = found.map(({ label, document, advice }) => ({ hierarchy: label, advice, planErrors: planErrorsIn(plans, [document]) }));
        const unknown = codes.filter(code => !advised.some(({ advice }) => advice.some(({ site }) => site.code === code)));
        if (unknown.length > 0) {
            throw new CommandError(`no secondary site with a parent has the code ${unknown.join(' or ')} in these files`);
        }
        progress.end();
        terminal.stdout.write(format === 'json' ? json(advised, new ReportLocations(plans.pathOf)) : pretty(advised, painter(usesColor(terminal.stdout, terminal.env))));
        warnAboutPlanErrors(planErrorsIn(plans, found.map(({ document }) => document)).length, terminal);
        return 0;
    });
}

function adviceOn({ hierarchy, document }: PlannedHierarchy, codes: readonly string[], plans: Plans): readonly AdvisedSite[] {
    const { assumptions } = runOptionsFor(document, plans, {});
    return advisedSites(hierarchy, hierarchy.sites.filter(({ code }) => codes.length === 0 || codes.includes(code)), assumptions ?? {});
}
