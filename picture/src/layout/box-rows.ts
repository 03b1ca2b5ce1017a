import { counted } from '@sup/model';
import type { SceneServer, SceneSite, Supply } from '../scene/scene.js';
import { clientsText } from '../scene/sentence.js';
import { supplyText } from '../scene/supply.js';
import type { Hidden, PlacedBox } from './layout.js';

/** A row of a box with all details; `y` is the upper edge. */
export type BoxRow = { readonly y: number; readonly column: 0 | 1 } & (
    | { readonly kind: 'head' }
    | { readonly kind: 'title'; readonly text: string }
    | { readonly kind: 'fact'; readonly icon: FactIcon; readonly text: string }
    | { readonly kind: 'rule' }
    | { readonly kind: 'perimeter'; readonly text: string; readonly height: number }
    | { readonly kind: 'server'; readonly server: SceneServer }
    | { readonly kind: 'note'; readonly text: string }
    | { readonly kind: 'hidden'; readonly text: string });

export type FactIcon = 'site' | 'clients' | 'link' | 'window' | 'supply' | 'scan' | 'nothing' | 'apart';

export interface BoxRows {
    readonly rows: readonly BoxRow[];
    readonly height: number;
}

/** The height of each kind of row in pixels. */
const heights: Readonly<Record<BoxRow['kind'], number>> = { head: 25, title: 18, fact: 17, rule: 9, perimeter: 32, server: 19, note: 15, hidden: 26 };
const above = 9;
const below = 9;

/** The maximum number of servers in the box of a site, which may have thousands. */
const maxServers = 6;

type Content = BoxRow extends infer R ? R extends unknown ? Omit<R, 'y' | 'column'> : never : never;

/** The width from which on the band at the top has two columns. */
const twoColumns = 480;

/** The number of columns of the rows of a box with all details. */
export const columnsOf = ({ role, width }: Pick<PlacedBox, 'role' | 'width'>): number => role === 'band' && width >= twoColumns ? 2 : 1;

/** The rows of a site's box. In two columns, the servers are in the second one. */
export function rowsOf(site: SceneSite, hidden: Hidden | undefined, hasTwoColumns = false): BoxRows {
    const outside = site.servers.filter(server => server.marks.includes('internet'));
    const inside = site.servers.filter(server => !outside.includes(server));
    const facts: readonly Content[] = [{ kind: 'head' }, ...site.title === undefined ? [] : [{ kind: 'title', text: site.title } as const], ...factsOf(site)];
    const servers: readonly Content[] = [
        ...inside.length > 0 ? [...hasTwoColumns ? [] : [{ kind: 'rule' } as const], ...serverRows(inside)] : [],
        ...site.internet ? perimeterRows(site.internet, outside) : []
    ];
    const last: readonly Content[] = hidden ? [{ kind: 'hidden', text: hiddenText(hidden) }] : [];
    const columns = hasTwoColumns ? [placed([...facts, ...last], 0), placed(servers, 1)] : [placed([...facts, ...servers, ...last], 0)];
    return { rows: columns.flatMap(({ rows }) => rows), height: Math.max(...columns.map(({ height }) => height)) + (hidden && !hasTwoColumns ? 0 : below) };
}

function placed(contents: readonly Content[], column: 0 | 1): BoxRows {
    let y = above;
    const rows = contents.map(content => {
        const row = { ...content, y, column } as BoxRow;
        y += heights[row.kind];
        return row;
    });
    return { rows, height: y };
}

function factsOf(site: SceneSite): readonly Content[] {
    const facts: readonly (readonly [FactIcon, string | undefined])[] = [
        ['apart', site.apart],
        ['site', [site.release, site.mode && `${site.mode} mode`].filter(Boolean).join(', ')],
        ['clients', site.clients.isIncomplete ? clientsText(site.clients) : clientsText({ ...site.clients, internet: 0 })],
        ['link', site.link?.speed],
        ['window', site.link?.window],
        // The icon already stands for synchronization.
        [supplyIcon(site.supply), supplyText(site.supply).replace(/^synchronizes /, '')]
    ];
    return facts.flatMap(([icon, text]) => text ? [{ kind: 'fact', icon, text } as const] : []);
}

export function supplyIcon({ kind }: Supply): FactIcon {
    return kind === 'scans-at-parent' ? 'scan' : kind === 'nothing' || kind === 'cut-off' ? 'nothing' : 'supply';
}

function serverRows(servers: readonly SceneServer[]): readonly Content[] {
    const more = servers.length - maxServers;
    return [
        ...servers.slice(0, maxServers).flatMap(server => [{ kind: 'server', server } as const, ...server.note === undefined ? [] : [{ kind: 'note', text: server.note } as const]]),
        ...more > 0 ? [{ kind: 'note', text: `and ${counted(more, 'more server')}` } as const] : []
    ];
}

/** The rows about the clients on the Internet, and the servers for them in the perimeter network. */
function perimeterRows({ clients, server }: NonNullable<SceneSite['internet']>, servers: readonly SceneServer[]): readonly Content[] {
    const isShared = servers.length === 0;
    const rows = isShared ? [{ kind: 'note', text: server === undefined ? 'no software update point for them' : `scan at ${server}` } as const] : serverRows(servers);
    const height = rows.reduce((sum, row) => sum + heights[row.kind], heights.perimeter);
    return [{ kind: 'perimeter', text: `Internet: ${counted(clients, 'client')}`, height }, ...rows];
}

export function hiddenText({ sites, problems }: Hidden): string {
    return [`+ ${counted(sites, 'site')}`, problems > 0 ? counted(problems, 'problem') : ''].filter(Boolean).join(', ');
}
