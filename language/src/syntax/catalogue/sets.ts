import { type ClientSet, type ConnectionEnd, microsoftUpdate, type SiteSet } from '@sup/model';
import { either, phrase } from '../phrases/phrase.js';
import type { Slot } from '../phrases/slot.js';
import { name } from '../phrases/values.js';

/** Words that begin another phrase where a site code is allowed. */
const reservedWords = ['all', 'catalog', 'clients', 'console', 'internet', 'intranet', 'Internet', 'load', 'no', 'sites', 'status', 'traffic', 'update'];

export const site = name('site', 'SITE', 'the code of a site', ['word'], reservedWords);

/** A server or a cluster. A name that is also a word of a phrase must be in quotes. */
export const server = name('server', 'SERVER', 'the name of a server or cluster', ['word', 'text'], ['for', 'group', 'link', 'Microsoft', 'to']);

/** An update that the scenario publishes, by name. */
export const update = name('update', '"UPDATE"', 'the name of an update in quotes', ['text']);

const group = name('group', '"GROUP"', 'the name of a group of clients in quotes', ['text']);

const serverAtEnd = name('server', 'SERVER', 'the name of a server or cluster', ['word', 'text'], ['clients', 'for', 'from', 'Microsoft', 'site']);

/** One end of a connection. */
export const end: Slot<ConnectionEnd> = either<ConnectionEnd>('END',
    phrase`Microsoft Update`.as(() => ({ kind: 'microsoft-update', name: microsoftUpdate })),
    phrase`site ${site}`.as(code => ({ kind: 'site', name: code })),
    phrase`clients ${group}`.as(label => ({ kind: 'clients', name: label })),
    phrase`${serverAtEnd}`.as(each => ({ kind: 'server', name: each })));

const allSites: SiteSet = { kind: 'all' };

/** One site by its code, all sites, or all sites below one. */
export const sites: Slot<SiteSet> = either<SiteSet>('SITES',
    phrase`all sites`.as(() => allSites),
    phrase`sites below ${site}`.as(code => ({ kind: 'below', code })),
    phrase`${site}`.as(code => ({ kind: 'site', code })));

/** The clients of sites, or a named group of clients. */
export const clients: Slot<ClientSet> = either<ClientSet>('CLIENTS',
    phrase`clients of ${sites}`.as(of => ({ kind: 'sites', sites: of, on: undefined })),
    phrase`intranet clients of ${sites}`.as(of => ({ kind: 'sites', sites: of, on: 'intranet' })),
    phrase`Internet clients of ${sites}`.as(of => ({ kind: 'sites', sites: of, on: 'internet' })),
    phrase`all clients`.as(() => ({ kind: 'sites', sites: allSites, on: undefined })),
    phrase`clients ${group}`.as(label => ({ kind: 'group', label })));
