import { counted, toUpperCaseCode } from '@sup/model';
import { megabytesText, type SimulationResult } from '@sup/simulation';
import { pairByKey, displayName } from '../changes/change.js';
import type { Figure } from '../comparison.js';
import { compareFigure, type FigureFormat } from './figure.js';

/** The smallest relative change of the traffic over a link that is reported: smaller ones come from random draws. */
const minRelativeChange = 0.05;

/** The number of loads that are listed separately, the largest changes first; the rest are summed. */
const maxListed = 10;

/** The load of one software update point or one link in both versions; undefined in a version that does not have it. */
interface Load {
    readonly name: string;
    readonly before: number | undefined;
    readonly after: number | undefined;
}

/** Compares the numbers of clients of software update points, and the traffic over links. */
export function compareLoads({ summary: before }: SimulationResult, { summary: after }: SimulationResult): readonly Figure[] {
    const clients = loads(before.points, after.points, ({ point }) => point.host.name, ({ clients: count }) => count);
    const traffic = loads(before.sites, after.sites, ({ site }) => site.code, ({ link }) => link.metadataMegabytes + link.scanMegabytes);
    return [
        ...figures(clients.filter(isDifferent), each => `Clients of ${each}`, others => `Clients of ${counted(others, 'other software update point')}`, { text: value => counted(value, 'client'), isLessBetter: undefined }),
        ...figures(traffic.filter(isSignificant), each => `Traffic over the link of ${each}`, others => `Traffic over ${counted(others, 'other link')}`, { text: megabytesText, isLessBetter: true })
    ];
}

function loads<T>(before: readonly T[], after: readonly T[], nameOf: (item: T) => string, valueOf: (item: T) => number): readonly Load[] {
    const [was, is] = [before, after].map(all => new Map(all.map(item => [toUpperCaseCode(nameOf(item)), item]))) as [Map<string, T>, Map<string, T>];
    return pairByKey(was, is).map(({ from, to }) => ({ name: displayName(nameOf((to ?? from)!)), before: from && valueOf(from), after: to && valueOf(to) }));
}

const isDifferent = ({ before, after }: Load): boolean => before !== after;

function isSignificant({ before = 0, after = 0 }: Load): boolean {
    return Math.abs(before - after) > minRelativeChange * Math.max(before, after);
}

function figures(all: readonly Load[], what: (name: string) => string, whatOthers: (count: number) => string, format: FigureFormat): readonly Figure[] {
    const change = ({ before = 0, after = 0 }: Load): number => Math.abs(before - after);
    const sorted = [...all].sort((a, b) => change(b) - change(a));
    const others = sorted.slice(maxListed);
    const sum = (side: 'before' | 'after'): number => others.reduce((total, load) => total + (load[side] ?? 0), 0);
    return [
        ...sorted.slice(0, maxListed).flatMap(load => compareFigure(what(load.name), load.before, load.after, format)),
        ...others.length === 0 ? [] : compareFigure(whatOthers(others.length), sum('before'), sum('after'), format)
    ];
}
