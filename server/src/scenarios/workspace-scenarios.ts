import { type LangiumDocument, URI } from 'langium';
import type { Hierarchy, Scenario } from '@sup/model';
import type { ScenarioInfo, ScenarioTarget } from '@sup/protocol/server';
import type { RunOptions } from '@sup/simulation';
import { locationOf, parseVersionOf, sourceTextOf, type SupServices } from '@sup/language';
import { PlanRevisions } from './plan-revisions.js';

/** A scenario with everything that is needed to run it. */
export interface FoundScenario {
    readonly document: LangiumDocument;
    readonly hierarchy: Hierarchy;
    readonly scenario: Scenario;
    readonly options: RunOptions;
    /** Changes whenever a run could have another outcome: with a file of the hierarchy or a setting. */
    readonly revision: number;
}

/** The scenarios of the workspace, read from the current text. */
export class WorkspaceScenarios {
    private readonly revisions = new PlanRevisions();

    constructor(private readonly services: SupServices, private readonly optionsFor: (uri: URI) => RunOptions) {}

    in(document: LangiumDocument): readonly FoundScenario[] {
        const { hierarchies } = this.services.analysis;
        const scenarios = hierarchies.scenariosOf(document);
        if (scenarios.length === 0) {
            return [];
        }
        const [hierarchy, options] = [hierarchies.of(document), this.optionsFor(document.uri)];
        const files = hierarchies.neighboursOf(document).map(parseVersionOf);
        // The settings differ by file.
        const revision = this.revisions.of(document, JSON.stringify([options, files]));
        return scenarios.map(scenario => ({ document, scenario, hierarchy, options, revision }));
    }

    all(): readonly FoundScenario[] {
        return this.services.shared.workspace.LangiumDocuments.all.toArray().flatMap(document => this.in(document));
    }

    find({ textDocument, title }: ScenarioTarget): FoundScenario | undefined {
        const document = this.document(textDocument.uri);
        return document && this.in(document).find(({ scenario }) => scenario.title === title);
    }

    document(uri: string): LangiumDocument | undefined {
        return this.services.shared.workspace.LangiumDocuments.getDocument(URI.parse(uri));
    }

    hierarchyOf(document: LangiumDocument): Hierarchy {
        return this.services.analysis.hierarchies.of(document);
    }

    options(document: LangiumDocument): RunOptions {
        return this.optionsFor(document.uri);
    }
}

/** The description of a scenario for the client; undefined for one without a title. */
export function infoOf({ scenario, hierarchy, revision }: FoundScenario): ScenarioInfo | undefined {
    return scenario.title === undefined ? undefined : {
        ...locationOf(scenario), title: scenario.title, hierarchy: hierarchy.name, revision,
        expectations: scenario.expectations.map(expectation => ({ text: sourceTextOf(expectation), range: locationOf(expectation).range }))
    };
}
