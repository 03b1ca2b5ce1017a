import { describe, expect, test } from 'vitest';
import { explain, type Explanation, logLine, runToEnd } from '@sup/simulation';
import { chainTo } from '../../simulation/src/explain/chain.js';
import { child, type Plan, planOf, secondary, simulatedPlan, top } from '../support/simulated.js';

function explanationOf({ hierarchy, scenario }: Plan): Explanation | undefined {
    return runToEnd(explain(hierarchy, scenario, 0, { seed: 1 }));
}

/** Returns the kind and site of each entry of a chain. */
const kindsOf = (explanation: Explanation | undefined): string[] => explanation!.chain.map(({ details, site }) => `${details.kind} ${site ?? ''}`.trim());

describe('needed events', () => {
    const noise = ['at 1h: set CENSUP01 products to "Zune"', 'at 2d: publish update "KB1"', 'at 3d: fail link of OSL for 1h'];

    test('excludes events that do not contribute to the breach', () => {
        const explanation = explanationOf(planOf(top + child, '6 days', ...noise, 'at 4d: stop OSLSUP01', 'expect OSL matches CEN'));
        expect(explanation!.needed.map(({ action }) => action)).toEqual([{ kind: 'fail', target: { kind: 'server', name: 'OSLSUP01' }, duration: undefined }]);
        expect(explanation!.breach.subject).toBe('OSL');
    });

    test('needs no events if the plan breaks the expectation without any', () => {
        const explanation = explanationOf(planOf(top + child.replace('8530, 8531 }', '8530, 8531  }').replace('point active', 'point active { ports: 80, 443 }'), '6 days', ...noise, 'expect OSL synchronized'));
        expect(explanation!.needed).toEqual([]);
        expect(new Set(explanation!.chain.flatMap(({ details }) => details.kind === 'sync-failed' ? details.obstacle.kind : []))).toEqual(new Set(['port-mismatch']));
    });

    test('finds a minimal set of events: the expectation holds without any one of them', () => {
        const plan = planOf(top + child, '6 days', ...noise, 'at 2d: stop OSLSUP01', 'at 3d: start OSLSUP01', 'at 4d: stop OSLSUP01', 'at 4d: fail WSUS of CENSUP01', 'at 4d 1h: restore WSUS of CENSUP01', 'expect OSL matches CEN');
        const { needed } = explanationOf(plan)!;
        const isBroken = (events: typeof needed): boolean => simulatedPlan({ ...plan, scenario: { ...plan.scenario, events } }).verdicts[0] === 'broken';
        expect(isBroken(needed)).toBe(true);
        expect(needed.filter(event => isBroken(needed.filter(each => each !== event)))).toEqual([]);
    });

    test('keeps the publication of the update that the expectation is about, so that the cause is what delays it', () => {
        const explanation = explanationOf(planOf(top + child, '6 days', 'assume { start: settled }', 'at 3d: fail link of OSL for 2d', 'at 3d 01:00: publish update "KB1"', 'expect update "KB1" available at OSL by 4d'));
        expect(explanation!.needed.map(({ action }) => action.kind)).toEqual(['fail', 'publish']);
        expect(kindsOf(explanation)).toEqual(['event']);
    });

    test('finds no events for an expectation that holds', () => {
        expect(explanationOf(planOf(top, '2 days', 'expect CEN synchronized'))).toBeUndefined();
    });
});

describe('the chain to a breach', () => {
    test('starts the chain with the event and ends it with the breach', () => {
        const explanation = explanationOf(planOf(top + child, '16 days', 'at 5d: stop OSLSUP01', 'expect clients of OSL scan always'));
        expect(kindsOf(explanation)).toEqual(['event', 'scan-failed OSL']);
    });

    test.each(['catalog of OSL at most 30h old always', 'OSL matches CEN', 'OSL synchronized within 1h of CEN', 'OSL synchronized after 2d'])('begins with the event that cut a link, although nothing fails: %s', expectation => {
        expect(kindsOf(explanationOf(planOf(top + child, '6 days', 'at 1d: fail link of OSL', `expect ${expectation}`)))[0]).toBe('event');
    });

    test('includes only the first and the last of repeated attempts in the chain', () => {
        const explanation = explanationOf(planOf(top + child + secondary, '3 days', 'at 1d: fail WSUS of CENSUP01', 'expect CEN synchronized after 1d'));
        // The attempts of a day failed for one reason; the last of them is the breach.
        expect(kindsOf(explanation)).toEqual(['event', 'sync-started CEN', 'sync-failed CEN', 'sync-started CEN', 'sync-failed CEN']);
        expect(logLine(explanation!.chain[2]!)).toContain('23 attempts failed for this reason, the last of them below.');
    });

    test('includes only the first and the last of attempts that failed in a late phase, and names the assumption about children', () => {
        const mixed = `${top.replace('mode: mixed', 'mode: mixed\nserver CENDMZ01 {\nwsus 3.0 SP2 { ports: 80, 443 }\nsoftware update point internet\n}')}`;
        const explanation = explanationOf(planOf(mixed + child, '1 day', 'expect CEN synchronized'));
        expect(explanation!.chain.filter(({ details }) => details.kind === 'sync-failed')).toHaveLength(2);
        expect(explanation!.chain.map(logLine).join('\n')).toContain('Assumed: internet failure holds children');
        const spared = planOf(mixed + child, '1 day', 'assume { internet failure: spares children }', 'expect OSL synchronized', 'expect CEN synchronized');
        expect(simulatedPlan(spared).verdicts).toEqual(['held', 'broken']);
    });

    test('includes each reason in the chain if attempts failed for several', () => {
        const { entries } = simulatedPlan(planOf(top + child, '2 days', 'at 1d: fail WSUS of OSLSUP01 for 5h', 'at 1d 05:30: fail link of OSL'));
        const last = entries.filter(({ details }) => details.kind === 'sync-failed').at(-1)!;
        expect(chainTo(entries, last.id).flatMap(({ details }) => details.kind === 'sync-failed' ? details.obstacle.kind : [])).toEqual(['wsus-down', 'link-down', 'link-down']);
    });

    test('leads the chain to the failure of the parent if a child received no notification', () => {
        const explanation = explanationOf(planOf(top + child + secondary, '2 days', 'at 1d: fail WSUS of CENSUP01', 'expect BER synchronized after 1d'));
        expect(kindsOf(explanation)).toContain('sync-failed CEN');
    });

    test('lists the entries of the chain in chronological order together with their causes', () => {
        const { chain } = explanationOf(planOf(top + child + secondary, '6 days', 'at 2d 02:30: fail WSUS of CENSUP01', 'expect BER matches OSL always'))!;
        const ids = chain.map(({ id }) => id);
        expect(ids).toEqual([...ids].sort((a, b) => a - b));
        expect(chain.map(logLine).join('\n')).toContain('Synchronization started: full, on schedule.');
        for (const entry of chain.slice(1)) {
            expect(entry.cause === undefined || ids.includes(entry.cause) || entry.details.kind === 'sync-started', logLine(entry)).toBe(true);
        }
    });

    test('does not include an earlier successful scan in the chain', () => {
        const explanation = explanationOf(planOf(top, '30 days', 'at 20d: stop CENSUP01', 'expect clients of CEN scan always'));
        expect(kindsOf(explanation)).toEqual(['event', 'scan-failed CEN']);
    });
});
