import { EmptyFileSystem, type LangiumDocument, URI } from 'langium';
import { compare } from '@sup/comparison';
import { createSupServices, type PlanProblem, problemsOf, type SupContext, type SupServices } from '@sup/language';
import type { Hierarchy, Scenario } from '@sup/model';
import type { ComparedPlans, ComparePlansParams } from '@sup/protocol/server';
import { comparedScenes } from '@sup/report';
import type { RunOptions } from '@sup/simulation';
import type { Work } from '../scenarios/in-portions.js';

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
    const then = readApart(files, document, now.hierarchy.name, context);
    const comparison = yield* compare({ ...then, options }, { ...now, options });
    return { beforeLabel, afterLabel, ...comparedScenes(then, now, comparison.changes), comparison };
}

function read({ shelf: { hierarchies, rules } }: SupServices, document: LangiumDocument): ReadPlan {
    const documents = hierarchies.neighboursOf(document);
    return {
        hierarchy: hierarchies.of(document), scenarios: hierarchies.allScenarios(document),
        problems: documents.flatMap(each => problemsOf(rules.check(each).findings, each, hierarchies))
    };
}

/** Reads files that are not those of the workspace, beside it: nothing of one gets into the other. */
function readApart(files: ComparePlansParams['before'], like: LangiumDocument, name: string | undefined, context: Surroundings['context']): ReadPlan {
    const { Sup: services } = createSupServices({ ...EmptyFileSystem, ...context });
    const { LangiumDocuments, LangiumDocumentFactory } = services.shared.workspace;
    for (const { uri, text } of files) {
        // Files of one hierarchy are those of one folder, whatever scheme they came by.
        const here = URI.parse(uri).with({ scheme: 'file', authority: '', query: '', fragment: '' });
        if (!LangiumDocuments.hasDocument(here)) {
            LangiumDocuments.addDocument(LangiumDocumentFactory.fromString(text, here));
        }
    }
    const all = LangiumDocuments.all.toArray();
    const { hierarchies } = services.shelf;
    const same = all.find(document => document.uri.path === like.uri.path && hierarchies.of(document).name === name)
        ?? all.find(document => name !== undefined && hierarchies.of(document).name === name) ?? all.find(document => document.uri.path === like.uri.path) ?? all[0];
    return same ? read(services, same) : { hierarchy: emptyHierarchy(services), scenarios: [], problems: [] };
}

function emptyHierarchy({ shelf, shared: { workspace } }: SupServices): Hierarchy {
    return shelf.hierarchies.of(workspace.LangiumDocumentFactory.fromString('', URI.file('/empty.sup')));
}
