import { number } from '@sup/model';
import { ImportError } from '../import-error.js';
import { importLimits } from '../import-limits.js';

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
        const cell = cellAt(text, at, separator);
        row.push(cell.text);
        if (++cells > importLimits.values || row.length > importLimits.columns) {
            throw new ImportError(`${name} has more than ${row.length > importLimits.columns ? `${importLimits.columns} columns` : `${number(importLimits.values)} cells`}, which is the limit`);
        }
        if (text[cell.end] === separator) {
            at = cell.end + 1;
            if (at === text.length) {
                row.push('');
            }
        } else {
            at = cell.end + (text.startsWith('\r\n', cell.end) ? 2 : 1);
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

interface Cell {
    readonly text: string;
    /** The offset of the separator or line break after it. */
    readonly end: number;
}

function cellAt(text: string, start: number, separator: string): Cell {
    if (text[start] !== '"') {
        const end = endOfBareText(text, start, separator);
        return { text: text.slice(start, end), end };
    }
    let at = start + 1;
    for (;;) {
        const quote = text.indexOf('"', at);
        if (quote < 0) {
            return { text: text.slice(start + 1).replaceAll('""', '"'), end: text.length };
        }
        if (text[quote + 1] !== '"') {
            const end = endOfBareText(text, quote + 1, separator);
            return { text: text.slice(start + 1, quote).replaceAll('""', '"') + text.slice(quote + 1, end), end };
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
