import { compareTexts, type Hierarchy, KeptHierarchy, oncePer, type Scenario, type Site } from '@sup/model';
import { AstUtils, DocumentState, type LangiumDocument, type LangiumDocuments, type ParseResult, WorkspaceCache, type WorkspaceManager } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import * as ast from '../generated/ast.js';
import { originOf } from '../projection/origin.js';
import { scenariosIn, sitesIn, takeOver } from '../segments/read-model.js';
import type { Segment } from '../segments/segment.js';
import { segmentsOf } from '../segments/segmented-file.js';
import { changesBetween } from '../segments/changes.js';

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
    readonly hierarchy: KeptHierarchy;
    documents: LangiumDocument[];
    scenarios: readonly Scenario[] | undefined;
}

/** Finds the hierarchy that a document belongs to. Hierarchies are kept, and follow their files segment by segment. */
export class Hierarchies {
    private readonly documents: LangiumDocuments;
    private readonly workspace: () => WorkspaceManager;
    private readonly upToDate: WorkspaceCache<'plans', ReadonlyMap<string, Plan>>;
    private readonly files = new Map<LangiumDocument, KnownFile>();
    private inOrder: readonly LangiumDocument[] = [];
    private plans = new Map<string, Plan>();
    private readonly forgetters = new Set<(document: LangiumDocument) => void>();

    constructor(shared: LangiumSharedServices) {
        this.documents = shared.workspace.LangiumDocuments;
        this.workspace = () => shared.workspace.WorkspaceManager;
        this.upToDate = new WorkspaceCache(shared, DocumentState.IndexedContent);
    }

    /** The hierarchy as it is now. It does not change any more, so whoever takes time over it may keep it. */
    of(document: LangiumDocument): Hierarchy {
        return this.kept(document).snapshot();
    }

    /** The hierarchy that follows every change: for answers at once. */
    kept(document: LangiumDocument): KeptHierarchy {
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
        plan.hierarchy.watch.saw('scenarios');
        plan.scenarios ??= plan.documents
            .flatMap(member => this.scenariosOf(member).map(scenario => ({ scenario, uri: member.uri.toString() })))
            .sort((a, b) => compareTexts(a.scenario.title ?? '', b.scenario.title ?? '') || compareTexts(a.uri, b.uri) || offsetOf(a.scenario) - offsetOf(b.scenario))
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
        return name === undefined || !fileSchemes.has(document.uri.scheme) ? uri : `${this.folderOf(uri)}#${name}`;
    }

    /** Has somebody told which documents are gone, or belong to another hierarchy. */
    onForget(forget: (document: LangiumDocument) => void): void {
        this.forgetters.add(forget);
    }

    /** Brings all hierarchies up to what the files say now; whoever has looked at what is different is told. */
    follow(): ReadonlyMap<string, Plan> {
        return this.upToDate.get('plans', () => this.followFiles());
    }

    private planOf(document: LangiumDocument): Plan {
        const plans = this.follow();
        // A document that is not one of the workspace's, as in a comparison, has a hierarchy of its own.
        return plans.get(this.files.get(document)?.key ?? this.keyOf(document)) ?? { ...planAlone(document.parseResult), documents: [document] };
    }

