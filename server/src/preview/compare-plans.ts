import { EmptyFileSystem, type LangiumDocument, URI } from 'langium';
import { changesBySite, compare, comparedDuration, type ComparedVersion } from '@sup/comparison';
import { createSupServices, type PlanProblem, problemsOf, type SupContext, type SupServices } from '@sup/language';
import type { Hierarchy, Scenario } from '@sup/model';
import { buildScene, idsOf, mergeScenes, type SiteMark } from '@sup/picture';
import type { ComparedPlans, ComparePlansParams } from '@sup/protocol/server';
import { plainScenario, type RunOptions, Simulation } from '@sup/simulation';
import { telling, type Work } from '../scenarios/in-portions.js';

/** Events between two looks at the clock. */
const portion = 2_000;

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
    const after: ComparedVersion = { ...now, result: yield* telling(run(now.hierarchy, options), share => share / 2) };
    const before: ComparedVersion = { ...then, result: yield* telling(run(then.hierarchy, options), share => (1 + share) / 2) };
    const comparison = compare(before, after);
    const [was, is] = [buildScene(then.hierarchy, then.problems), buildScene(now.hierarchy, now.problems)];
    return { beforeLabel, afterLabel, before: was, after: is, both: mergeScenes(was, is, marksFor(comparison.changes, [then.hierarchy, now.hierarchy])), comparison };
}

function* run(hierarchy: Hierarchy, options: RunOptions): Work<ComparedVersion['result']> {
    if (hierarchy.sites.length === 0) {
        return undefined;
    }
    const simulation = new Simulation(hierarchy, plainScenario(comparedDuration), options);
    while (!simulation.advance(portion)) {
        yield simulation.progress;
    }
    return simulation.result();
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

/** What is different at a site of either version, by its id in the scenes. */
function marksFor(changes: Parameters<typeof changesBySite>[0], versions: readonly Hierarchy[]): (id: string) => SiteMark | undefined {
    const byCode = changesBySite(changes);
    const marks = new Map<string, SiteMark>();
    for (const hierarchy of versions) {
        const ids = idsOf(hierarchy);
        hierarchy.sites.forEach(site => {
            const mark = byCode.get(site.code);
            if (mark) {
                marks.set(ids.of(site), mark);
            }
        });
    }
    return id => marks.get(id);
}

