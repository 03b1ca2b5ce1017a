import { EmptyFileSystem, type LangiumDocument, URI } from 'langium';
import { compare } from '@sup/comparison';
import { createSupServices, type PlanProblem, problemsOf, type SupContext, type SupServices } from '@sup/language';
import { assembleHierarchy, type Hierarchy, type Scenario } from '@sup/model';
import type { ComparedPlans, ComparePlansParams } from '@sup/protocol/server';
import { comparedScenes } from '@sup/report';
import type { RunOptions } from '@sup/simulation';
import type { Work } from '../scenarios/in-chunks.js';

type Hierarchies = SupServices['analysis']['hierarchies'];

/** A version of a plan, parsed and checked. */
interface ReadPlan {
    readonly hierarchy: Hierarchy;
    readonly scenarios: readonly Scenario[];
    readonly problems: readonly PlanProblem[];
}

export interface ComparisonContext {
    readonly services: SupServices;
    /** Applies to both versions: rule levels, the current day. */
    readonly context: Pick<SupContext, 'planFolders' | 'report' | 'today' | 'settingsFor'>;
    readonly options: RunOptions;
}

/** Compares the current plan of a document with another version of its files. */
export function* comparePlans(document: LangiumDocument, { before: files, beforeLabel, afterLabel }: ComparePlansParams, { services, context, options }: ComparisonContext): Work<ComparedPlans> {
    const now = read(services, document);
    const then = yield* readInIsolation(files, document, now.hierarchy.name, context);
    const comparison = yield* compare({ ...then, options }, { ...now, options });
    return { beforeLabel, afterLabel, ...comparedScenes(then, now, comparison.changes), comparison };
}

function read({ analysis: { hierarchies }, linter: { rules } }: SupServices, document: LangiumDocument): ReadPlan {
    const documents = hierarchies.neighboursOf(document);
    return { ...meaningOf(hierarchies, document), problems: documents.flatMap(each => problemsOf(rules.check(each).findings, each)) };
}

const meaningOf = (hierarchies: Hierarchies, document: LangiumDocument): Omit<ReadPlan, 'problems'> => ({ hierarchy: hierarchies.of(document), scenarios: hierarchies.allScenarios(document) });

/** Reads the files of another version with separate services, so that they do not mix with the workspace. Yields after each file. */
function* readInIsolation(files: ComparePlansParams['before'], current: LangiumDocument, name: string | undefined, context: ComparisonContext['context']): Work<ReadPlan> {
    const { analysis: { hierarchies }, linter: { rules }, shared: { workspace: { LangiumDocuments, LangiumDocumentFactory } } } = createSupServices({ ...EmptyFileSystem, ...context }).Sup;
    for (const { uri, text } of files) {
        const planUri = planUriOf(uri);
        if (!LangiumDocuments.hasDocument(planUri)) {
            LangiumDocuments.addDocument(LangiumDocumentFactory.fromString(text, planUri));
        }
        yield 0;
    }
    const inFolder = LangiumDocuments.all.filter(({ uri }) => context.planFolders?.folderOf(uri) === context.planFolders?.folderOf(current.uri)).toArray();
    const counterpart = counterpartOf(current, name, inFolder.length > 0 ? inFolder : LangiumDocuments.all.toArray(), hierarchies);
    if (!counterpart) {
        return { hierarchy: assembleHierarchy(name, []), scenarios: [], problems: [] };
    }
    let problems: readonly PlanProblem[] = [];
    for (const document of hierarchies.neighboursOf(counterpart)) {
        problems = [...problems, ...problemsOf(rules.check(document).findings, document)];
        yield 0;
    }
    return { ...meaningOf(hierarchies, counterpart), problems };
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