    private followFiles(): ReadonlyMap<string, Plan> {
        const changes = new Map<string, { removed: Segment[]; added: Segment[] }>();
        const changesOf = (key: string): { removed: Segment[]; added: Segment[] } => {
            const found = changes.get(key) ?? { removed: [], added: [] };
            changes.set(key, found);
            return found;
        };
        const present = new Map<string, LangiumDocument[]>();
        const gone = new Set(this.files.keys());
        const folders = (this.workspace().workspaceFolders ?? []).map(({ uri }) => uri).join(' ');
        for (const document of this.documentsInOrder()) {
            const known = this.files.get(document);
            const isAsBefore = known?.parseResult === document.parseResult && known.folders === folders;
            const [key, segments] = isAsBefore ? [known.key, known.segments] : [this.keyOf(document), segmentsOf(document)];
            gone.delete(document);
            present.set(key, present.get(key) ?? []);
            present.get(key)!.push(document);
            if (known?.key === key && known.segments !== segments) {
                const { removed, added } = changesBetween(known.segments, segments);
                // Only within a file what is taken over keeps its place among others of its name.
                if (removed.length !== added.length || !removed.every((segment, i) => takeOver(segment, added[i]!))) {
                    changesOf(key).removed.push(...removed);
                    changesOf(key).added.push(...added);
                }
            } else if (known?.key !== key) {
                this.forgetters.forEach(forget => forget(document));
                changesOf(known?.key ?? key).removed.push(...known?.segments ?? []);
                changesOf(key).added.push(...segments);
            }
            this.files.set(document, isAsBefore ? known : { parseResult: document.parseResult, folders, key, segments });
        }
        for (const document of gone) {
            const { key, segments } = this.files.get(document)!;
            changesOf(key).removed.push(...segments);
            this.files.delete(document);
            this.forgetters.forEach(forget => forget(document));
        }
        this.plans = new Map([...present].map(([key, documents]) => {
            const plan = this.plans.get(key) ?? { hierarchy: new KeptHierarchy(nameOf(documents[0]!), byPlace), documents, scenarios: undefined };
            plan.documents = documents;
            return [key, plan];
        }));
        for (const [key, { removed, added }] of changes) {
            const plan = this.plans.get(key);
            if (plan) {
                change(plan, removed, added);
            }
        }
        return this.plans;
    }

    /** By their addresses: the order in which files were opened must not matter. */
    private documentsInOrder(): readonly LangiumDocument[] {
        const documents = this.documents.all.toArray();
        if (documents.length !== this.files.size || documents.some(document => !this.files.has(document))) {
            this.inOrder = documents.sort((a, b) => compareTexts(a.uri.toString(), b.uri.toString()));
        }
        return this.inOrder;
    }

    /** The innermost workspace folder around a document, or nothing for a document outside of all. */
    private folderOf(uri: string): string {
        const folders = (this.workspace().workspaceFolders ?? []).map(folder => folder.uri.replace(/\/?$/, '/'));
        return folders.filter(folder => uri.startsWith(folder)).sort((a, b) => b.length - a.length)[0] ?? '';
    }
}

function change(plan: Plan, removed: readonly Segment[], added: readonly Segment[]): void {
    plan.hierarchy.replace(removed.flatMap(sitesIn), added.flatMap(sitesIn));
    if ([...removed, ...added].some(segment => scenariosIn(segment).length > 0)) {
        plan.scenarios = undefined;
        plan.hierarchy.watch.touch('scenarios');
    }
}

const planAlone = oncePer((parseResult: ParseResult): Plan => {
    const hierarchy = new KeptHierarchy(nameOf({ parseResult }), byPlace);
    hierarchy.replace([], segmentsOf({ parseResult }).flatMap(sitesIn));
    return { hierarchy, documents: [], scenarios: undefined };
});

/** By file, and in a file by place. */
function byPlace(a: Site, b: Site): number {
    const [left, right] = [originOf(a), originOf(b)];
    return compareTexts(AstUtils.getDocument(left).uri.toString(), AstUtils.getDocument(right).uri.toString())
        || (left.$cstNode?.offset ?? 0) - (right.$cstNode?.offset ?? 0);
}

function offsetOf(scenario: Scenario): number {
    return originOf(scenario).$cstNode?.offset ?? 0;
}

/** The name after the first `hierarchy` of a file. */
function nameOf(document: Pick<LangiumDocument, 'parseResult'>): string | undefined {
    const file = document.parseResult.value;
    return ast.isSupFile(file) ? headedBy(file) : undefined;
}

/** A file without the line would be searched to its end for every reference. */
const headedBy = oncePer((file: ast.SupFile) => file.members.find(ast.isHierarchyHeader)?.name || undefined);
