import { type ImportPlan, importPlanText } from '@sup/model';
import { writtenName } from '../../syntax/tree/names.js';

/** A plan of imports as a plan writes it, with the name in quotes if necessary. */
export function importText(plan: ImportPlan): string {
    return importPlanText({ ...plan, from: writtenName(plan.from) });
}
