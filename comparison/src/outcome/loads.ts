import { counted, toUpperCaseCode } from '@sup/model';
import { megabytesText, type SimulationResult } from '@sup/simulation';
import { matched, name } from '../changes/change.js';
import type { Figure } from '../comparison.js';
import { figure, type Telling } from './figure.js';

/** Of a link, the share of its traffic that is worth a word when it changes: what chance draws is not. */
const noticeable = 0.05;

/** So many are told apart, those that change most; the others together. */
const most = 10;

/** What one software update point, or one link, bears in both versions; undefined where it is not there. */
interface Load {
    readonly name: string;
    readonly before: number | undefined;
    readonly after: number | undefined;
}

/** How many clients software update points end up with, and what links bear. */
export function compareLoads({ summary: before }: SimulationResult, { summary: after }: SimulationResult): readonly Figure[] {
    const clients = loads(before.points, after.points, ({ point }) => point.host.name, ({ clients: count }) => count);
    const traffic = loads(before.sites, after.sites, ({ site }) => site.code, ({ link }) => link.metadataMegabytes + link.scanMegabytes);
    return [
        ...figures(clients.filter(isOther), each => `Clients of ${each}`, others => `Clients of ${counted(others, 'other software update point')}`, { text: value => counted(value, 'client'), isLessBetter: undefined }),
        ...figures(traffic.filter(isNoticeable), each => `Traffic over the link of ${each}`, others => `Traffic over ${counted(others, 'other link')}`, { text: megabytesText, isLessBetter: true })
    ];
}

function loads<T>(before: readonly T[], after: readonly T[], nameOf: (bearer: T) => string, valueOf: (bearer: T) => number): readonly Load[] {
    const [was, is] = [before, after].map(all => new Map(all.map(bearer => [toUpperCaseCode(nameOf(bearer)), bearer]))) as [Map<string, T>, Map<string, T>];
    return matched(was, is).map(({ from, to }) => ({ name: name(nameOf((to ?? from)!)), before: from && valueOf(from), after: to && valueOf(to) }));
}

const isOther = ({ before, after }: Load): boolean => before !== after;

function isNoticeable({ before = 0, after = 0 }: Load): boolean {
    return Math.abs(before - after) > noticeable * Math.max(before, after);
}

function figures(all: readonly Load[], what: (name: string) => string, whatOthers: (count: number) => string, telling: Telling): readonly Figure[] {
    const change = ({ before = 0, after = 0 }: Load): number => Math.abs(before - after);
    const sorted = [...all].sort((a, b) => change(b) - change(a));
    const others = sorted.slice(most);
    const sum = (side: 'before' | 'after'): number => others.reduce((total, load) => total + (load[side] ?? 0), 0);
    return [
        ...sorted.slice(0, most).flatMap(load => figure(what(load.name), load.before, load.after, telling)),
        ...others.length === 0 ? [] : figure(whatOthers(others.length), sum('before'), sum('after'), telling)
    ];
}
