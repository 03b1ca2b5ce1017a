import type { LangiumDocument } from 'langium';
import { possibleEventsOf, problemsOf, readEvent, sourceTextOf } from '@sup/language';
import type { Hierarchy, Scenario, ScenarioEvent } from '@sup/model';
import { buildScene, idsOf } from '@sup/picture';
import { differenceOf, Recorder, type Recording } from '@sup/playback';
import type { AnswerTo, LogPage, PlayedRun, PreviewContent, Question, RunQuestion } from '@sup/protocol/preview';
import { entryText, plainScenario, Simulation, TraceCollector } from '@sup/simulation';
import { exampleFiles } from './example-files.js';
import { TestWorkspace, uriOf } from './workspace.js';

/** What a recording needs to know of the plan besides the hierarchy itself. */
export interface Staged {
    readonly hierarchy: Hierarchy;
    readonly content: PreviewContent;
    record(scenario: Scenario, events?: readonly ScenarioEvent[]): { readonly recording: Recording; readonly collector: TraceCollector };
    scenario(title: string): Scenario;
    event(text: string, at: number): ScenarioEvent;
    /** Answers questions of the page as the language server does. */
    answer(question: Question): AnswerTo<Question['kind']> | null;
}

export const fortnight = 14 * 24 * 60;

/** A folder of examples, ready to be previewed and played: the hierarchy that one of its files belongs to. */
export function stagedExample(folder: string, about?: string): Staged {
    return staged(exampleFiles(folder), about);
}

/** A plan in one or several files, ready to be previewed and played. */
export function staged(files: Readonly<Record<string, string>>, about = Object.keys(files)[0]!): Staged {
    const { services } = new TestWorkspace();
    const { analysis, linter, parser, shared: { workspace } } = services;
    const documents = Object.entries(files).map(([name, text]): LangiumDocument => {
        const document = workspace.LangiumDocumentFactory.fromString(text, uriOf(name));
        workspace.LangiumDocuments.addDocument(document);
        return document;
    });
    const document = documents.find(({ uri }) => uri.path.endsWith(about))!;
    const hierarchy = analysis.hierarchies.of(document);
    const ids = idsOf(hierarchy);
    const scenarios = analysis.hierarchies.allScenarios(document);
    const problems = analysis.hierarchies.neighboursOf(document).flatMap(each => problemsOf(linter.rules.check(each).findings, each));
    const stage: Staged = {
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
            const recorder = new Recorder({ idOf: part => ids.of(part), textOf: sourceTextOf });
            const collector = new TraceCollector();
            const simulation = new Simulation(hierarchy, { ...scenario, events: [...scenario.events, ...events] }, { seed: 1, observers: [recorder, collector] });
            while (!simulation.advance(10_000));
            return { recording: recorder.result(simulation.result()), collector };
        },
        answer: question => {
            switch (question.kind) {
                case 'play': return play(stage, question);
                case 'log': return log(stage, question.text, 'line' in question.from ? question.from.line : 0, question.count);
                case 'possible': {
                    const part = hierarchy.sites.flatMap(site => [site, ...site.servers, ...site.clusters]).find(each => ids.of(each) === question.part);
                    return possibleEventsOf(hierarchy, part, parser.LangiumParser);
                }
            }
        }
    };
    return stage;
}

function play(stage: Staged, { scenario: title, events }: RunQuestion): PlayedRun {
    const scenario = title === undefined ? plainScenario(fortnight) : stage.scenario(title);
    const before = stage.record(scenario);
    const { recording, collector } = events.length === 0 ? before : stage.record(scenario, events.map(({ event, at }) => stage.event(event, at)));
    return { run: 1, recording, refused: [], lines: collector.entries.length, difference: events.length === 0 ? undefined : differenceOf(before.recording, recording) };
}

function log(stage: Staged, text: string, from: number, count: number): LogPage {
    const { entries } = stage.record(plainScenario(fortnight)).collector;
    const left = entries.filter(entry => entryText(entry.details).includes(text));
    const lines = left.slice(from, from + count).map(({ time, severity, component, status, details, site }) => ({ at: time, severity, component, status, text: entryText(details), site, part: site === undefined ? undefined : `site:${site}` }));
    return { total: left.length, from, lines };
}
