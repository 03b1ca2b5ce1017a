import { ImportError } from '../import-error.js';
import type { Inventory, SourceKind } from '../inventory.js';
import { rowsOf } from './cells.js';
import { Columns } from './columns.js';
import { readCategories, readClients, readComponents, readRoles, readScans } from './program-tables.js';
import { readSites } from './site-table.js';
import { plainText } from '../text/plain-text.js';

/** A table whose content is recognized by its columns. */
export interface Table {
    readonly name: string;
    readonly kind: SourceKind;
    readonly columns: Columns;
    readonly rows: readonly (readonly string[])[];
}

export function tableOf(name: string, text: string): Table {
    const [header = [], ...rows] = rowsOf(name, text);
    const columns = new Columns(header);
    const kind = kindOf(columns);
    if (kind === undefined) {
        throw new ImportError(`${name} is not recognized: it is neither an export in JSON, nor a site control file, nor a table with a column of site codes, such as \`Site code\` or \`Standortcode\`${columnsText(header)}`);
    }
    return { name, kind, columns, rows };
}

/** The columns of a table without site codes, so that the user sees which one to rename. */
function columnsText(header: readonly string[]): string {
    const names = header.map(plainText).filter(name => name !== '');
    return names.length < 2 ? '' : `; its columns are ${names.slice(0, listedColumns).join(', ')}${names.length > listedColumns ? ', …' : ''}`;
}

const listedColumns = 10;

/** From the most specific columns to the least: a table of roles has site codes, too. */
function kindOf(columns: Columns): SourceKind | undefined {
    return columns.has('categoryType', 'categoryName') ? 'categories'
        : columns.has('scanLocation', 'clients') ? 'scans'
        : columns.has('assignedSite', 'clients') ? 'clients'
        : columns.has('code', 'component') ? 'components'
        : columns.has('code', 'roleName') ? 'roles'
        : columns.has('code') ? 'sites'
        : undefined;
}

export function readTable(table: Table, inventory: Inventory): void {
    switch (table.kind) {
        case 'categories': return readCategories(table, inventory);
        case 'scans': return readScans(table, inventory);
        case 'clients': return readClients(table, inventory);
        case 'components': return readComponents(table, inventory);
        case 'roles': return readRoles(table, inventory);
        default: return readSites(table, inventory);
    }
}
