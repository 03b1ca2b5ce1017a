import { counted, type ImportPlan } from '@sup/model';
import { writtenName } from '../../syntax/tree/names.js';

const dayMinutes = 24 * 60;

/** A plan of imports as a plan writes it: `every 7 days from OSLSUP01`. */
export function importText({ every, from }: ImportPlan): string {
    const [minutes, unit] = every % dayMinutes === 0 ? [dayMinutes, 'day'] as const : [60, 'hour'] as const;
    return `every ${counted(every / minutes, unit)} from ${writtenName(from)}`;
}
