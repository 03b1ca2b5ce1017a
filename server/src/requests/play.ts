import type { LangiumDocument } from 'langium';
import type { Connection, WorkspaceEdit } from 'vscode-languageserver';
import { appendScenario, freeTitle, possibleEventsOf, readEvent, type SupServices } from '@sup/language';
import { type Scenario, visible } from '@sup/model';
import { microsoftUpdate } from '@sup/picture';
import { LogRequest, OutagesRequest, type PlayParams, PlayRequest, PossibleEventsRequest, ScenarioEditRequest, type TimedEvent } from '@sup/protocol/server';
import { simulateOutages } from '@sup/report';
import { actionText, answeringDuration, type RunOptions } from '@sup/simulation';
import { Player, type RunContext } from '../preview/play.js';
import type { Previews } from '../preview/previews.js';
import { RunLogs } from '../preview/run-logs.js';
import { holdingExpectations } from '../scenarios/holding-expectations.js';
import { inChunks, type Work, withProgress } from '../scenarios/in-chunks.js';
import { isCount } from '../parameters/shapes.js';
import { answer, hasDocument, hasPart } from './answer.js';

/** How many events may be added to a run. */
const maxEvents = 1_000;

/** Handles the requests of the preview's timeline: runs, their logs, possible events, and saving a run as a scenario. */
export function handlePlay(connection: Connection, services: SupServices, previews: Previews, optionsFor: (context: Pick<RunContext, 'document'>) => RunOptions): void {
    const logs = new RunLogs();
    const player = new Player(services, logs);
    const contextOf = (document: LangiumDocument): RunContext => ({ document, options: optionsFor({ document }), ...previews.of(document) });
    const run = { expected: 'a document, events and, for a scenario, its title', isValid: (params: Partial<PlayParams>) => hasDocument(params) && isOptionalText(params.scenario) && areEvents(params.events) };

    answer(connection, PlayRequest, run, async (params, token) => {
        const work = await previews.withDocument(params, document => {
            const scenario = player.scenarioOf(contextOf(document), params.scenario);
            return scenario && player.play(contextOf(document), scenario, params);
        });
        return work && withProgress(connection, params.workDoneToken, `Simulating ${params.scenario ?? 'the plan as it is'}`, report => inChunks(work, token, report));
    });

    answer(connection, OutagesRequest, { expected: 'a document', isValid: hasDocument }, async (params, token) => {
        const work = await previews.withDocument(params, document => {
            const { hierarchy, options } = contextOf(document);
            return simulateOutages(hierarchy, options);
        });
        return work && withProgress(connection, params.workDoneToken, 'Simulating failures', report => inChunks(work, token, report));
    });

    answer(connection, LogRequest, {
        expected: 'a run, a text, whether to return warnings and errors only, the first line and the number of lines',
        isValid: ({ run: number, text, site, omitsInformation, from, count }) => isCount(number) && typeof text === 'string' && isOptionalText(site) && typeof omitsInformation === 'boolean' && isCount(count)
            && typeof from === 'object' && from !== null && ('line' in from ? isCount(from.line) : isCount(from.minute))
    }, question => logs.page(question) ?? null);

    answer(connection, PossibleEventsRequest, { expected: 'a document and a part of its scene', isValid: hasPart }, params => previews.withDocument(params, document => {
        const { hierarchy, parts } = previews.of(document);
        const part = parts.part(params.part);
        return part ?? params.part === microsoftUpdate ? possibleEventsOf(hierarchy, part, services.parser.LangiumParser) : null;
    }));

    answer(connection, ScenarioEditRequest, run, async (params, token) => {
        const work = await previews.withDocument(params, document => {
            const scenario = player.scenarioOf(contextOf(document), params.scenario);
            return scenario && saveScenario(document, scenario, params);
        });
        return work ? inChunks(work, token) : null;
    });

    function* saveScenario(document: LangiumDocument, scenario: Scenario, { scenario: base, events, textDocument }: PlayParams): Work<{ title: string; edit: WorkspaceEdit }> {
        const taken = new Set(services.analysis.hierarchies.allScenarios(document).flatMap(each => each.title ?? []));
        const title = freeTitle(titleOf(services, base, events), taken);
        const readable = events.filter(({ at, event }) => 'event' in readEvent(services.parser.LangiumParser, event, at));
        const { hierarchy, options } = contextOf(document);
        const expectations = yield* holdingExpectations(hierarchy, { ...scenario, events: [...scenario.events, ...player.read(readable).events] }, options);
        const edit = appendScenario(document, { title, duration: scenario.duration ?? answeringDuration(hierarchy, options.assumptions), base: base === undefined ? undefined : scenario, events: readable, expectations });
        return { title, edit: { changes: { [textDocument.uri]: [edit] } } };
    }
}

/** A title such as `What if: OSLSUP01 stops`, after the first event that can be parsed. */
function titleOf({ parser }: SupServices, base: string | undefined, events: readonly TimedEvent[]): string {
    const [first] = events.flatMap(({ at, event }) => {
        const read = readEvent(parser.LangiumParser, event, at);
        return 'event' in read ? [actionText(read.event.action)] : [];
    });
    // Names may contain invisible characters.
    return visible(first === undefined ? base === undefined ? 'The plan as it is' : `${base} (copy)` : `What if: ${first}`);
}

function areEvents(value: unknown): value is readonly TimedEvent[] {
    return Array.isArray(value) && value.length <= maxEvents && value.every((event: Partial<TimedEvent> | null) => isCount(event?.at) && typeof event.event === 'string');
}

const isOptionalText = (value: unknown): boolean => value === undefined || value === null || typeof value === 'string';
