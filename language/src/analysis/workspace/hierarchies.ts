import { compareTexts, type Hierarchy, IncrementalHierarchy, memoize, type Scenario, type Site } from '@sup/model';
import { type AstNode, AstUtils, DocumentState, type LangiumDocument, type LangiumDocuments, type ParseResult, type URI, type WorkspaceManager } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { originOf } from '../projection/origin.js';
import { headersIn } from '../../syntax/segments/headers.js';
import { scenariosIn, sitesIn, reuseModel } from '../projection/segment-model.js';
import type { Segment } from '../../syntax/segments/segment.js';
import { segmentsOf } from '../../syntax/segments/segmented-file.js';
import { changesBetween } from '../../syntax/segments/changes.js';
import type { PlanFolders } from './plan-folders.js';
import { isInSkippedFolder } from './skipped-folders.js';

/** The schemes of workspace files. Any other document (an unsaved one, one side of a diff) is a hierarchy of its own. */
const fileSchemes = new Set(['file', 'vscode-vfs', 'vscode-remote']);

/** A document as of the last update. */
interface KnownFile {
    readonly parseResult: ParseResult;
    /** The folders of the workspace and of plans at that time. */
    readonly folders: string;
    readonly key: string;
    readonly segments: readonly Segment[];
}

/** One hierarchy of the workspace, and its cached scenarios. */
interface Plan {
    readonly hierarchy: IncrementalHierarchy;
    documents: readonly LangiumDocument[];
    scenarios: readonly Scenario[] | undefined;
}

/** The segments that the files of a plan no longer have, and those that are new. */
interface PlanChange {
    readonly removed: Segment[];
    readonly added: Segment[];
}

/** Finds the hierarchy that a document belongs to. Hierarchies are cached and updated incrementally, by changed segments. */
export class Hierarchies {
    private readonly documents: LangiumDocuments;
    private readonly workspace: () => WorkspaceManager;
    private isUpToDate = false;
    /** The revision of the plan folders at the last update. */
    private planFoldersRevision = -1;
    private readonly files = new Map<LangiumDocument, KnownFile>();
    private inOrder: readonly LangiumDocument[] = [];
    private plans = new Map<string, Plan>();
    private readonly forgetListeners = new Set<(document: LangiumDocument) => void>();

    constructor(shared: LangiumSharedServices, private readonly planFolders: PlanFolders) {
        this.documents = shared.workspace.LangiumDocuments;
        this.workspace = () => shared.workspace.WorkspaceManager;
        const { DocumentBuilder } = shared.workspace;
        const outdate = (): void => {
            this.isUpToDate = false;
        };
        DocumentBuilder.onBuildPhase(DocumentState.IndexedContent, outdate);
        // Also for each document: a request that waited for one continues at once, and a newer change may cancel the rest of the build.
        DocumentBuilder.onDocumentPhase(DocumentState.IndexedContent, outdate);
        DocumentBuilder.onUpdate((_changed, deleted) => {
            if (deleted.length > 0) {
                outdate();
            }
        });
    }

    /** A snapshot of the hierarchy, for work that takes time while the plan changes. */
    of(document: LangiumDocument): Hierarchy {
        return this.incremental(document).snapshot();
    }

    /** The hierarchy that follows every change, for synchronous reads. */
    incremental(document: LangiumDocument): IncrementalHierarchy {
        return this.planOf(document).hierarchy;
    }

    /** The sites that one document declares. */
    sitesOf(document: LangiumDocument): readonly Site[] {
        return segmentsOf(document).flatMap(sitesIn);
    }

    /** The scenarios of one document, in the order of the text. */
    scenariosOf(document: LangiumDocument): readonly Scenario[] {
        return segmentsOf(document).flatMap(scenariosIn);
    }

    /** The scenarios of a document's whole hierarchy, by title and then by place, regardless of the order of loading the files. */
    allScenarios(document: LangiumDocument): readonly Scenario[] {
        const plan = this.planOf(document);
        plan.hierarchy.dependencies.track('scenarios');
        plan.scenarios ??= plan.documents
            .flatMap(member => this.scenariosOf(member).map(scenario => ({ scenario, uri: member.uri.toString() })))
            .sort((a, b) => compareTexts(a.scenario.title ?? '', b.scenario.title ?? '') || compareTexts(a.uri, b.uri) || compareInFile(originOf(a.scenario), originOf(b.scenario)))
            .map(({ scenario }) => scenario);
        return plan.scenarios;
    }

    /** The documents that share a document's hierarchy, itself included. */
    neighboursOf(document: LangiumDocument): readonly LangiumDocument[] {
        return this.planOf(document).documents;
    }

    /** A key that all documents of one hierarchy share. */
    keyOf(document: LangiumDocument): string {
        const uri = document.uri.toString();
        const name = nameOf(document);
        // A document outside the workspace, or a copy in a skipped folder, has a hierarchy of its own.
        const isAlone = !fileSchemes.has(document.uri.scheme) || isInSkippedFolder(uri, this.workspaceFolders);
        return name === undefined ? uri : `${isAlone ? uri : this.folderOf(document.uri)}#${name}`;
    }

    /** Subscribes to documents that are removed or change to another hierarchy. */
    onForget(listener: (document: LangiumDocument) => void): void {
        this.forgetListeners.add(listener);
    }

    /** Updates all hierarchies to the present state of their files, and invalidates the dependents of everything that changed. */
    update(): ReadonlyMap<string, Plan> {
        if (!this.isUpToDate || this.planFoldersRevision !== this.planFolders.revision) {
            this.planFoldersRevision = this.planFolders.revision;
            this.updatePlans();
            this.isUpToDate = true;
        }
        return this.plans;
    }

