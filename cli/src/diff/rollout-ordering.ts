import { checkModel } from '@sup/language';
import { errorMessage } from '@sup/model';
import { orderRollout, type Rollout, type RolloutProgress } from '@sup/rollout';
import type { Cancellation } from '../cancellation.js';
import { percentage, type Progress } from '../progress.js';
import type { VersionPair } from './report.js';

const doing: Readonly<Record<RolloutProgress['doing'], string>> = { ordering: 'Ordering the changes of', explaining: 'Explaining the order of', simulating: 'Simulating the steps of' };

/** Orders the changes of hierarchies, and collects the failures of rules: an order that a rule has not checked is incomplete. */
export class RolloutOrdering {
    private readonly failed = new Map<string, string>();

    constructor(private readonly progress: Progress, private readonly cancellation: Cancellation) {}

    order({ label, before, after }: VersionPair): Promise<Rollout> {
        return this.cancellation.run(orderRollout(before.hierarchy, after.hierarchy, {
            check: (hierarchy, sites) => checkModel(hierarchy, sites, ({ id }, error) => this.failed.set(id, errorMessage(error))),
            run: after.options
        }), ({ doing: task, share }) => this.progress.show(`${doing[task]} ${label}: ${percentage(share)}`));
    }

    get failures(): readonly string[] {
        return [...this.failed].map(([rule, message]) => `the rule ${rule} failed, so it did not check every step: ${message}`);
    }
}
