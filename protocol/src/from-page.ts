import type { FromPage, Question } from './preview.js';
import type { TimedEvent } from './preview-content.js';

// A page is a browser's: what it sends is looked at like anything else that comes from outside.

/** So long may a text be. Names of parts are cut to far less where scenes are made. */
const longestText = 4_000;
/** So many events may be added to a run. */
const mostEvents = 1_000;
const largestPicture = 256 * 1024 * 1024;

/** Whether a message has the shape of one that the page sends. */
export function isFromPage(value: unknown): value is FromPage {
    const message = value as Partial<Record<string, unknown>> | null | undefined;
    if (typeof message !== 'object' || message === null) {
        return false;
    }
    switch (message['kind'] as FromPage['kind']) {
        case 'ready':
        case 'compare':
        case 'end-comparison':
        case 'export': return true;
        case 'open': return isText(message['part']) && isOptional(message['problem'], isCount) && isOptional(message['takesFocus'], isFlag);
        case 'open-scenario': return isText(message['title']);
        case 'fix': return isText(message['part']) && isCount(message['problem']);
        case 'ask': return isCount(message['id']) && isQuestion(message['question']);
        case 'cancel': return isCount(message['id']);
        case 'save-scenario': return isOptional(message['scenario'], isText) && areEvents(message['events']);
        case 'rasterized': return isCount(message['id']) && isOptional(message['png'], isPicture);
        default: return false;
    }
}

function isQuestion(value: unknown): value is Question {
    const question = value as Partial<Record<string, unknown>> | null | undefined;
    if (typeof question !== 'object' || question === null) {
        return false;
    }
    switch (question['kind'] as Question['kind']) {
        case 'play': return isOptional(question['scenario'], isText) && areEvents(question['events']);
        case 'log': return isCount(question['run']) && isText(question['text']) && isOptional(question['site'], isText)
            && isFlag(question['isTroubleOnly']) && isStart(question['from']) && isCount(question['count']) && question['count'] <= 500;
        case 'possible': return isText(question['part']);
        default: return false;
    }
}

function isStart(value: unknown): boolean {
    const start = value as { line?: unknown; minute?: unknown } | null | undefined;
    return typeof start === 'object' && start !== null && (isCount(start.line) || isCount(start.minute));
}

function areEvents(value: unknown): value is readonly TimedEvent[] {
    return Array.isArray(value) && value.length <= mostEvents
        && value.every((event: Partial<TimedEvent> | null | undefined) => isCount(event?.at) && isText(event?.event));
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= longestText;
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isFlag = (value: unknown): boolean => typeof value === 'boolean';
const isPicture = (value: unknown): value is ArrayBuffer => value instanceof ArrayBuffer && value.byteLength <= largestPicture;
const isOptional = (value: unknown, isRight: (value: unknown) => boolean): boolean => value === undefined || isRight(value);
