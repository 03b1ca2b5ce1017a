import { DocumentState, type LangiumDocument, URI } from 'langium';
import type { Hierarchy } from '@sup/model';
import { planSegmentsOf, type PlanProblem, problemsOf, type SupServices } from '@sup/language';
import { buildScene, type Scene } from '@sup/picture';
import type { PreviewContent, PreviewParams } from '@sup/protocol/server';
import { keepUnreadableSites, type ReadableState, readableStateOf } from './keep-unreadable-sites.js';
import { SceneParts } from './scene-parts.js';

/** The scene of a hierarchy, with the mapping from the scene back to its parts and problems. */
export interface PreparedPreview {
    readonly hierarchy: Hierarchy;
    readonly scene: Scene;
    readonly parts: SceneParts;
}

/** The content of previews. A hierarchy is prepared on demand and cached until the next change. */
export class Previews {
    private readonly prepared = new Map<Hierarchy, PreparedPreview>();
    /** The last state of each hierarchy in which all of its text could be parsed, by the key of the hierarchy. */
    private readonly readableStates = new Map<string, ReadableState>();

    constructor(private readonly services: SupServices, private readonly ready: () => Promise<void>) {
        const { DocumentBuilder } = services.shared.workspace;
        // Rule levels change findings without changing the hierarchy.
        DocumentBuilder.onUpdate(() => this.prepared.clear());
        DocumentBuilder.onBuildPhase(DocumentState.Validated, () => this.prepared.clear());
    }

    /** Calls `work` with a document after all pending changes are applied; returns null if there is no such document. */
    async withDocument<R>({ textDocument: { uri } }: PreviewParams, work: (document: LangiumDocument) => R | null | undefined): Promise<R | null> {
        await this.ready();
        let result: R | null | undefined;
        await this.services.shared.workspace.WorkspaceLock.read(() => {
            const document = this.document(uri);
            result = document && work(document);
        });
        return result ?? null;
    }

    private document(uri: string): LangiumDocument | undefined {
        return this.services.shared.workspace.LangiumDocuments.getDocument(URI.parse(uri));
    }

    contentOf(document: LangiumDocument): PreviewContent {
        const { hierarchies } = this.services.analysis;
        const { scene } = this.of(document);
        const scenarios = hierarchies.allScenarios(document).flatMap(({ title, duration }) => title === undefined || duration === undefined ? [] : [{ title, duration }]);
        return { scene, scenarios };
    }

    of(document: LangiumDocument): PreparedPreview {
        const hierarchy = this.services.analysis.hierarchies.of(document);
        const prepared = this.prepared.get(hierarchy) ?? this.prepare(hierarchy, document);
        this.prepared.set(hierarchy, prepared);
        return prepared;
    }

    private prepare(hierarchy: Hierarchy, document: LangiumDocument): PreparedPreview {
        const documents = this.services.analysis.hierarchies.neighboursOf(document);
        const problems = documents.flatMap(each => this.problemsOf(each));
        return { hierarchy, scene: this.draw(document, documents, hierarchy, problems), parts: new SceneParts(hierarchy, problems) };
    }

    private draw(document: LangiumDocument, documents: readonly LangiumDocument[], hierarchy: Hierarchy, problems: readonly PlanProblem[]): Scene {
        const scene = buildScene(hierarchy, problems);
        const key = this.services.analysis.hierarchies.keyOf(document);
        const unreadable = documents.filter(document => planSegmentsOf(document).some(({ hasSyntaxErrors }) => hasSyntaxErrors));
        const last = this.readableStates.get(key);
        if (unreadable.length === 0) {
            this.readableStates.set(key, readableStateOf(scene, documents, hierarchy));
        }
        return unreadable.length === 0 || !last ? scene : keepUnreadableSites(last, scene, unreadable, hierarchy);
    }

    private problemsOf(document: LangiumDocument): readonly PlanProblem[] {
        return problemsOf(this.services.linter.rules.check(document).findings, document);
    }
}
