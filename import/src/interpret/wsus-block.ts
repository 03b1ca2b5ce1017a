import { releaseFacts } from '@sup/model';
import { writtenName } from '@sup/language';
import type { WsusRecord } from '../inventory.js';
import { type DraftBlock, type DraftMember, line, property } from './draft.js';
import type { Facts } from './facts.js';
import { wsusVersionOf } from './releases.js';
import { portsText, quoted, yesOrNo } from './text-values.js';

/** WSUS on a server that has the role, if no source describes it. The product would derive values that are only omitted. */
export const unknownWsus: DraftBlock = { kind: 'block', head: 'wsus unknown', isOneLine: true, members: ['ports', 'ssl', 'replica'].map(key => property(key, undefined)) };

/** WSUS as the sources describe it. `upstream` is the server to state, if the product would derive another one. */
export function wsusBlock(wsus: WsusRecord, upstream: string | undefined, facts: Facts): DraftBlock {
    const { value: version, note } = wsusVersionOf(wsus.version);
    const replica = yesOrNo(wsus.isReplica);
    return {
        kind: 'block', head: `wsus ${version ?? 'unknown'}`, note, members: [
            property('ports', portsText(wsus.http, wsus.https)),
            ...sslOf(wsus),
            property('replica', replica),
            ...upstream === undefined ? [] : [line(`upstream: ${writtenName(upstream)}`)],
            ...textProperty('database', databaseIn(wsus.database ?? '', facts)),
            ...textProperty('content folder', wsus.contentFolder),
            ...wsus.downloadsExpressFiles ? [line('express files: yes')] : []
        ]
    };
}

/** A database as `SERVER\INSTANCE`. The name of a server in the plan is written as there. */
function databaseIn(text: string, facts: Facts): string {
    const end = (text + '\\').indexOf('\\');
    const server = facts.names.resolve(text.slice(0, end));
    return server !== undefined && facts.isPlanned(server) && !text.startsWith('\\') ? server + text.slice(end) : text;
}

function textProperty(key: string, text: string | undefined): readonly DraftMember[] {
    const value = quoted(text);
    return value === undefined ? [] : [property(key, value)];
}

function sslOf({ sslDirectories, usesSsl }: WsusRecord): readonly DraftMember[] {
    if (sslDirectories === undefined) {
        return usesSsl === undefined ? [property('ssl', undefined)]
            : [property('ssl', usesSsl ? 'required' : 'no', usesSsl ? 'on which directories was not read' : undefined)];
    }
    if (sslDirectories.includes('/')) {
        return [line('ssl: whole website')];
    }
    const { sslVirtualDirectories } = releaseFacts;
    const known = new Map(sslVirtualDirectories.map(name => [name.toUpperCase(), name]));
    const directories = [...new Set(sslDirectories.slice(0, 100).flatMap(name => known.get(name.toUpperCase()) ?? []))].sort();
    return directories.length === 0 ? [line('ssl: no')]
        : [line('ssl: required'), ...directories.length < sslVirtualDirectories.length ? [line(`virtual directories: ${directories.join(', ')}`)] : []];
}
