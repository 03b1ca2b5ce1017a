import type { LangiumParser } from 'langium';
import type { ScenarioEvent } from '@sup/model';
import * as ast from '../../syntax/generated/ast.js';
import { originOf, withOrigin } from '../projection/origin.js';
import { projectScenarios } from '../projection/project-scenarios.js';
import { expectedText } from '../../syntax/phrases/wording.js';
import { membersOf } from '../../syntax/tree/blocks.js';
import { inCode } from '../../syntax/tree/characters.js';
import { readSentence } from '../../syntax/tree/read-sentences.js';
import { spanAt, tokensOf } from '../../syntax/tree/sentences.js';

/** An event, or the reason why a text is not one. */
export type ReadEventResult = { readonly event: ScenarioEvent; readonly documentation: string } | { readonly message: string };

/** The maximum length of an event, in characters: more than any valid event has. */
const longest = 2_000;
const opening = 'scenario "" {\n  at 0m: ';

/**
 * Reads the text after `at …:`, for events that are not in a file.
 * @param at Time of the event, in minutes since the start.
 */
export function readEvent(parser: Pick<LangiumParser, 'parse'>, text: string, at: number): ReadEventResult {
    if (text.length > longest || /[\r\n\u2028\u2029]/.test(text)) {
        return { message: 'An event must be a single line of at most 2,000 characters.' };
    }
    const { value, lexerErrors, parserErrors } = parser.parse<ast.SupFile>(`${opening}${text}\n}`);
    const [scenario, ...others] = value.members;
    const sentences = scenario && ast.isScenario(scenario) ? membersOf(scenario) : [];
    const [sentence] = sentences;
    const isAlone = others.length === 0 && sentences.length === 1 && sentence && ast.isScenarioEvent(sentence);
    if (!isAlone || lexerErrors.length > 0 || parserErrors.length > 0) {
        return { message: `${inCode(text)} is not an event.` };
    }
    const { error, definition } = readSentence(sentence);
    if (error) {
        const span = spanAt(sentence, error.at);
        const expected = expectedText(error.expected);
        return { message: span ? `${inCode(tokensOf(sentence)[error.at]!.text)} is not allowed here. Write ${expected}.` : `The event is incomplete. Continue with ${expected}.` };
    }
    const event = projectScenarios(value)[0]?.events[0];
    return event && definition ? { event: movedTo(event, at), documentation: definition.documentation } : { message: `${inCode(text)} is not an event.` };
}

/** The same event at another time, with the same origin. */
function movedTo(event: ScenarioEvent, at: number): ScenarioEvent {
    return withOrigin({ ...event, at }, originOf(event));
}
