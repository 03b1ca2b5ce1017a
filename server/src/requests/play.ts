import type { LangiumDocument } from 'langium';
import type { Connection } from 'vscode-languageserver';
import { appendScenario, freeTitle, possibleEventsOf, readEvent, type SupServices } from '@sup/language';
import { visible } from '@sup/model';
import { microsoftUpdate } from '@sup/picture';
import { LogRequest, type PlayParams, PlayRequest, PossibleEventsRequest, ScenarioEditRequest, type TimedEvent } from '@sup/protocol/server';
import { actionText, type RunOptions } from '@sup/simulation';
import { plainDuration, Player, type Stage } from '../preview/play.js';
import type { Previews } from '../preview/previews.js';
import { RunLogs } from '../preview/run-logs.js';
import { inChunks, withProgress } from '../scenarios/in-chunks.js';
import { answer, isCount, namesDocument, namesPart } from './answer.js';

/** So many events may be added to a run. */
const mostEvents = 1_000;

/** Answers what time in a preview needs: runs, their logs, what else could happen, and what was played as a scenario. */
export function handlePlay(connection: Connection, services: SupServices, previews: Previews, optionsFor: (stage: Pick<Stage, 'document'>) => RunOptions): void {
    const logs = new RunLogs();
    const player = new Player(services, logs);
    const stageOf = (document: LangiumDocument): Stage => ({ document, options: optionsFor({ document }), ...previews.of(document) });
    const run = { takes: 'a document, events and, for a scenario, its title', isSound: (params: Partial<PlayParams>) => namesDocument(params) && isOptionalText(params.scenario) && areEvents(params.events) };

    answer(connection, PlayRequest, run, async (params, token) => {
        const work = await previews.about(params, document => {
            const scenario = player.scenarioOf(document, params.scenario);
            return scenario && player.play(stageOf(document), scenario, params);
        });
        return work && withProgress(connection, params.workDoneToken, params.scenario ?? 'The plan as it is', report => inChunks(work, token, report));
    });

    answer(connection, LogRequest, {
        takes: 'a run, a text, whether only trouble is wanted, where to begin and how many lines',
        isSound: ({ run: number, text, site, isTroubleOnly, from, count }) => isCount(number) && typeof text === 'string' && isOptionalText(site) && typeof isTroubleOnly === 'boolean' && isCount(count)
            && typeof from === 'object' && from !== null && ('line' in from ? isCount(from.line) : isCount(from.minute))
    }, question => logs.page(question) ?? null);

    answer(connection, PossibleEventsRequest, { takes: 'a document and a part of its scene', isSound: namesPart }, params => previews.about(params, document => {
        const { hierarchy, parts } = previews.of(document);
        const part = parts.part(params.part);
        return part ?? params.part === microsoftUpdate ? possibleEventsOf(hierarchy, part, services.parser.LangiumParser) : null;
    }));

    answer(connection, ScenarioEditRequest, run, params => previews.about(params, document => {
        const { scenario: base, events } = params;
        const scenario = player.scenarioOf(document, base);
        if (!scenario) {
            return null;
        }
        const taken = new Set(services.analysis.hierarchies.allScenarios(document).flatMap(each => each.title ?? []));
        const title = freeTitle(titleOf(services, base, events), taken);
        const readable = events.filter(({ at, event }) => 'event' in readEvent(services.parser.LangiumParser, event, at));
        const edit = appendScenario(document, { title, duration: scenario.duration ?? plainDuration, base: base === undefined ? undefined : scenario, events: readable });
        return { title, edit: { changes: { [params.textDocument.uri]: [edit] } } };
    }));
}

/** `What if: OSLSUP01 stops`, of the first event that can be read. */
function titleOf({ parser }: SupServices, base: string | undefined, events: readonly TimedEvent[]): string {
    const [first] = events.flatMap(({ at, event }) => {
        const read = readEvent(parser.LangiumParser, event, at);
        return 'event' in read ? [actionText(read.event.action)] : [];
    });
    // Names may hold characters that cannot be seen, and a title is for reading.
    return visible(first === undefined ? base === undefined ? 'The plan as it is' : `${base}, once more` : `What if: ${first}`);
}

function areEvents(value: unknown): value is readonly TimedEvent[] {
    return Array.isArray(value) && value.length <= mostEvents && value.every((event: Partial<TimedEvent> | null) => isCount(event?.at) && typeof event.event === 'string');
}

const isOptionalText = (value: unknown): boolean => value === undefined || value === null || typeof value === 'string';
