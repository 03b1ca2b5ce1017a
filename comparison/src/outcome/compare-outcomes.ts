import { durationText, type SimulationResult } from '@sup/simulation';
import type { Figure } from '../comparison.js';

/** Megabytes that a link may move more or less before it is worth a word. */
const noticeable = 1;

/** What two runs of the same length, with the same seed and nothing happening in them, come to differently. */
export function compareOutcomes(before: SimulationResult, after: SimulationResult): readonly Figure[] {
    return [
        ...figure('Time until the last client can scan for a new update', before.propagation?.minutes, after.propagation?.minutes, durationText, 'less'),
        ...figure('Clients whose last scan failed', failing(before), failing(after), count, 'less'),
        ...figure('Clients that never scanned', unscanned(before), unscanned(after), count, 'less'),
        ...figure('Failed synchronizations', failures(before), failures(after), count, 'less'),
        ...byName(loads(before), loads(after)).flatMap(([name, from, to]) => figure(`Most clients of ${name}`, from, to, count, undefined)),
        ...byName(traffic(before), traffic(after)).flatMap(([code, from, to]) => Math.abs((from ?? 0) - (to ?? 0)) < noticeable ? []
            : figure(`Traffic on the link of ${code}`, from, to, megabytes => `${Math.round(megabytes).toLocaleString('en')} MB`, 'less'))
    ];
}

const count = (value: number): string => value.toLocaleString('en');

function figure(what: string, before: number | undefined, after: number | undefined, text: (value: number) => string, better: 'less' | undefined): readonly Figure[] {
    const textOf = (value: number | undefined): string => value === undefined ? '–' : text(value);
    if (textOf(before) === textOf(after)) {
        return [];
    }
    const isBetter = better === undefined || before === undefined || after === undefined ? undefined : after < before;
    return [{ what, before: textOf(before), after: textOf(after), isBetter }];
}

const failing = ({ summary }: SimulationResult): number => sum(summary.groups.filter(({ result }) => result !== undefined && result !== 'succeeded'));
const unscanned = ({ summary }: SimulationResult): number => sum(summary.groups.filter(({ result }) => result === undefined));
const failures = ({ summary }: SimulationResult): number => summary.sites.reduce((total, site) => total + site.failures, 0);
const sum = (groups: readonly { readonly count: number }[]): number => groups.reduce((total, group) => total + group.count, 0);

const loads = ({ summary }: SimulationResult): ReadonlyMap<string, number> => new Map(summary.points.map(({ point, mostClients }) => [point.host.name, mostClients]));
const traffic = ({ summary }: SimulationResult): ReadonlyMap<string, number> => new Map(summary.sites.map(({ site, link }) => [site.code, link.metadataMegabytes + link.scanMegabytes]));

function byName(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): readonly (readonly [string, number | undefined, number | undefined])[] {
    return [...new Set([...before.keys(), ...after.keys()])].sort().map(name => [name, before.get(name), after.get(name)]);
}
