import type { Inventory, Properties, PropertyValue } from '../inventory.js';
import { bareServerName } from '../text/server-name.js';
import { countIn } from '../text/count.js';
import { isYes } from './words.js';
import type { Table } from './read-table.js';

// Tables that programs write: SQL results with a row for each property, and `Export-Csv` with a row for each object. `Export-Csv` writes the name of a type in place of embedded properties.

export function readRoles({ columns, rows }: Table, inventory: Inventory): void {
    const isLong = columns.has('property', 'value1');
    const groups = grouped(rows, row => [columns.cell(row, 'code'), columns.cell(row, 'roleName'), columns.cell(row, 'server') || columns.cell(row, 'nal')]);
    for (const { keys: [site, role, server], rows: members } of groups) {
        inventory.add('roles', { site: site!, role: role!, server: bareServerName(server!), properties: isLong ? propertiesOf(members, columns) : undefined });
    }
    if (!isLong && rows.length > 0) {
        inventory.notes.push('the properties of the roles are lost (Export-Csv wrote a type name in their place): ports, SSL and which role is active');
    }
}

export function readComponents({ columns, rows }: Table, inventory: Inventory): void {
    const isLong = columns.has('property', 'value1');
    for (const { keys: [site, component], rows: members } of grouped(rows, row => [columns.cell(row, 'code'), columns.cell(row, 'component')])) {
        inventory.add('components', { site: site!, component: component!, properties: isLong ? propertiesOf(members, columns) : undefined });
    }
}

export function readCategories({ columns, rows }: Table, inventory: Inventory): void {
    inventory.hasCategories ||= rows.length > 0;
    for (const row of rows) {
        const cell = (name: Parameters<typeof columns.cell>[1]): string => columns.cell(row, name) ?? '';
        inventory.add('categories', { type: cell('categoryType'), id: cell('categoryId'), name: cell('categoryName'), isSubscribed: isYes(cell('isSubscribed')) === true });
    }
}

export function readClients({ columns, rows }: Table, inventory: Inventory): void {
    for (const row of rows) {
        inventory.add('clients', { site: columns.cell(row, 'assignedSite') ?? '', count: countIn(columns.cell(row, 'clients')) ?? 0 });
    }
}

export function readScans({ columns, rows }: Table, inventory: Inventory): void {
    for (const row of rows) {
        inventory.add('scans', { location: columns.cell(row, 'scanLocation') ?? '', clients: countIn(columns.cell(row, 'clients')) ?? 0 });
    }
}

interface Group {
    readonly keys: readonly string[];
    readonly rows: (readonly string[])[];
}

/** Rows with the same keys, in the order of their first rows. */
function grouped(rows: Table['rows'], keysOf: (row: readonly string[]) => readonly (string | undefined)[]): Iterable<Group> {
    const groups = new Map<string, Group>();
    for (const row of rows) {
        const keys = keysOf(row).map(key => key ?? '');
        const id = JSON.stringify(keys.map(key => key.toUpperCase()));
        const group = groups.get(id);
        if (group) {
            group.rows.push(row);
        } else {
            groups.set(id, { keys, rows: [row] });
        }
    }
    return groups.values();
}

function propertiesOf(rows: Table['rows'], columns: Table['columns']): Properties {
    const properties = new Map<string, PropertyValue>();
    for (const row of rows) {
        const cell = (name: Parameters<typeof columns.cell>[1]): string => columns.cell(row, name) ?? '';
        if (cell('property') !== '') {
            properties.set(cell('property'), { value: cell('value3'), value1: cell('value1'), value2: cell('value2') });
        }
    }
    return properties;
}
