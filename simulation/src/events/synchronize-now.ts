import { requestSynchronization } from '../steps/synchronize.js';
import type { World } from '../world/world.js';
import { type Outcome, refuse } from './outcome.js';

/**
 * *Run Synchronization* in the console: a delta synchronization, available at the top site only. Source: "About Software Updates
 * Synchronization" (ConfigMgr 2007 library).
 */
export function synchronizeNow(world: World, code: string): Outcome {
    const site = world.sitesByCode.get(code);
    if (!site?.isRoot) {
        return refuse('not-top-site', code, ...(site ? [site.site] : []));
    }
    return () => requestSynchronization(world, site, { mode: 'delta', by: 'console', cause: undefined });
}
