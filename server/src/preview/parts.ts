import type { Location } from 'vscode-languageserver';
import { type Cluster, type Hierarchy, hostsOf, type Server, type Site } from '@sup/model';
import { locationOf, placeOf, type PlanProblem } from '@sup/language';
import { type Ids, idsOf, placeProblems } from '@sup/picture';

export type Part = Site | Server | Cluster;

/** The way from what is drawn back to the plan. Nothing of it is worked out before somebody asks. */
export class Parts {
    private known: { readonly ids: Ids; readonly byId: ReadonlyMap<string, Part> } | undefined;
    private placed: ReturnType<typeof placeProblems<PlanProblem>> | undefined;

    constructor(private readonly hierarchy: Hierarchy, private readonly problems: readonly PlanProblem[]) {}

    /** The part with an id of the scene. */
    part(id: string): Part | undefined {
        return this.all.byId.get(id);
    }

    idOf(part: Part): string {
        return this.all.ids.of(part);
    }

    /** Where a part stands in the text: the word that names it. */
    locate(id: string): Location | undefined {
        const part = this.part(id);
        return part && locationOf(part, 'name');
    }

    /** Where a problem stands in the text: of a site, by its index in the scene, or of no site. */
    locateProblem(id: string | undefined, index: number): Location | undefined {
        const part = id === undefined ? undefined : this.part(id);
        this.placed ??= placeProblems(this.hierarchy, this.problems);
        const site = part && siteOf(part);
        const problem = id !== undefined && !site ? undefined : this.placed.of(site)[index];
        return problem && placeOf(problem);
    }

    private get all(): NonNullable<typeof this.known> {
        const ids = this.known?.ids ?? idsOf(this.hierarchy);
        this.known ??= { ids, byId: new Map(this.hierarchy.sites.flatMap(site => [site, ...hostsOf(site)]).map(part => [ids.of(part), part])) };
        return this.known;
    }
}

export function siteOf(part: Part): Site {
    return part.element === 'site' ? part : part.site;
}
