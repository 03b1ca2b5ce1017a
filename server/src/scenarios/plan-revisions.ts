/** Numbers the states of plans with scenarios: a plan whose state is the same as before keeps its number, and no two plans share one. */
export class PlanRevisions {
    private readonly known = new WeakMap<object, { readonly state: string; readonly revision: number }>();
    private last = 0;

    /** The number of a state of a plan. Keeps neither alive: plans are deleted, and a state describes whole files. */
    of(plan: object, state: string): number {
        const known = this.known.get(plan);
        if (known?.state === state) {
            return known.revision;
        }
        const revision = ++this.last;
        this.known.set(plan, { state, revision });
        return revision;
    }
}
