import { toUpperCaseCode } from '@sup/model';
import type { HostFacts, SiteFacts } from './plan-facts.js';

/** The facts of a plan while moves change them, by site code in upper case. The facts of a site are replaced, never modified. */
export type Draft = Map<string, SiteFacts>;

export function changeSite(draft: Draft, code: string, change: (site: SiteFacts) => SiteFacts): void {
    const key = toUpperCaseCode(code);
    const site = draft.get(key);
    if (site) {
        draft.set(key, change(site));
    }
}

/** Adds, replaces or removes the server or cluster with a name (in upper case) at a site. */
export function changeHost(draft: Draft, code: string, name: string, change: (host: HostFacts | undefined) => HostFacts | undefined): void {
    changeSite(draft, code, site => {
        const hosts = new Map(site.hosts);
        const host = change(hosts.get(name));
        if (host) {
            hosts.set(name, host);
        } else {
            hosts.delete(name);
        }
        return { ...site, hosts };
    });
}

/** An element whose properties can be `unknown`. */
interface WithUnknown {
    readonly unknown?: ReadonlySet<string> | undefined;
}

/** An element with some properties of another version of it. */
export function withProperties<E extends WithUnknown>(element: E, other: E, keys: readonly string[]): E {
    const taken = Object.fromEntries(keys.map(key => [key, (other as Readonly<Record<string, unknown>>)[key]]));
    const unknown = [...element.unknown ?? []].filter(key => !keys.includes(key)).concat([...other.unknown ?? []].filter(key => keys.includes(key)));
    const result: E & { unknown?: ReadonlySet<string> | undefined } = { ...element, ...taken, unknown: new Set(unknown) };
    if (unknown.length === 0) {
        delete result.unknown;
    }
    return result;
}

/** The properties in which two versions of an element differ. */
export function differingProperties<E extends WithUnknown>(before: E, after: E): ReadonlySet<string> {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(key => key !== 'unknown');
    const valueOf = (element: E, key: string): string | undefined => element.unknown?.has(key) ? 'unknown' : JSON.stringify((element as Readonly<Record<string, unknown>>)[key], withUnknownValues);
    return new Set(keys.filter(key => valueOf(before, key) !== valueOf(after, key)));
}

/** JSON has no sets: a nested element such as a proxy server has one for its unknown properties. */
function withUnknownValues(_: string, value: unknown): unknown {
    return value instanceof Set ? [...value as Set<unknown>] : value;
}
