import { number } from '@sup/model';
import { ImportError } from '../import-error.js';
import { importLimits } from '../import-limits.js';
import { plainText } from '../text/plain-text.js';

const separators = [',', ';', '\t'] as const;

/** The rows of a table of comma, semicolon or tab separated values. Cells in quotes may contain separators, line breaks and doubled quotes. Rows without any text are left out. */
export function rowsOf(name: string, text: string): readonly (readonly string[])[] {
    const [, declared] = /^sep=([,;\t])[ \t]*(?:\r\n|\n|\r|$)/i.exec(text) ?? [];
    const start = declared === undefined ? startOfHeader(text) : /^[^\r\n]*(?:\r\n|\n|\r)?/.exec(text)![0].length;
    const separator = declared ?? separatorIn(text, start);
    const rows: string[][] = [];
    let cells = 0;
    let row: string[] = [];
    let at = start;
    const endRow = (): void => {
        if (row.some(cell => cell.trim() !== '')) {
            rows.push(row);
        }
        row = [];
    };
    while (at < text.length) {
        const end = endOfCell(text, at, separator);
        if (end - at > importLimits.cellLength) {
            throw new ImportError(`${name} has a cell with more than ${number(importLimits.cellLength)} characters, which is the limit${placeOf(row)}. If a quote in this row or above is not closed, close it`);
        }
        row.push(textOfCell(text.slice(at, end)));
        if (++cells > importLimits.values || row.length > importLimits.columns) {
            throw new ImportError(`${name} has more than ${row.length > importLimits.columns ? `${importLimits.columns} columns` : `${number(importLimits.values)} cells`}, which is the limit`);
        }
        if (text[end] === separator) {
            at = end + 1;
            if (at === text.length) {
                row.push('');
            }
        } else {
            at = end + (text.startsWith('\r\n', end) ? 2 : 1);
            endRow();
        }
    }
    endRow();
    return rows;
}

/** `Export-Csv` writes the type of the objects into the first line. */
function startOfHeader(text: string): number {
    return /^#TYPE[^\r\n]*(?:\r\n|\n|\r)/.exec(text)?.[0].length ?? 0;
}

/** The separator that is most frequent in the first line, outside quotes. */
function separatorIn(text: string, start: number): string {
    const counts = separators.map(() => 0);
    let isQuoted = false;
    for (let i = start; i < text.length && (isQuoted || (text[i] !== '\n' && text[i] !== '\r')); i++) {
        isQuoted = text[i] === '"' ? !isQuoted : isQuoted;
        const found = isQuoted ? -1 : separators.indexOf(text[i] as ',');
        if (found >= 0) {
            counts[found]!++;
        }
    }
    return separators[counts.indexOf(Math.max(...counts))]!;
}

/** Names the row of a cell by its first cell with text. */
function placeOf(row: readonly string[]): string {
    const first = row.map(plainText).find(text => text !== '');
    return first === undefined ? '' : `. Its row begins with ${first}`;
}

/** The offset of the separator or line break after a cell. */
function endOfCell(text: string, start: number, separator: string): number {
    return endOfBareText(text, text[start] === '"' ? Math.min(closingQuote(text, start) + 1, text.length) : start, separator);
}

/** The text of a cell, without its quotes. Text after the closing quote belongs to it. */
function textOfCell(written: string): string {
    if (!written.startsWith('"')) {
        return written;
    }
    const quote = closingQuote(written, 0);
    // `join` makes a flat string. `replace` and `replaceAll` make a tree with a node for each quote, which takes 16 times the size of the text.
    return written.slice(1, quote).split('""').join('"') + written.slice(quote + 1);
}

/** The offset of the quote that closes the one at the start; the length of the text if it is not closed. */
function closingQuote(text: string, start: number): number {
    for (let at = start + 1; ;) {
        const quote = text.indexOf('"', at);
        if (quote < 0) {
            return text.length;
        }
        if (text[quote + 1] !== '"') {
            return quote;
        }
        at = quote + 2;
    }
}

function endOfBareText(text: string, start: number, separator: string): number {
    let end = start;
    while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') {
        end++;
    }
    return end;
}
