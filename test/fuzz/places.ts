import type { Position, Range, TextDocument } from 'vscode-languageserver-textdocument';
import type { Random } from '../support/random.js';

/** The largest number that the protocol allows. */
const most = 2 ** 31 - 1;

/** A position in a text, sometimes at or beyond its end. */
export function randomPosition(random: Random, document: TextDocument | undefined): Position {
    const last = document ? document.lineCount - 1 : 5;
    const roll = random.next();
    if (!document || roll < 0.06) {
        return random.of([{ line: 0, character: 0 }, { line: last, character: most }, { line: last + 1, character: 0 }, { line: most, character: most }, { line: 0, character: most }, { line: last + 50, character: 7 }]);
    }
    const length = document.getText().length;
    if (roll < 0.1) {
        return document.positionAt(length);
    }
    const inside = document.positionAt(roll < 0.5 ? startOfWord(random, document) : random.between(0, length));
    return roll < 0.95 ? inside : { ...inside, character: inside.character + random.between(0, 200) };
}

/** The start of a word, where a user would put the cursor. */
function startOfWord(random: Random, document: TextDocument): number {
    const text = document.getText();
    const from = random.between(0, text.length);
    const found = text.slice(from).search(/\b\w/);
    return found === -1 ? from : from + found;
}

export function randomRange(random: Random, document: TextDocument | undefined): Range {
    const start = randomPosition(random, document);
    if (random.isOneIn(4)) {
        return { start, end: start };
    }
    const end = random.isOneIn(2) ? randomPosition(random, document) : { line: start.line, character: Math.min(start.character + random.between(0, 12), most) };
    const isOrdered = start.line < end.line || (start.line === end.line && start.character <= end.character);
    return isOrdered ? { start, end } : { start: end, end: start };
}

export function wholeRange(document: TextDocument | undefined): Range {
    return { start: { line: 0, character: 0 }, end: document ? document.positionAt(document.getText().length) : { line: 3, character: 0 } };
}
