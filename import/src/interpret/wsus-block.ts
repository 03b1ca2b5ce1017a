import { releaseFacts } from '@sup/model';
import { writtenName } from '@sup/language';
import type { WsusRecord } from '../inventory.js';
import { type DraftBlock, type DraftLine, type DraftMember, line, property, silent, unread } from './draft.js';
import type { Facts } from './facts.js';
import { wsusVersionOf } from './releases.js';
import { portsText, quoted, yesOrNo } from './text-values.js';

/** The properties that no source has. */
const neverRead = ['content share', 'web site', 'certificate names', 'client certificates', 'previous products', 'previous classifications', 'other clients'] as const;

export const upstreamLine = (name: string): DraftLine => line(`upstream: ${writtenName(name)}`);

/** WSUS on a server that has the role, if no source describes it. The product would derive values that are only omitted. */
export const unknownWsus: DraftBlock = { kind: 'block', head: 'wsus unknown', isOneLine: true, members: [
    ...['ports', 'ssl', 'replica'].map(key => property(key, undefined)),
    ...unread('virtual directories', 'upstream', 'database', 'content folder', 'express files', ...neverRead)
] };

/** WSUS as the sources describe it, with its upstream server. */
export function wsusBlock(wsus: WsusRecord, upstream: readonly DraftMember[], facts: Facts): DraftBlock {
    const { value: version, note } = wsusVersionOf(wsus.version);
    const replica = yesOrNo(wsus.isReplica);
    return {
        kind: 'block', head: `wsus ${version ?? 'unknown'}`, note, members: [
            property('ports', portsText(wsus.http, wsus.https)),
            ...sslOf(wsus),
            property('replica', replica),
            ...upstream,
            ...textProperty('database', wsus.database && databaseIn(wsus.database, facts)),
            ...textProperty('content folder', wsus.contentFolder),
            ...expressFiles(wsus), ...unread(...neverRead)
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
    return text === undefined ? unread(key) : value === undefined ? [] : [property(key, value)];
}

function expressFiles({ downloadsExpressFiles }: WsusRecord): readonly DraftMember[] {
    return downloadsExpressFiles === undefined ? unread('express files') : downloadsExpressFiles ? [line('express files: yes')] : silent(line('express files: no'));
}

function sslOf({ sslDirectories, usesSsl }: WsusRecord): readonly DraftMember[] {
    if (sslDirectories === undefined) {
        return usesSsl === undefined ? [property('ssl', undefined), ...unread('virtual directories')]
            : [...unread('virtual directories'), property('ssl', usesSsl ? 'required' : 'no', usesSsl ? 'on which directories was not read' : undefined)];
    }
    if (sslDirectories.includes('/')) {
        return [line('ssl: whole website'), ...unread('virtual directories')];
    }
    const { sslVirtualDirectories } = releaseFacts;
    const known = new Map(sslVirtualDirectories.map(name => [name.toUpperCase(), name]));
    const directories = [...new Set(sslDirectories.slice(0, 100).flatMap(name => known.get(name.toUpperCase()) ?? []))].sort();
    const list = line(`virtual directories: ${directories.join(', ')}`);
    return directories.length === 0 ? [line('ssl: no'), ...unread('virtual directories')]
        : [line('ssl: required'), ...directories.length < sslVirtualDirectories.length ? [list] : silent(list)];
}
