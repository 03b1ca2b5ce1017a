import { EmptyFileSystem, type LangiumDocument, URI } from 'langium';
import { compare } from '@sup/comparison';
import { createSupServices, type PlanProblem, problemsOf, type SupContext, type SupServices } from '@sup/language';
import { assembleHierarchy, type Hierarchy, type Scenario } from '@sup/model';
import type { ComparedPlans, ComparePlansParams } from '@sup/protocol/server';
import { comparedScenes } from '@sup/report';
import type { RunOptions } from '@sup/simulation';
import type { Work } from '../scenarios/in-chunks.js';

type Hierarchies = SupServices['analysis']['hierarchies'];

/** A version of a plan that has been read and checked. */
interface ReadPlan {
    readonly hierarchy: Hierarchy;
    readonly scenarios: readonly Scenario[];
    readonly problems: readonly PlanProblem[];
}

export interface Surroundings {
    readonly services: SupServices;
    /** What holds for both versions: the levels of rules, the day. */
    readonly context: Pick<SupContext, 'report' | 'today' | 'settingsFor'>;
    readonly options: RunOptions;
}

/** Compares the plan of a document, as it is now, with another version of its files. */
export function* comparePlans(document: LangiumDocument, { before: files, beforeLabel, afterLabel }: ComparePlansParams, { services, context, options }: Surroundings): Work<ComparedPlans> {
    const now = read(services, document);
    const then = yield* readApart(files, document, now.hierarchy.name, context);
    const comparison = yield* compare({ ...then, options }, { ...now, options });
    return { beforeLabel, afterLabel, ...comparedScenes(then, now, comparison.changes), comparison };
}

function read({ analysis: { hierarchies }, linter: { rules } }: SupServices, document: LangiumDocument): ReadPlan {
    const documents = hierarchies.neighboursOf(document);
    return { ...meaningOf(hierarchies, document), problems: documents.flatMap(each => problemsOf(rules.check(each).findings, each)) };
}

const meaningOf = (hierarchies: Hierarchies, document: LangiumDocument): Omit<ReadPlan, 'problems'> => ({ hierarchy: hierarchies.of(document), scenarios: hierarchies.allScenarios(document) });

/** Reads files that are not those of the workspace, beside it: nothing of one gets into the other. Takes long, and can wait at any file. */
function* readApart(files: ComparePlansParams['before'], like: LangiumDocument, name: string | undefined, context: Surroundings['context']): Work<ReadPlan> {
    const { analysis: { hierarchies }, linter: { rules }, shared: { workspace: { LangiumDocuments, LangiumDocumentFactory } } } = createSupServices({ ...EmptyFileSystem, ...context }).Sup;
    for (const { uri, text } of files) {
        const here = planAddress(uri);
        if (!LangiumDocuments.hasDocument(here)) {
            LangiumDocuments.addDocument(LangiumDocumentFactory.fromString(text, here));
        }
        yield 0;
    }
    const same = versionOf(like, name, LangiumDocuments.all.toArray(), hierarchies);
    if (!same) {
        return { hierarchy: assembleHierarchy(name, []), scenarios: [], problems: [] };
    }
    let problems: readonly PlanProblem[] = [];
    for (const document of hierarchies.neighboursOf(same)) {
        problems = [...problems, ...problemsOf(rules.check(document).findings, document)];
        yield 0;
    }
    return { ...meaningOf(hierarchies, same), problems };
}

/** As files of the disk that hold plans, whatever they came by and are called: files of one hierarchy are those of one folder. */
function planAddress(uri: string): URI {
    const { path } = URI.parse(uri);
    return URI.file(path.endsWith('.sup') ? path : `${path}.sup`);
}

/** A document of the hierarchy that a document is in now: by the name of the hierarchy, else by the place of the file. The only file there is was named as it. */
function versionOf({ uri }: LangiumDocument, name: string | undefined, documents: readonly LangiumDocument[], hierarchies: Hierarchies): LangiumDocument | undefined {
    const named = name === undefined ? undefined : documents.find(document => hierarchies.of(document).name === name);
    return named ?? documents.find(document => document.uri.path === uri.path) ?? (documents.length === 1 ? documents[0] : undefined);
}
