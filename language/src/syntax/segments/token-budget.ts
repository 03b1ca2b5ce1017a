import { fileLimits } from '@sup/model';
import type { ChunkedWork } from '../chunked-work.js';
import { cutSegment, cutSlowSegment, type Parsers, parseFast, parseWithLangium, unreadSegment } from './parse-segment.js';
import type { Segment } from './segment.js';
import { countTokens, lengthOfTokens } from './token-count.js';

/** The tokens that are left for the rest of a file. */
interface Budget {
    segments: number;
    tokens: number;
    withErrors: number;
}

/** The number of tokens that are parsed between two yields: some milliseconds of work. */
const tokensOfChunk = 2_000;

/** How much longer the slower parser takes for a token. */
const slowWeight = 10;

/**
 * Parses the segments of a file in order, and reuses those that are parsed already. The first segment that exceeds a limit of the file is cut there,
 * with a syntax error, and no text after it is parsed, so no file can take much memory or time. A segment that is too long for the slower parser
 * is cut too, but does not end the analysis. The result depends on the text alone, not on its earlier versions. Yields between chunks of parsing.
 * `unread`: the segment for the text that was not parsed in the version before, which is reused if that text is the same.
 */
export function* readSegments(segments: readonly (Segment | string)[], parsers: Parsers, unread?: Segment): ChunkedWork<readonly Segment[]> {
    let parsed = 0;
    const left: Budget = { segments: fileLimits.segments, tokens: fileLimits.tokens, withErrors: fileLimits.tokensWithErrors };
    const result: Segment[] = [];
    // Without calls for the segments that are reused, since every edit visits all of them.
    for (const [i, each] of segments.entries()) {
        const isReused = typeof each !== 'string' && each.budget === undefined && left.segments > 0 && each.tokens <= left.tokens && (!each.isSlow || each.tokens <= left.withErrors);
        const segment = isReused ? each : read(each, left, parsers);
        result.push(segment);
        if (segment.budget !== undefined) {
            return [...result, ...rest(segments.slice(i + 1), unread)];
        }
        left.segments--;
        left.tokens -= segment.tokens;
        left.withErrors -= segment.isSlow ? segment.tokens : 0;
        parsed += isReused ? 0 : segment.tokens * (segment.isSlow ? slowWeight : 1);
        if (parsed >= tokensOfChunk) {
            parsed = 0;
            yield;
        }
    }
    return result;
}

/** One segment for the text that is not parsed. */
function rest(segments: readonly (Segment | string)[], unread: Segment | undefined): readonly Segment[] {
    const text = segments.map(textOf).join('');
    return text === '' ? [] : [unread?.text === text ? unread : unreadSegment(text)];
}

function textOf(segment: Segment | string): string {
    return typeof segment === 'string' ? segment : segment.text;
}

function read(segment: Segment | string, left: Budget, parsers: Parsers): Segment {
    // Beyond the maximum number of segments, the tokens that are left do not matter.
    const key = left.segments <= 0 ? 'no segments' : `${left.tokens} ${left.withErrors}`;
    if (typeof segment !== 'string' && segment.budget === key) {
        return segment;
    }
    return readWhole(textOf(segment), left, parsers) ?? cut(textOf(segment), key, left, parsers);
}

/** Undefined if the text exceeds a limit. */
function readWhole(text: string, left: Budget, parsers: Parsers): Segment | undefined {
    const tokens = countTokens(text);
    if (left.segments <= 0 || tokens > Math.min(left.tokens, fileLimits.tokensOfSegment)) {
        return undefined;
    }
    const fast = parseFast(text, tokens, parsers);
    const slow = Math.min(tokens, fileLimits.tokensOfSlowSegment);
    if (fast || slow > left.withErrors) {
        return fast;
    }
    return slow === tokens ? parseWithLangium(text, tokens, parsers) : cutSlowSegment(text, { length: lengthOfTokens(text, slow), tokens: slow }, parsers);
}

/** Parses only the beginning of a segment. */
function cut(text: string, budget: string, left: Budget, parsers: Parsers): Segment {
    const length = left.segments <= 0 ? 0 : lengthOfTokens(text, Math.min(left.tokens, left.withErrors, fileLimits.tokensOfSlowSegment));
    return cutSegment(text, { length, budget }, parsers);
}
