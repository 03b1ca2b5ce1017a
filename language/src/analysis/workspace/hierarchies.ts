import { compareTexts, type Hierarchy, IncrementalHierarchy, memoize, type Scenario, type Site } from '@sup/model';
import { type AstNode, AstUtils, DocumentState, type LangiumDocument, type LangiumDocuments, type ParseResult, type WorkspaceManager } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { originOf } from '../projection/origin.js';
import { headersIn } from '../../syntax/segments/headers.js';
import { scenariosIn, sitesIn, reuseModel } from '../projection/segment-model.js';
import type { Segment } from '../../syntax/segments/segment.js';
import { segmentsOf } from '../../syntax/segments/segmented-file.js';
import { changesBetween } from '../../syntax/segments/changes.js';
import { isInSkippedFolder } from './skipped-folders.js';

/** The schemes of workspace files. Any other document (an unsaved one, one side of a diff) is a hierarchy of its own. */
const fileSchemes = new Set(['file', 'vscode-vfs', 'vscode-remote']);

/** A document as it was read last. */
interface KnownFile {
    readonly parseResult: ParseResult;
    /** The workspace folders of then. */
    readonly folders: string;
    readonly key: string;
    readonly segments: readonly Segment[];
}

/** One hierarchy of the workspace, and its scenarios while they stay as they are. */
interface Plan {
    readonly hierarchy: IncrementalHierarchy;
    documents: readonly LangiumDocument[];
    scenarios: readonly Scenario[] | undefined;
}

/** What the files of a plan no longer say, and what they say now. */
interface PlanChange {
    readonly removed: Segment[];
    readonly added: Segment[];
}

/** Finds the hierarchy that a document belongs to. Hierarchies are kept, and follow their files segment by segment. */
export class Hierarchies {
    private readonly documents: LangiumDocuments;
    private readonly workspace: () => WorkspaceManager;
    private isUpToDate = false;
    private readonly files = new Map<LangiumDocument, KnownFile>();
    private inOrder: readonly LangiumDocument[] = [];
    private plans = new Map<string, Plan>();
    private readonly forgetters = new Set<(document: LangiumDocument) => void>();

    constructor(shared: LangiumSharedServices) {
        this.documents = shared.workspace.LangiumDocuments;
        this.workspace = () => shared.workspace.WorkspaceManager;
        const { DocumentBuilder } = shared.workspace;
        const outdate = (): void => {
            this.isUpToDate = false;
        };
        DocumentBuilder.onBuildPhase(DocumentState.IndexedContent, outdate);
        // With each document, too: who has waited for one asks at once, and the rest may be given up for a newer change.
        DocumentBuilder.onDocumentPhase(DocumentState.IndexedContent, outdate);
        DocumentBuilder.onUpdate((_changed, deleted) => {
            if (deleted.length > 0) {
                outdate();
            }
        });
    }

    /** The hierarchy as it is now. It does not change any more, so whoever takes time over it may keep it. */
    of(document: LangiumDocument): Hierarchy {
        return this.kept(document).snapshot();
    }

