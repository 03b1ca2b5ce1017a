import type { LangiumDocument } from 'langium';
import { basename } from 'node:path/posix';
import type { SupServices } from '@sup/language';
import { describeHierarchy, describeRun } from '@sup/report';
import { answeringDuration, plainScenario, type RunOptions, settledByDefault, Simulation } from '@sup/simulation';
import type { DescribeParams, PreviewContent } from '@sup/protocol/server';
import type { Work } from '../scenarios/in-chunks.js';
import type { Previews } from './previews.js';

/** Describes the hierarchy of a document, or a run of it, in plain sentences. Undefined if there is no such scenario. */
export function describe({ analysis: { hierarchies } }: SupServices, previews: Previews, document: LangiumDocument, { run }: DescribeParams, options: RunOptions): Work<string> | undefined {
    if (run === undefined) {
        return describedHierarchy(previews.content(document));
    }
    const { hierarchy } = previews.of(document);
    const scenario = typeof run.scenario === 'string' ? hierarchies.allScenarios(document).find(({ title }) => title === run.scenario) : plainScenario(answeringDuration(hierarchy, options.assumptions));
    return scenario?.duration === undefined ? undefined : runOf(hierarchy.name ?? basename(document.uri.path), new Simulation(hierarchy, scenario, typeof run.scenario === 'string' ? options : settledByDefault(options)));
}

function* describedHierarchy(content: Work<PreviewContent>): Work<string> {
    return describeHierarchy((yield* content).scene);
}

function* runOf(label: string, simulation: Simulation): Work<string> {
    return describeRun(label, yield* simulation.inChunks());
}
