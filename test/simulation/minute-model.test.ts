import { expect, test } from 'vitest';
import type { ScenarioEvent, Target } from '@sup/model';
import { Run, type TraceEntry, type World } from '@sup/simulation';
import { linesOf, type Outage, type SmallSite, type SmallWorld } from '../support/minute-model.js';
import { Random } from '../support/random.js';
import { byRunLength } from '../support/run-length.js';
import { planOf, siteText } from '../support/simulated.js';

// The simulator agrees with a model that was written independently of it, from the documentation and with another algorithm, on the times of
// synchronization, failures and scans.

const worlds = byRunLength({ short: 100, long: 1_000 });

function smallWorld(random: Random): SmallWorld {
    const sites: SmallSite[] = [{ code: 'S00', parent: undefined, isSecondary: false, hasPoint: true, clients: random.between(80, 400) }];
    for (let i = 1; i < random.between(1, 5); i++) {
        const parents = sites.flatMap((site, index) => site.isSecondary ? [] : [index]);
        const isSecondary = random.isOneIn(2);
        const hasPoint = !isSecondary || random.isOneIn(2);
        sites.push({ code: `S0${i}`, parent: random.of(parents), isSecondary, hasPoint, clients: isSecondary && hasPoint ? 0 : random.between(80, 400) });
    }
    const days = random.between(2, 9);
    const outages = Array.from({ length: random.between(0, 3) }, (): Outage => {
        const site = random.between(0, sites.length - 1);
        const part = site === 0 && random.isOneIn(2) ? 'microsoft-update' : site > 0 && random.isOneIn(2) ? 'link' : 'wsus';
        const from = random.between(1, days * 1_440 - 1);
        return { site: part === 'microsoft-update' ? undefined : part === 'wsus' && !sites[site]!.hasPoint ? 0 : site, part, from, to: from + random.between(5, 900) };
    });
    return { sites, outages: withoutOverlaps(outages), every: random.between(1, 2), at: random.between(0, 1_439), days };
}

/** One outage of each part, since a second `fail` of a failed part changes nothing, and the first `restore` ends both. */
function withoutOverlaps(outages: readonly Outage[]): readonly Outage[] {
    return outages.filter((outage, i) => outages.findIndex(other => other.part === outage.part && other.site === outage.site) === i);
}

function linesOfRun({ sites, outages, every, at, days }: SmallWorld): readonly string[] {
    const text = sites.map(({ code, parent, isSecondary, hasPoint, clients }) => {
        const head = `${isSecondary ? 'secondary' : parent === undefined ? 'central' : 'primary'} site ${code}${parent === undefined ? '' : ` reports to ${sites[parent]!.code}`}`;
        const more = [`clients: ${clients}`, ...parent === undefined ? [`synchronization { schedule: every ${every} days at ${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')} }`] : []];
        return hasPoint ? siteText(head, `${code}SUP`, ...more) : `${head} {\n${more.join('\n')}\n}\n`;
    }).join('');
    const { hierarchy } = planOf(text, '1 day');
    const events = outages.map(({ site, part, from, to }): ScenarioEvent => {
        const target: Target = part === 'microsoft-update' ? { kind: part } : part === 'link' ? { kind: part, site: sites[site!]!.code } : { kind: part, name: `${sites[site!]!.code}SUP` };
        return { element: 'event', at: from, action: { kind: 'fail', target, duration: to - from } };
    });
    const lines: string[] = [];
    const failed = new Set<string>();
    const kinds: Partial<Record<TraceEntry['details']['kind'], string>> = { 'sync-started': 'started', 'sync-done': 'done', 'sync-failed': 'failed', 'scan-failed': 'scan failed' };
    const observe = ({ time, site = '', details: { kind } }: TraceEntry): void => {
        const what = kinds[kind];
        if (what && !(kind === 'scan-failed' && failed.has(site))) {
            lines.push(`${time} ${site} ${what}`);
            if (kind === 'scan-failed') {
                failed.add(site);
            }
        }
    };
    const scanned = ({ group: { located: { site: { code } } }, part, to, end }: Parameters<NonNullable<World['observers'][number]['scanned']>>[0]): void => {
        if (!failed.has(code) && to === end) {
            lines.push(`${end} ${code} scanned ${part}`);
        }
    };
    new Run(hierarchy, { duration: days * 1_440, seed: undefined, assumptions: { publishInterval: 1_440 }, events }, { observers: [{ observe, scanned }] }).finish();
    return lines;
}

test('the simulator agrees with an independent model on the times of small hierarchies', () => {
    let outages = 0;
    for (let seed = 1; seed <= worlds; seed++) {
        const world = smallWorld(new Random(seed));
        outages += world.outages.length;
        // Clients that are done in the minute of an outage may count as interrupted or not.
        const isClear = (line: string): boolean => !line.includes('scanned') || !world.outages.some(({ from }) => line.startsWith(`${from} `));
        expect(linesOfRun(world).filter(isClear).sort(), `seed ${seed}`).toEqual(linesOf(world).filter(isClear).sort());
    }
    expect(outages).toBeGreaterThan(worlds);
}, 120_000);
