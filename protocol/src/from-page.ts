import type { LayerName } from '@sup/picture';
import type { FromPage, PageRequest } from './preview.js';
import type { TimedEvent } from './preview-content.js';

// The page runs in a browser, so its messages are untrusted input and are validated like any other.

/** In characters. Names of parts are truncated to far less when a scene is built. */
const maxTextLength = 4_000;
/** The events that may be added to a run. */
const maxEvents = 1_000;
const maxPictureBytes = 256 * 1024 * 1024;

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
        case 'export-rollout': return true;
        case 'export': return isOptional(message['layer'], isLayer);
        case 'open': return isText(message['part']) && isOptional(message['problem'], isCount) && isOptional(message['takesFocus'], isFlag);
        case 'open-scenario': return isText(message['title']);
        case 'fix': return isText(message['part']) && isCount(message['problem']);
        case 'request': return isCount(message['id']) && isPageRequest(message['request']);
        case 'cancel': return isCount(message['id']);
        case 'save-scenario': return isOptional(message['scenario'], isText) && areEvents(message['events']);
        case 'rasterized': return isCount(message['id']) && isOptional(message['png'], isImage);
        default: return false;
    }
}

function isPageRequest(value: unknown): value is PageRequest {
    const request = value as Partial<Record<string, unknown>> | null | undefined;
    if (typeof request !== 'object' || request === null) {
        return false;
    }
    switch (request['kind'] as PageRequest['kind']) {
        case 'play': return isOptional(request['scenario'], isText) && areEvents(request['events']);
        case 'log': return isCount(request['run']) && isText(request['text']) && isOptional(request['site'], isText)
            && isFlag(request['omitsInformation']) && isLogPosition(request['from']) && isCount(request['count']) && request['count'] <= 500;
        case 'possible': return isText(request['part']);
        case 'outages':
        case 'rollout': return true;
        default: return false;
    }
}

function isLogPosition(value: unknown): boolean {
    const position = value as { line?: unknown; minute?: unknown } | null | undefined;
    return typeof position === 'object' && position !== null && (isCount(position.line) || isCount(position.minute));
}

function areEvents(value: unknown): value is readonly TimedEvent[] {
    return Array.isArray(value) && value.length <= maxEvents
        && value.every((event: Partial<TimedEvent> | null | undefined) => isCount(event?.at) && isText(event?.event));
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= maxTextLength;
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
/** A record, so that the compiler demands every layer. */
const layers: Readonly<Record<LayerName, true>> = { problems: true, ssl: true, versions: true, capacity: true, outages: true };
const isLayer = (value: unknown): boolean => typeof value === 'string' && Object.hasOwn(layers, value);
const isFlag = (value: unknown): boolean => typeof value === 'boolean';
const isImage = (value: unknown): value is ArrayBuffer => value instanceof ArrayBuffer && value.byteLength <= maxPictureBytes;
const isOptional = (value: unknown, isValid: (value: unknown) => boolean): boolean => value === undefined || isValid(value);
