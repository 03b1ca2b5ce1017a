import { EmptyFileSystem, type LangiumDocument, URI } from 'langium';
import { createSupServices, type PlanProblem, problemsOf, type SupContext, type SupDocumentFactory, type SupServices } from '@sup/language';
import { assembleHierarchy, type Hierarchy, type Scenario } from '@sup/model';
import type { PlanFile } from '@sup/protocol/server';
import { mapProgress } from '@sup/simulation';
import type { Work } from '../scenarios/in-chunks.js';

type Hierarchies = SupServices['analysis']['hierarchies'];

/** A version of a plan, parsed and checked. */
export interface ReadPlan {
    readonly hierarchy: Hierarchy;
    readonly scenarios: readonly Scenario[];
    readonly problems: readonly PlanProblem[];
    /** The number of findings that the plan accepts. */
    readonly acceptedRisks: number;
}

/** The context that all versions share: rule levels, the current day. */
export type ReadingContext = Pick<SupContext, 'planFolders' | 'report' | 'today' | 'settingsFor'>;

/** The current version of a plan. */
export function readPlan({ analysis: { hierarchies }, linter: { rules } }: SupServices, document: LangiumDocument): ReadPlan {
    const checked = hierarchies.neighboursOf(document).map(each => checkOf(rules, each));
    return { ...meaningOf(hierarchies, document), problems: checked.flatMap(({ problems }) => problems), acceptedRisks: checked.reduce((sum, { acceptedRisks }) => sum + acceptedRisks, 0) };
}

function checkOf(rules: SupServices['linter']['rules'], document: LangiumDocument): Pick<ReadPlan, 'problems' | 'acceptedRisks'> {
    const { findings, risks } = rules.check(document);
    return { problems: problemsOf(findings, document), acceptedRisks: risks.reduce((sum, { silenced }) => sum + silenced.length, 0) };
}

const meaningOf = (hierarchies: Hierarchies, document: LangiumDocument): Pick<ReadPlan, 'hierarchy' | 'scenarios'> => ({ hierarchy: hierarchies.of(document), scenarios: hierarchies.allScenarios(document) });

/** Reads the files of another version with separate services, so that they do not mix with the workspace. Yields after each file. */
export function* readInIsolation(files: readonly PlanFile[], current: LangiumDocument, name: string | undefined, context: ReadingContext): Work<ReadPlan> {
    const { analysis: { hierarchies }, linter: { rules }, shared: { workspace: { LangiumDocuments, LangiumDocumentFactory } } } = createSupServices({ ...EmptyFileSystem, ...context }).Sup;
    for (const { uri, text } of files) {
        const planUri = planUriOf(uri);
        if (!LangiumDocuments.hasDocument(planUri)) {
            LangiumDocuments.addDocument(yield* mapProgress((LangiumDocumentFactory as SupDocumentFactory).fromStringInChunks(text, planUri), () => 0));
        }
        yield 0;
    }
    const inFolder = LangiumDocuments.all.filter(({ uri }) => context.planFolders?.folderOf(uri) === context.planFolders?.folderOf(current.uri)).toArray();
    const counterpart = counterpartOf(current, name, inFolder.length > 0 ? inFolder : LangiumDocuments.all.toArray(), hierarchies);
    if (!counterpart) {
        return { hierarchy: assembleHierarchy(name, []), scenarios: [], problems: [], acceptedRisks: 0 };
    }
    const problems: PlanProblem[] = [];
    let acceptedRisks = 0;
    for (const document of hierarchies.neighboursOf(counterpart)) {
        yield* mapProgress(rules.checkInChunks(document), () => 0);
        const checked = checkOf(rules, document);
        problems.push(...checked.problems);
        acceptedRisks += checked.acceptedRisks;
        yield 0;
    }
    return { ...meaningOf(hierarchies, counterpart), problems, acceptedRisks };
}

/** A `file:` URI with the extension of plans, whatever scheme and name a file has: the files of one hierarchy share a folder. */
function planUriOf(uri: string): URI {
    const { path } = URI.parse(uri);
    return URI.file(path.endsWith('.sup') ? path : `${path}.sup`);
}

/** The document of the other version that corresponds to the current one: by the name of the hierarchy, else by its path, else the only file there is. */
function counterpartOf({ uri }: LangiumDocument, name: string | undefined, documents: readonly LangiumDocument[], hierarchies: Hierarchies): LangiumDocument | undefined {
    const named = name === undefined ? undefined : documents.find(document => hierarchies.of(document).name === name);
    return named ?? documents.find(document => document.uri.path === uri.path) ?? (documents.length === 1 ? documents[0] : undefined);
}
