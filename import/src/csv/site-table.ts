import type { Inventory } from '../inventory.js';
import { plainText } from '../text/plain-text.js';
import { bareServerName } from '../text/server-name.js';
import type { ColumnName, Columns } from './columns.js';
import type { Table } from './read-table.js';
import { bandwidthIn, clientCountIn, isYes, type NamedRoles, portsIn, rolesIn, siteKindIn } from './words.js';

const siteServerRole = 'SMS Site Server';
const updatePointRole = 'SMS Software Update Point';

/** Reads a table with a row for each site, or for each server of each site: an SQL result, or a spreadsheet of any layout. */
export function readSites({ name, columns, rows }: Table, inventory: Inventory): void {
    const isSpreadsheet = columns.has('role') || columns.has('ports') || columns.has('httpPort') || columns.has('link') || !(columns.has('parent') && columns.has('version'));
    const known = new Set((['code', 'name', 'type', 'parent', 'server', 'version', 'status', 'role', 'wsus', 'ports', 'httpPort', 'httpsPort', 'ssl', 'clients', 'link'] satisfies ColumnName[]).map(column => columns.indexOf(column)));
    const unknown = columns.header.map((_, i) => i).filter(i => !known.has(i) && columns.header[i]!.trim() !== '');
    if (unknown.length > 0) {
        const names = unknown.slice(0, 20).map(i => plainText(columns.header[i]!)).join(', ');
        inventory.messages.push(`${name}: columns that the importer does not know: ${names}${isSpreadsheet ? '. Their cells are comments in the plan' : ''}`);
    }
    const seen = new Set<string>();
    for (const row of rows) {
        const reader = new RowReader(row, columns, inventory);
        reader.readSite(seen);
        if (isSpreadsheet) {
            reader.readServer();
            reader.addRemarks(unknown);
        }
    }
}

class RowReader {
    private readonly code: string;
    private readonly server: string;
    private readonly roles: NamedRoles;

    constructor(private readonly row: readonly string[], private readonly columns: Columns, private readonly inventory: Inventory) {
        this.code = this.cell('code') ?? '';
        this.server = bareServerName(this.cell('server') ?? '');
        this.roles = columns.has('role') ? rolesIn(this.cell('role')!) : { isSiteServer: true, hasUpdatePoint: false, state: undefined };
    }

    /** A cell; undefined if the column is missing. */
    private cell(column: ColumnName): string | undefined {
        return this.columns.cell(this.row, column);
    }

    /** A cell with text. */
    private text(column: ColumnName): string | undefined {
        return this.cell(column) || undefined;
    }

    readSite(seen: Set<string>): void {
        const code = this.code.toUpperCase();
        if (!seen.has(code)) {
            seen.add(code);
            // A site may be named like its code column, as in a table with the columns `Site` and `Parent`.
            const name = this.columns.indexOf('name') === this.columns.indexOf('code') ? undefined : this.text('name');
            this.inventory.add('sites', {
                code: this.code, name, type: siteKindIn(this.text('type')) ?? this.text('type'), parent: this.cell('parent'), server: this.roles.isSiteServer ? this.server : undefined, version: this.text('version'),
                fileVersion: undefined, status: this.text('status'), definition: undefined
            });
        }
        const clients = clientCountIn(this.text('clients'));
        if (clients !== undefined) {
            this.inventory.add('clients', { site: this.code, count: clients });
        }
        const bandwidth = bandwidthIn(this.text('link'));
        if (bandwidth !== undefined) {
            this.inventory.add('links', { site: this.code, bandwidth });
        }
        this.keepUnreadable('clients', clients);
        this.keepUnreadable('link', bandwidth);
    }

    readServer(): void {
        if (this.server === '') {
            return;
        }
        const { code: site, server, roles } = this;
        if (roles.isSiteServer) {
            this.inventory.add('roles', { site, role: siteServerRole, server, properties: undefined });
        }
        const { http = this.text('httpPort'), https = this.text('httpsPort') } = portsIn(this.text('ports'));
        const usesSsl = isYes(this.text('ssl'));
        if (roles.hasUpdatePoint) {
            const ssl = usesSsl === undefined ? [] : [['SSLWSUS', { value: usesSsl ? '1' : '0', value1: '', value2: '' }] as const];
            this.inventory.add('roles', { site, role: updatePointRole, server, properties: new Map(ssl), state: roles.state, isHandwritten: true });
        }
        const version = this.text('wsus');
        if (roles.hasUpdatePoint || version !== undefined) {
            this.inventory.add('wsus', {
                server, isRead: true, version, http, https, usesSsl, sslDirectories: undefined, isReplica: undefined, synchronizesFromMicrosoftUpdate: undefined, upstream: undefined,
                downloadsExpressFiles: undefined, database: undefined, contentFolder: undefined
            });
        }
    }

    addRemarks(columns: readonly number[]): void {
        for (const column of columns) {
            this.addRemark(column);
        }
    }

    /** A cell that a reader does not understand must not be lost. */
    private keepUnreadable(column: ColumnName, value: unknown): void {
        if (value === undefined && this.text(column) !== undefined) {
            this.addRemark(this.columns.indexOf(column));
        }
    }

    private addRemark(column: number): void {
        const text = (this.row[column] ?? '').trim();
        if (text !== '') {
            const server = this.server === '' || this.roles.isSiteServer ? undefined : this.server;
            this.inventory.add('remarks', { site: this.code, server, text: `${plainText(this.columns.header[column] ?? '')}: ${plainText(text)}` });
        }
    }
}