    private planOf(document: LangiumDocument): Plan {
        const plans = this.update();
        const file = this.files.get(document);
        // A document outside the workspace, as in a comparison, or one that was removed has a hierarchy of its own.
        return file ? plans.get(file.key)! : { ...standalonePlan(document.parseResult), documents: [document] };
    }

    private updatePlans(): void {
        const changes = new Map<string, PlanChange>();
        const documents = this.documentsInOrder();
        const folders = [this.planFolders.revision, ...this.workspaceFolders].join(' ');
        for (const document of documents) {
            this.updateFile(document, folders, changes);
        }
        this.forgetMissing(new Set(documents), changes);
        this.plans = new Map([...Map.groupBy(documents, document => this.files.get(document)!.key)].map(([key, members]) => [key, this.planWith(key, members)]));
        for (const [key, change] of changes) {
            const plan = this.plans.get(key);
            if (plan) {
                applyChange(plan, change);
            }
        }
    }

    private updateFile(document: LangiumDocument, folders: string, changes: Map<string, PlanChange>): void {
        const known = this.files.get(document);
        if (known?.parseResult === document.parseResult && known.folders === folders) {
            return;
        }
        const [key, segments] = [this.keyOf(document), segmentsOf(document)];
        this.files.set(document, { parseResult: document.parseResult, folders, key, segments });
        if (known?.key !== key) {
            this.forgetListeners.forEach(listener => listener(document));
            recordChange(changes, known?.key ?? key, known?.segments ?? [], []);
            recordChange(changes, key, [], segments);
            return;
        }
        const { removed, added } = changesBetween(known.segments, segments);
        // Only within a file: elsewhere, a site with a reused model could lose its place among sites with the same code.
        if (removed.length !== added.length || !removed.every((segment, i) => reuseModel(segment, added[i]!))) {
            recordChange(changes, key, removed, added);
        }
    }

    private forgetMissing(present: ReadonlySet<LangiumDocument>, changes: Map<string, PlanChange>): void {
        for (const [document, { key, segments }] of [...this.files].filter(([document]) => !present.has(document))) {
            recordChange(changes, key, segments, []);
            this.files.delete(document);
            this.forgetListeners.forEach(listener => listener(document));
        }
    }

    private planWith(key: string, documents: readonly LangiumDocument[]): Plan {
        const plan = this.plans.get(key) ?? { hierarchy: new IncrementalHierarchy(nameOf(documents[0]!), compareSites), documents, scenarios: undefined };
        plan.documents = documents;
        return plan;
    }

    /** The documents by address, so that the order of opening them does not matter. */
    private documentsInOrder(): readonly LangiumDocument[] {
        const documents = this.documents.all.toArray();
        if (documents.length !== this.files.size || documents.some(document => !this.files.has(document))) {
            this.inOrder = documents.sort((a, b) => compareTexts(a.uri.toString(), b.uri.toString()));
        }
        return this.inOrder;
    }

    private get workspaceFolders(): readonly string[] {
        return (this.workspace().workspaceFolders ?? []).map(({ uri }) => uri);
    }

    /** The folder whose plans can be in one hierarchy with a document: the nearest plan folder, else the workspace folder; empty for a document outside of both. */
    private folderOf(document: URI): string {
        const uri = document.toString();
        const folders = this.workspaceFolders.map(folder => folder.replace(/\/?$/, '/'));
        return this.planFolders.folderOf(document) ?? folders.filter(folder => uri.startsWith(folder)).sort((a, b) => b.length - a.length)[0] ?? '';
    }
}

// Pushes one by one: a file may hold more segments than a call takes arguments.
function recordChange(changes: Map<string, PlanChange>, key: string, removed: readonly Segment[], added: readonly Segment[]): void {
    const change = changes.get(key) ?? { removed: [], added: [] };
    changes.set(key, change);
    removed.forEach(segment => change.removed.push(segment));
    added.forEach(segment => change.added.push(segment));
}

function applyChange(plan: Plan, { removed, added }: PlanChange): void {
    plan.hierarchy.replace(removed.flatMap(sitesIn), added.flatMap(sitesIn));
    if ([removed, added].some(segments => segments.some(segment => scenariosIn(segment).length > 0))) {
        plan.scenarios = undefined;
        plan.hierarchy.dependencies.invalidate('scenarios');
    }
}

const standalonePlan = memoize((parseResult: ParseResult): Plan => {
    const hierarchy = new IncrementalHierarchy(nameOf({ parseResult }), compareSites);
    hierarchy.replace([], segmentsOf({ parseResult }).flatMap(sitesIn));
    return { hierarchy, documents: [], scenarios: undefined };
});

/** Orders sites by file, and in a file by place. */
function compareSites(a: Site, b: Site): number {
    const [left, right] = [originOf(a), originOf(b)];
    return compareTexts(AstUtils.getDocument(left).uri.toString(), AstUtils.getDocument(right).uri.toString())
        || compareInFile(left, right);
}

/** Orders two top-level statements of a file. */
function compareInFile(a: AstNode, b: AstNode): number {
    return (a.$containerIndex ?? 0) - (b.$containerIndex ?? 0);
}

/** The name after the first `hierarchy` of a file. */
function nameOf({ parseResult }: Pick<LangiumDocument, 'parseResult'>): string | undefined {
    return headersIn(parseResult)[0]?.name || undefined;
}
