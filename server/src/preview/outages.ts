import type { OutageOverview } from '@sup/picture';
import { outageOverview } from '@sup/report';
import { mapProgress, sweep } from '@sup/simulation';
import type { Work } from '../scenarios/in-chunks.js';
import type { RunContext } from './play.js';

/** Simulates the failure of each part of a hierarchy, one at a time. Without a limit for the number of sites, because users ask for it and can cancel it. */
export function* outages({ hierarchy, options }: Pick<RunContext, 'hierarchy' | 'options'>): Work<OutageOverview> {
    return outageOverview(hierarchy, yield* mapProgress(sweep(hierarchy, options), ({ done, of }) => done / of));
}
