import type { LeafCstNode } from 'langium';
import { countLineBreaks } from './neighbours.js';
import { hasLineBreak, type PropertyLine, type StatementGaps } from './statement-gaps.js';

/**
 * Keeps the values of successive properties aligned where the author has aligned them: all begin at the same distance from the start of their keys.
 * The distance becomes as short as the longest key permits. Elsewhere, one blank follows the colon.
 */
export function alignValues(gaps: StatementGaps): void {
    for (const lines of runsOf(gaps)) {
        const longest = Math.max(...lines.map(({ tokens: [key] }) => key!.text.length));
        for (const { tokens } of lines) {
            gaps.set(valueOf(tokens)!, ' '.repeat(longest - tokens[0]!.text.length + 1));
        }
    }
}

/** The runs of properties on successive lines whose values are aligned. */
function runsOf(gaps: StatementGaps): readonly (readonly PropertyLine[])[] {
    const runs: PropertyLine[][] = [];
    for (const line of gaps.properties.filter(({ tokens }) => valueOf(tokens) !== undefined)) {
        const run = runs.at(-1);
        if (run && follows(line, run.at(-1)!, gaps)) {
            run.push(line);
        } else {
            runs.push([line]);
        }
    }
    return runs.filter(run => run.length > 1);
}

function follows(line: PropertyLine, previous: PropertyLine, gaps: StatementGaps): boolean {
    return line.property.$container === previous.property.$container
        && line.property.$containerIndex === previous.property.$containerIndex! + 1
        && !previous.tokens.some((token, i) => i > 0 && hasLineBreak(gaps.before(token)))
        && countLineBreaks(gaps.before(line.tokens[0]!)) === 1
        && distanceOf(line) === distanceOf(previous);
}

/** How far the value is from the start of the key, as written. */
function distanceOf({ tokens }: PropertyLine): number {
    return valueOf(tokens)!.offset - tokens[0]!.offset;
}

/** The first token of a value on the line of its key. */
function valueOf([key, colon, value]: readonly LeafCstNode[]): LeafCstNode | undefined {
    return value && !value.hidden && !colon!.hidden && key!.range.start.line === value.range.start.line ? value : undefined;
}
