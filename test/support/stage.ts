import type { LangiumDocument } from 'langium';
import { possibleEventsOf, problemsOf, readEvent, sourceTextOf } from '@sup/language';
import { type Hierarchy, type Scenario, type ScenarioEvent, settledStart } from '@sup/model';
import { buildScene, idsOf } from '@sup/picture';
import { differenceOf, Recorder, type Recording } from '@sup/playback';
import type { ResponseTo, LogPage, PlayedRun, PreviewContent, PageRequest, RunDefinition } from '@sup/protocol/preview';
import { outageOverview } from '@sup/report';
import { entryText, plainScenario, runToEnd, Simulation, sweep, TraceCollector } from '@sup/simulation';
import { exampleFiles } from './example-files.js';
import { TestWorkspace, uriOf } from './workspace.js';

/** A plan that is ready to be previewed and played. */
export interface StagedPlan {
    readonly hierarchy: Hierarchy;
    readonly content: PreviewContent;
    record(scenario: Scenario, events?: readonly ScenarioEvent[]): { readonly recording: Recording; readonly collector: TraceCollector };
    scenario(title: string): Scenario;
    event(text: string, at: number): ScenarioEvent;
    /** Responds to requests of the page as the language server does. */
    respond(request: PageRequest): ResponseTo<PageRequest['kind']> | null;
}

export const fortnight = 14 * 24 * 60;

/** Stages a folder of examples: the hierarchy that one of its files belongs to. */
export function stageExample(folder: string, file?: string): StagedPlan {
    return stagePlan(exampleFiles(folder), file);
}

/** Stages a plan in one or more files. */
export function stagePlan(files: Readonly<Record<string, string>>, file = Object.keys(files)[0]!): StagedPlan {
    const { services } = new TestWorkspace();
    const { analysis, linter, parser, shared: { workspace } } = services;
    const documents = Object.entries(files).map(([name, text]): LangiumDocument => {
        const document = workspace.LangiumDocumentFactory.fromString(text, uriOf(name));
        workspace.LangiumDocuments.addDocument(document);
        return document;
    });
    const document = documents.find(({ uri }) => uri.path.endsWith(file))!;
    const hierarchy = analysis.hierarchies.of(document);
    const ids = idsOf(hierarchy);
    const scenarios = analysis.hierarchies.allScenarios(document);
    const problems = analysis.hierarchies.neighboursOf(document).flatMap(each => problemsOf(linter.rules.check(each).findings, each));
    const stage: StagedPlan = {
        hierarchy,
        content: { scene: buildScene(hierarchy, problems), scenarios: scenarios.map(({ title, duration }) => ({ title: title!, duration: duration! })) },
        scenario: title => scenarios.find(each => each.title === title)!,
        event: (text, at) => {
            const read = readEvent(parser.LangiumParser, text, at);
            if ('message' in read) {
                throw new Error(read.message);
            }
            return read.event;
        },
        record: (scenario, events = []) => {
            const recorder = new Recorder({ duration: scenario.duration ?? 0, idOf: part => ids.of(part), textOf: sourceTextOf });
            const collector = new TraceCollector();
            const simulation = new Simulation(hierarchy, { ...scenario, events: [...scenario.events, ...events] }, { seed: 1, observers: [recorder, collector] });
            while (!simulation.advance(10_000));
            return { recording: recorder.result(simulation.result()), collector };
        },
        respond: request => {
            switch (request.kind) {
                case 'play': return play(stage, request);
                case 'log': return log(stage, request.text, 'line' in request.from ? request.from.line : 0, request.count);
                case 'outages': return outageOverview(hierarchy, runToEnd(sweep(hierarchy, {})));
                case 'rollout': return null;
                case 'possible': {
                    const part = hierarchy.sites.flatMap(site => [site, ...site.servers, ...site.clusters]).find(each => ids.of(each) === request.part);
                    return possibleEventsOf(hierarchy, part, parser.LangiumParser);
                }
            }
        }
    };
    return stage;
}

function play(stage: StagedPlan, { scenario: title, events }: RunDefinition): PlayedRun {
    const scenario = title === undefined ? { ...plainScenario(fortnight), assumptions: { start: settledStart } } : stage.scenario(title);
    const { recording, collector } = stage.record(scenario, events.map(({ event, at }) => stage.event(event, at)));
    const undisturbed = scenario.events.length + events.length === 0 ? undefined : stage.record({ ...scenario, events: [] }).recording;
    return { run: 1, recording, refused: [], lines: collector.entries.length, difference: undisturbed && differenceOf(undisturbed, recording) };
}

function log(stage: StagedPlan, text: string, from: number, count: number): LogPage {
    const { entries } = stage.record(plainScenario(fortnight)).collector;
    const matching = entries.filter(entry => entryText(entry.details).includes(text));
    const lines = matching.slice(from, from + count).map(({ time, severity, component, status, details, site }) => ({ at: time, severity, component, status, text: entryText(details), site, part: site === undefined ? undefined : `site:${site}` }));
    return { total: matching.length, from, lines };
}
