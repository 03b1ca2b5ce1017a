import { compareTexts, number } from '@sup/model';
import { readTable, type Table, tableOf } from './csv/read-table.js';
import { ImportError } from './import-error.js';
import { importLimits } from './import-limits.js';
import type { ImportSource } from './import-plan.js';
import { type Inventory, type SourceKind, sourceKinds } from './inventory.js';
import { readExport } from './json/read-export.js';
import { readSiteControlFile } from './sitectrl/read-site-control-file.js';
import { plainText } from './text/plain-text.js';

/** A source whose format is known, and the function that reads it. */
interface Recognized {
    readonly name: string;
    readonly kind: SourceKind;
    readInto(inventory: Inventory): void;
}

/** Reads sources of any format into an inventory. */
export function readSources(sources: readonly ImportSource[], inventory: Inventory): void {
    if (sources.length > importLimits.files) {
        throw new ImportError(`there are more than ${number(importLimits.files)} files, which is the limit`);
    }
    const recognized = sources.map(recognize).sort((a, b) => sourceKinds.indexOf(a.kind) - sourceKinds.indexOf(b.kind) || compareTexts(a.name, b.name));
    for (const source of recognized) {
        inventory.sources.push({ name: source.name, kind: source.kind });
        source.readInto(inventory);
    }
}

function recognize({ name: path, text }: ImportSource): Recognized {
    const name = plainText(path);
    if (text.length > importLimits.bytes) {
        throw new ImportError(`${name} has more than ${number(importLimits.bytes)} characters, which is the limit`);
    }
    if (text.trim() === '') {
        throw new ImportError(`${name} is empty`);
    }
    if (path.toLowerCase().endsWith('.sup')) {
        throw new ImportError(`${name} is a plan; choose an export of the real hierarchy instead: a JSON file, a site control file, or a table as CSV`);
    }
    if (/^\s*[{[]/.test(text)) {
        return { name, kind: 'json', readInto: inventory => readExport(name, text, inventory) };
    }
    if (/^\s*(?:SITE CONTROL FILE\b|BEGIN_[A-Z_]+[ \t]*\r?\n)/.test(text)) {
        return { name, kind: 'site control file', readInto: inventory => readSiteControlFile(name, text, inventory) };
    }
    const table: Table = tableOf(name, text);
    return { name, kind: table.kind, readInto: inventory => readTable(table, inventory) };
}
