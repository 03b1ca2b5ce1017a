import { DocumentState, type LangiumDocument, URI } from 'langium';
import type { Hierarchy } from '@sup/model';
import { piecesOf, type PlanProblem, problemsOf, type SupServices } from '@sup/language';
import { buildScene, type Scene } from '@sup/picture';
import type { PreviewContent, PreviewParams } from '@sup/protocol/server';
import { keepUnread, type Sound, soundOf } from './keep-unread.js';
import { Parts } from './parts.js';

/** A hierarchy, ready to be looked at: drawn, and with the way back from the drawing to its parts and problems. */
export interface Prepared {
    readonly hierarchy: Hierarchy;
    readonly scene: Scene;
    readonly parts: Parts;
}

/** What previews show. A hierarchy is prepared when somebody looks at it, once until the next change. */
export class Previews {
    private readonly prepared = new Map<Hierarchy, Prepared>();
    /** What each hierarchy was when all of its text could be read last, by key. */
    private readonly sound = new Map<string, Sound>();

    constructor(private readonly services: SupServices, private readonly ready: () => Promise<void>) {
        const { DocumentBuilder } = services.shared.workspace;
        // Levels of rules change findings without any change of the hierarchy.
        DocumentBuilder.onUpdate(() => this.prepared.clear());
        DocumentBuilder.onBuildPhase(DocumentState.Validated, () => this.prepared.clear());
    }

    /** Does something about a document with all that has been typed so far; null where there is none. Changes that came before are worked in first. */
    async about<R>({ textDocument: { uri } }: PreviewParams, work: (document: LangiumDocument) => R | null | undefined): Promise<R | null> {
        await this.ready();
        let found: R | null | undefined;
        await this.services.shared.workspace.WorkspaceLock.read(() => {
            const document = this.document(uri);
            found = document && work(document);
        });
        return found ?? null;
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

    of(document: LangiumDocument): Prepared {
        const hierarchy = this.services.analysis.hierarchies.of(document);
        const known = this.prepared.get(hierarchy) ?? this.prepare(hierarchy, document);
        this.prepared.set(hierarchy, known);
        return known;
    }

    private prepare(hierarchy: Hierarchy, document: LangiumDocument): Prepared {
        const documents = this.services.analysis.hierarchies.neighboursOf(document);
        const problems = documents.flatMap(each => this.problemsOf(each));
        return { hierarchy, scene: this.draw(document, documents, hierarchy, problems), parts: new Parts(hierarchy, problems) };
    }

    private draw(document: LangiumDocument, documents: readonly LangiumDocument[], hierarchy: Hierarchy, problems: readonly PlanProblem[]): Scene {
        const scene = buildScene(hierarchy, problems);
        const key = this.services.analysis.hierarchies.keyOf(document);
        const unread = documents.filter(document => piecesOf(document).some(({ isUnread }) => isUnread));
        const last = this.sound.get(key);
        if (unread.length === 0) {
            this.sound.set(key, soundOf(scene, documents, hierarchy));
        }
        return unread.length === 0 || !last ? scene : keepUnread(last, scene, unread, hierarchy);
    }

    private problemsOf(document: LangiumDocument): readonly PlanProblem[] {
        return problemsOf(this.services.linter.rules.check(document).findings, document);
    }
}