    /** The hierarchy that follows every change: for answers at once. */
    kept(document: LangiumDocument): IncrementalHierarchy {
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

    /** The scenarios of a document's whole hierarchy, by title and then by place, whatever order the files were read in. */
    allScenarios(document: LangiumDocument): readonly Scenario[] {
        const plan = this.planOf(document);
        plan.hierarchy.dependencies.track('scenarios');
        plan.scenarios ??= plan.documents
            .flatMap(member => this.scenariosOf(member).map(scenario => ({ scenario, uri: member.uri.toString() })))
            .sort((a, b) => compareTexts(a.scenario.title ?? '', b.scenario.title ?? '') || compareTexts(a.uri, b.uri) || inFile(originOf(a.scenario), originOf(b.scenario)))
            .map(({ scenario }) => scenario);
        return plan.scenarios;
    }

    /** The documents that share a document's hierarchy, itself included. */
    neighboursOf(document: LangiumDocument): readonly LangiumDocument[] {
        return this.planOf(document).documents;
    }

    /** The same for all documents of one hierarchy. */
    keyOf(document: LangiumDocument): string {
        const uri = document.uri.toString();
        const name = nameOf(document);
        // What is no file of the workspace, or a copy in a folder that is skipped, has a hierarchy of its own.
        const isAlone = !fileSchemes.has(document.uri.scheme) || isInSkippedFolder(uri, this.workspaceFolders);
        return name === undefined ? uri : `${isAlone ? uri : this.folderOf(uri)}#${name}`;
    }

    /** Has somebody told which documents are gone, or belong to another hierarchy. */
    onForget(forget: (document: LangiumDocument) => void): void {
        this.forgetters.add(forget);
    }

    /** Brings all hierarchies up to what the files say now; whoever has looked at what is different is told. */
    follow(): ReadonlyMap<string, Plan> {
        if (!this.isUpToDate) {
            this.followFiles();
            this.isUpToDate = true;
        }
        return this.plans;
    }

    private planOf(document: LangiumDocument): Plan {
        const plans = this.follow();
        const file = this.files.get(document);
        // A document that is not one of the workspace's, as in a comparison, or no longer, has a hierarchy of its own.
        return file ? plans.get(file.key)! : { ...planAlone(document.parseResult), documents: [document] };
    }

    private followFiles(): void {
        const changes = new Map<string, PlanChange>();
        const documents = this.documentsInOrder();
        const folders = this.workspaceFolders.join(' ');
        for (const document of documents) {
            this.followFile(document, folders, changes);
        }
        this.forgetAllBut(new Set(documents), changes);
        this.plans = new Map([...Map.groupBy(documents, document => this.files.get(document)!.key)].map(([key, members]) => [key, this.planWith(key, members)]));
        for (const [key, change] of changes) {
            const plan = this.plans.get(key);
            if (plan) {
                applyTo(plan, change);
            }
        }
    }

    private followFile(document: LangiumDocument, folders: string, changes: Map<string, PlanChange>): void {
        const known = this.files.get(document);
        if (known?.parseResult === document.parseResult && known.folders === folders) {
            return;
        }
        const [key, segments] = [this.keyOf(document), segmentsOf(document)];
        this.files.set(document, { parseResult: document.parseResult, folders, key, segments });
        if (known?.key !== key) {
            this.forgetters.forEach(forget => forget(document));
            note(changes, known?.key ?? key, known?.segments ?? [], []);
            note(changes, key, [], segments);
            return;
        }
        const { removed, added } = changesBetween(known.segments, segments);
        // Only within a file what is taken over keeps its place among others of its name.
        if (removed.length !== added.length || !removed.every((segment, i) => reuseModel(segment, added[i]!))) {
            note(changes, key, removed, added);
        }
    }

    private forgetAllBut(present: ReadonlySet<LangiumDocument>, changes: Map<string, PlanChange>): void {
        for (const [document, { key, segments }] of [...this.files].filter(([document]) => !present.has(document))) {
            note(changes, key, segments, []);
            this.files.delete(document);
            this.forgetters.forEach(forget => forget(document));
        }
    }

    private planWith(key: string, documents: readonly LangiumDocument[]): Plan {
        const plan = this.plans.get(key) ?? { hierarchy: new IncrementalHierarchy(nameOf(documents[0]!), byPlace), documents, scenarios: undefined };
        plan.documents = documents;
        return plan;
    }

    /** By their addresses: the order in which files were opened must not matter. */
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

    /** The innermost workspace folder around a document, or nothing for a document outside of all. */
    private folderOf(uri: string): string {
        const folders = this.workspaceFolders.map(folder => folder.replace(/\/?$/, '/'));
        return folders.filter(folder => uri.startsWith(folder)).sort((a, b) => b.length - a.length)[0] ?? '';
    }
}

/** A file may hold more segments than a call takes arguments. */
function note(changes: Map<string, PlanChange>, key: string, removed: readonly Segment[], added: readonly Segment[]): void {
    const change = changes.get(key) ?? { removed: [], added: [] };
    changes.set(key, change);
    removed.forEach(segment => change.removed.push(segment));
    added.forEach(segment => change.added.push(segment));
}

function applyTo(plan: Plan, { removed, added }: PlanChange): void {
    plan.hierarchy.replace(removed.flatMap(sitesIn), added.flatMap(sitesIn));
    if ([removed, added].some(segments => segments.some(segment => scenariosIn(segment).length > 0))) {
        plan.scenarios = undefined;
        plan.hierarchy.dependencies.invalidate('scenarios');
    }
}

const planAlone = memoize((parseResult: ParseResult): Plan => {
    const hierarchy = new IncrementalHierarchy(nameOf({ parseResult }), byPlace);
    hierarchy.replace([], segmentsOf({ parseResult }).flatMap(sitesIn));
    return { hierarchy, documents: [], scenarios: undefined };
});

/** By file, and in a file by place. */
function byPlace(a: Site, b: Site): number {
    const [left, right] = [originOf(a), originOf(b)];
    return compareTexts(AstUtils.getDocument(left).uri.toString(), AstUtils.getDocument(right).uri.toString())
        || inFile(left, right);
}

/** Which of two statements that stand in no other comes first. */
function inFile(a: AstNode, b: AstNode): number {
    return (a.$containerIndex ?? 0) - (b.$containerIndex ?? 0);
}

/** The name after the first `hierarchy` of a file. */
function nameOf({ parseResult }: Pick<LangiumDocument, 'parseResult'>): string | undefined {
    return headersIn(parseResult)[0]?.name || undefined;
}
