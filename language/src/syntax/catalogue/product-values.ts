import { type ClientCounts, type Link, type Ports, type Release, type SynchronizationSource, type WsusVersion, wsusVersions } from '@sup/model';
import { type Item, wordsOf } from '../tree/items.js';
import { oneOf, readWholeNumber, someOf, type ValueType } from './value-types.js';

/** `SP2`, `SP1 R2`, `RTM`, `SMS 2003`. */
export const release: ValueType<Release> = {
    expected: '`RTM`, `SP1` or `SP2`, with `R2` or `R3` after a service pack, or `SMS 2003`',
    suggestions: ['SP2', 'SP2 R2', 'SP2 R3', 'SP1', 'SP1 R2', 'RTM', 'SMS 2003'],
    isClosed: true,
    read: items => {
        const words = items.length === 1 ? wordsOf(items[0]) : undefined;
        if (words === 'SMS 2003') {
            return { product: 'SMS 2003', servicePack: 'RTM', addOn: undefined };
        }
        const match = /^(?:(RTM)|(SP1)(?: (R2))?|(SP2)(?: (R2|R3))?)$/.exec(words ?? '');
        return match ? {
            product: 'ConfigMgr 2007',
            servicePack: (match[1] ?? match[2] ?? match[4]) as Release['servicePack'],
            addOn: (match[3] ?? match[5]) as Release['addOn']
        } : undefined;
    }
};

export const wsusVersion: ValueType<WsusVersion> = {
    expected: '`3.0`, `3.0 SP1` or `3.0 SP2`',
    suggestions: [...wsusVersions].reverse(),
    isClosed: true,
    read: items => items.length === 1 ? readWsusVersion(wordsOf(items[0])) : undefined
};

export function readWsusVersion(words: string | undefined): WsusVersion | undefined {
    return wsusVersions.find(version => version === words);
}

/** `8530, 8531`, or the HTTP port alone. */
export const ports: ValueType<Ports> = {
    expected: 'the HTTP port and the HTTPS port, each from 1 to 65535, such as `8530, 8531`',
    suggestions: ['8530, 8531', '80, 443'],
    read: items => {
        const [http, https] = items.map(item => readWholeNumber(wordsOf(item), 1, 65_535));
        const given = items.length === 1 || (items.length === 2 && https !== undefined && https !== http);
        return given && http !== undefined ? { http, https } : undefined;
    }
};

export const wsusSsl: ValueType<'required' | 'website' | 'off'> = {
    expected: '`required` (on the virtual directories that need it), `whole website` or `no`',
    suggestions: ['required', 'no', 'whole website'],
    isClosed: true,
    read: items => {
        const words = items.length === 1 ? wordsOf(items[0]) : undefined;
        return words === 'required' ? 'required' : words === 'whole website' ? 'website' : words === 'no' ? 'off' : undefined;
    }
};

/** The client connections that an active software update point accepts. It always accepts the intranet. */
export const acceptedClients: ValueType<readonly ('intranet' | 'internet')[]> = {
    ...someOf('intranet', 'internet'),
    expected: '`intranet` or `intranet, internet`',
    suggestions: ['intranet', 'intranet, internet'],
    read: items => {
        const accepted = someOf('intranet', 'internet').read(items);
        return accepted?.includes('intranet') ? accepted : undefined;
    }
};

/** `12000 intranet, 300 internet`; a bare number is a number of intranet clients. */
export const clientCounts: ValueType<ClientCounts> = {
    expected: 'numbers of clients, such as `4000 intranet` or `12000 intranet, 300 internet`',
    suggestions: ['100 intranet', '100 intranet, 10 internet'],
    read: items => {
        const counts = new Map<string, number>();
        for (const item of items) {
            const [number, where, ...more] = (wordsOf(item) ?? '').split(' ');
            const count = readWholeNumber(number, 0, 10_000_000);
            const place = where ?? 'intranet';
            if (count === undefined || more.length > 0 || counts.has(place) || (place !== 'intranet' && place !== 'internet')) {
                return undefined;
            }
            counts.set(place, count);
        }
        return counts.size > 0 ? { intranet: counts.get('intranet') ?? 0, internet: counts.get('internet') ?? 0 } : undefined;
    }
};

/** `512 kbps, 40 ms, open 20:00 to 06:00`, in any order. */
export const link: ValueType<Link> = {
    expected: 'a bandwidth, a latency and a window, such as `512 kbps, 40 ms, open 20:00 to 06:00`',
    suggestions: ['2 Mbps', '512 kbps, 40 ms', '512 kbps, 40 ms, open 20:00 to 06:00'],
    read: items => {
        let bandwidth: number | undefined;
        let latency: number | undefined;
        let open: Link['open'];
        for (const item of items) {
            const words = wordsOf(item) ?? '';
            const [, amount, unit] = /^([0-9]{1,7}(?:\.[0-9]{1,3})?) (kbps|Mbps|Gbps|ms)$/.exec(words) ?? [];
            const [, from, to] = /^open ([0-9:]+) to ([0-9:]+)$/.exec(words) ?? [];
            const start = minutesOfDay(from);
            const end = minutesOfDay(to);
            if (unit === 'ms' && latency === undefined) {
                latency = Number(amount);
            } else if (unit && unit !== 'ms' && bandwidth === undefined && Number(amount) > 0) {
                bandwidth = Number(amount) * { kbps: 1, Mbps: 1000, Gbps: 1_000_000 }[unit as 'kbps'];
            } else if (start !== undefined && end !== undefined && start !== end && open === undefined) {
                open = { from: start, to: end };
            } else {
                return undefined;
            }
        }
        return items.length > 0 ? { bandwidth, latency, open } : undefined;
    }
};

export const synchronizationSource: ValueType<SynchronizationSource> = {
    expected: '`Microsoft Update`, `parent site`, `server NAME` or `none`',
    suggestions: ['Microsoft Update', 'parent site', 'none'],
    refersTo: 'server',
    beforeName: 'server',
    nameAt: ([first]) => first?.kind === 'word' && first.text === 'server' ? 1 : undefined,
    read: items => {
        const words = items.length === 1 ? wordsOf(items[0]) : undefined;
        switch (words) {
            case 'Microsoft Update': return { kind: 'microsoft-update' };
            case 'parent site': return { kind: 'parent-site' };
            case 'none': return { kind: 'none' };
            default: return readServerSource(items[0]);
        }
    }
};

/** The source of an Internet-based software update point. */
export const internetSource: ValueType<'active' | 'none'> = {
    ...oneOf('active software update point', 'none'),
    read: items => {
        const words = items.length === 1 ? wordsOf(items[0]) : undefined;
        return words === 'active software update point' ? 'active' : words === 'none' ? 'none' : undefined;
    }
};

function readServerSource(item: Item | undefined): SynchronizationSource | undefined {
    const [keyword, name, ...more] = item ?? [];
    return keyword?.text === 'server' && keyword.kind === 'word' && name && name.text !== '' && more.length === 0
        ? { kind: 'server', server: name.text }
        : undefined;
}

/** The minutes since midnight of a time such as `02:07`; undefined if the text is not a time of day. */
export function minutesOfDay(time: string | undefined): number | undefined {
    const [, hours, minutes] = /^([0-9]{1,2}):([0-9]{2})$/.exec(time ?? '') ?? [];
    const valid = hours !== undefined && minutes !== undefined && Number(hours) < 24 && Number(minutes) < 60;
    return valid ? Number(hours) * 60 + Number(minutes) : undefined;
}
