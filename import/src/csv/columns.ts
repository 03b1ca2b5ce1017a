/** The columns of tables that have a meaning, by the names that people and programs give them. */
const synonyms = {
    code: ['site code', 'code', 'code site', 'standortcode', 'site'],
    name: ['site name', 'name', 'location', 'standort', 'standortname', 'ort', 'site'],
    type: ['type', 'kind', 'site type', 'typ', 'standorttyp', 'art'],
    parent: ['parent', 'parent site', 'parent site code', 'reports to', 'report to site', 'reporting site code', 'übergeordnet', 'uebergeordnet', 'bergeordnet', 'übergeordneter Standort'],
    server: ['server', 'server name', 'site server', 'site server name', 'host', 'hostname', 'computer', 'network os path', 'servername', 'rechner'],
    version: ['version', 'release', 'product version', 'build'],
    status: ['status'],
    role: ['role', 'roles', 'rolle', 'rollen'],
    wsus: ['wsus version', 'wsus'],
    ports: ['ports', 'port', 'wsus ports'],
    httpPort: ['http port', 'port http'],
    httpsPort: ['https port', 'ssl port', 'port https'],
    ssl: ['ssl', 'https', 'uses ssl', 'use ssl', 'ssl enabled', 'ssl aktiv'],
    clients: ['clients', 'client count', 'number of clients', 'anzahl clients', 'anzahl', 'count', 'assigned'],
    link: ['link', 'link speed', 'bandwidth', 'wan', 'wan link', 'leitung', 'bandbreite', 'anbindung', 'wan anbindung'],
    roleName: ['role name'],
    nal: ['nal path'],
    properties: ['props'],
    component: ['component name'],
    property: ['name', 'property name'],
    value1: ['value1'],
    value2: ['value2'],
    value3: ['value3', 'value'],
    categoryType: ['category type name'],
    categoryId: ['category instance unique id', 'unique id'],
    categoryName: ['category instance name', 'localized category instance name'],
    isSubscribed: ['is subscribed'],
    assignedSite: ['sms assigned sites0', 'sms assigned sites', 'assigned site'],
    scanLocation: ['last scan package location']
} as const;

export type ColumnName = keyof typeof synonyms;

/** A header or word of a table without case, spaces and punctuation. */
export function plainWord(text: string): string {
    return text.slice(0, 200).normalize('NFC').toLowerCase().replace(/[^\p{Letter}\p{Number}]/gu, '');
}

const names = Object.keys(synonyms) as ColumnName[];

/** The columns of a header by their meanings. */
export class Columns {
    private readonly indexes: ReadonlyMap<ColumnName, number>;

    constructor(readonly header: readonly string[]) {
        const words = header.map(plainWord);
        // A synonym is preferred to those after it.
        this.indexes = new Map(names.map(name => [name, synonyms[name].map(synonym => words.indexOf(plainWord(synonym))).find(index => index >= 0) ?? -1]));
    }

    /** The index of a column; -1 if there is none. */
    indexOf(name: ColumnName): number {
        return this.indexes.get(name)!;
    }

    has(...names: readonly ColumnName[]): boolean {
        return names.every(name => this.indexOf(name) >= 0);
    }

    /** The text of a cell; undefined if the table has no such column. */
    cell(row: readonly string[], name: ColumnName): string | undefined {
        const index = this.indexOf(name);
        return index < 0 ? undefined : (row[index] ?? '').trim();
    }
}
