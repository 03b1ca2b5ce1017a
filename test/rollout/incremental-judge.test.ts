import { expect, test } from 'vitest';
import { runToEnd } from '@sup/simulation';
import { assemble } from '../../rollout/src/facts/assemble.js';
import type { PlanFacts } from '../../rollout/src/facts/plan-facts.js';
import { readFacts } from '../../rollout/src/facts/read-facts.js';
import { IncrementalJudge } from '../../rollout/src/order/incremental-judge.js';
import { findingsOf } from '../../rollout/src/order/judge.js';
import { hierarchyOf } from '../support/hierarchy.js';
import { largeHierarchy } from '../support/large-hierarchy.js';
import { Random } from '../support/random.js';
import { check } from '../support/rollout.js';
import { byRunLength } from '../support/run-length.js';
import { soundPair } from '../support/sound-pairs.js';

/** A state in which each site is as in one of two plans, or missing where one of them does not have it. Most of these have errors. */
function mixOf(random: Random, before: PlanFacts, after: PlanFacts): PlanFacts {
    const codes = new Set([...before.sites.keys(), ...after.sites.keys()]);
    return { ...before, sites: new Map([...codes].flatMap(code => {
        const site = random.of([before, after]).sites.get(code);
        return site && !random.isOneIn(20) ? [[code, site] as const] : [];
    })) };
}

test('has the same findings in each state as a check of the whole hierarchy', () => {
    let errors = 0;
    for (let seed = 1; seed <= byRunLength({ short: 30, long: 300 }); seed++) {
        const random = new Random(seed);
        const [before, after] = soundPair(random).map(text => readFacts(hierarchyOf(text))) as [PlanFacts, PlanFacts];
        const judge = new IncrementalJudge(before.name, check);
        for (const facts of [before, ...Array.from({ length: 10 }, () => mixOf(random, before, after)), after]) {
            const { findings } = runToEnd(judge.judge(facts));
            const whole = findingsOf(check, assemble(facts));
            expect([...findings].sort(), `seed ${seed}`).toEqual([...whole].sort());
            errors += [...whole.values()].filter(({ severity }) => severity === 'error').length;
        }
    }
    expect(errors).toBeGreaterThan(100);
});

test('checks the sites near a change again, and no others', () => {
    const facts = readFacts(largeHierarchy(1_000)) as PlanFacts;
    const checked: string[] = [];
    const judge = new IncrementalJudge(undefined, (hierarchy, sites) => {
        checked.push(...sites.map(({ code }) => code));
        return check(hierarchy, sites);
    });
    runToEnd(judge.judge(facts));
    expect(checked).toHaveLength(1_000);
    checked.length = 0;
    // A site at the bottom of the tree.
    const [code, site] = [...facts.sites].at(-1)!;
    runToEnd(judge.judge({ ...facts, sites: new Map([...facts.sites, [code, { ...site, own: { ...site.own, mode: 'native' } }]]) }));
    expect(checked).toContain(site.own.code);
    expect(checked.length).toBeLessThan(20);
});

test('checks the remaining sites of a cancelled state with the next one', () => {
    const facts = readFacts(largeHierarchy(200)) as PlanFacts;
    const judge = new IncrementalJudge(undefined, check);
    const work = judge.judge(facts);
    work.next();
    work.return(undefined as never);
    expect([...runToEnd(judge.judge(facts)).findings].sort()).toEqual([...findingsOf(check, assemble(facts))].sort());
});
