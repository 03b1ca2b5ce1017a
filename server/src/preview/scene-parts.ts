import type { Location } from 'vscode-languageserver';
import { type Cluster, type Hierarchy, hostsOf, type Server, type Site } from '@sup/model';
import { locationOf, placeOf, type PlanProblem } from '@sup/language';
import { type Ids, idsOf, placeProblems } from '@sup/picture';

export type ScenePart = Site | Server | Cluster;

/** Maps the parts of a scene back to the plan. Computed lazily. */
export class SceneParts {
    private known: { readonly ids: Ids; readonly byId: ReadonlyMap<string, ScenePart> } | undefined;
    private placed: ReturnType<typeof placeProblems<PlanProblem>> | undefined;

    constructor(private readonly hierarchy: Hierarchy, private readonly problems: () => readonly PlanProblem[]) {}

    /** The part with the given id in the scene. */
    part(id: string): ScenePart | undefined {
        return this.all.byId.get(id);
    }

    idOf(part: ScenePart): string {
        return this.all.ids.of(part);
    }

    /** The location of a part's name in the text. */
    locate(id: string): Location | undefined {
        const part = this.part(id);
        return part && locationOf(part, 'name');
    }

    /** The location of a problem in the text, by its index in the scene's list for a site, or in the list of problems that belong to no site. */
    locateProblem(id: string | undefined, index: number): Location | undefined {
        const part = id === undefined ? undefined : this.part(id);
        this.placed ??= placeProblems(this.hierarchy, this.problems());
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

function siteOf(part: ScenePart): Site {
    return part.element === 'site' ? part : part.site;
}
