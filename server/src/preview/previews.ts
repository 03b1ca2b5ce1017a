import { DocumentState, type LangiumDocument, URI } from 'langium';
import type { Hierarchy } from '@sup/model';
import { planSegmentsOf, type PlanProblem, problemsOf, type SupServices } from '@sup/language';
import { buildSceneInChunks, type Scene } from '@sup/picture';
import type { PreviewContent, PreviewParams } from '@sup/protocol/server';
import type { Work } from '../scenarios/in-chunks.js';
import { maxSceneCharacters } from './answer-size.js';
import { keepUnreadableSites, type ReadableState, segmentsByFile } from './keep-unreadable-sites.js';
import { SceneParts } from './scene-parts.js';

/** A hierarchy, with the mapping from its scene back to its parts and problems. */
export interface PreparedPreview {
    readonly hierarchy: Hierarchy;
    readonly parts: SceneParts;
}

/** The content of previews. A hierarchy is prepared on demand and cached until the next change. */
export class Previews {
    private readonly prepared = new Map<Hierarchy, PreparedPreview>();
    private readonly scenes = new Map<Hierarchy, Scene>();
    /** Counts the changes, so that a scene whose findings changed while it was built is not cached. */
    private generation = 0;
    /** The last state of each hierarchy in which all of its text could be parsed, by the key of the hierarchy. */
    private readonly readableStates = new Map<string, ReadableState>();

    constructor(private readonly services: SupServices, private readonly ready: () => Promise<void>) {
        const { DocumentBuilder } = services.shared.workspace;
        const forget = (): void => {
            this.generation++;
            this.prepared.clear();
            this.scenes.clear();
        };
        // Rule levels change findings without changing the hierarchy.
        DocumentBuilder.onUpdate(forget);
        DocumentBuilder.onBuildPhase(DocumentState.Validated, forget);
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

    *content(document: LangiumDocument): Work<PreviewContent> {
        const scenarios = this.services.analysis.hierarchies.allScenarios(document).flatMap(({ title, duration }) => title === undefined || duration === undefined ? [] : [{ title, duration }]);
        return { scene: yield* this.scene(document), scenarios };
    }

    of(document: LangiumDocument): PreparedPreview {
        const hierarchy = this.services.analysis.hierarchies.of(document);
        const prepared = this.prepared.get(hierarchy) ?? { hierarchy, parts: new SceneParts(hierarchy, () => this.neighboursOf(document).flatMap(each => this.problemsOf(each))) };
        this.prepared.set(hierarchy, prepared);
        return prepared;
    }

    private *scene(document: LangiumDocument): Work<Scene> {
        const { hierarchies } = this.services.analysis;
        const hierarchy = hierarchies.of(document);
        const known = this.scenes.get(hierarchy);
        if (known) {
            return known;
        }
        const { generation } = this;
        const documents = this.neighboursOf(document);
        const key = hierarchies.keyOf(document);
        const unreadable = documents.filter(document => planSegmentsOf(document).some(({ hasSyntaxErrors }) => hasSyntaxErrors));
        // The text may change while the scene is built.
        const files = segmentsByFile(unreadable.length === 0 ? documents : unreadable, hierarchy);
        const problems = documents.flatMap(each => this.problemsOf(each));
        const built = yield* buildSceneInChunks(hierarchy, problems, maxSceneCharacters(documents));
        const last = this.readableStates.get(key);
        if (unreadable.length === 0) {
            this.readableStates.set(key, { scene: built, files });
        }
        const scene = unreadable.length === 0 || !last ? built : keepUnreadableSites(last, built, files);
        if (generation === this.generation && hierarchies.of(document) === hierarchy) {
            this.scenes.set(hierarchy, scene);
        }
        return scene;
    }

    private neighboursOf(document: LangiumDocument): readonly LangiumDocument[] {
        return this.services.analysis.hierarchies.neighboursOf(document);
    }

    private problemsOf(document: LangiumDocument): readonly PlanProblem[] {
        return problemsOf(this.services.linter.rules.check(document).findings, document);
    }
}
