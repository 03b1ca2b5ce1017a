import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { Queue } from '../../simulation/src/engine/queue.js';
import { World } from '../../simulation/src/world/world.js';
import { assembleHierarchy, assume } from '@sup/model';

describe('the queue', () => {
    test('returns queued items by order and then by number after any sequence of pushes and pops', () => {
        // A number is the order of an item to push; undefined pops one.
        fc.assert(fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }), { maxLength: 200 }), steps => {
            const queue = new Queue<{ order: number; number: number }>();
            const sorted: { order: number; number: number }[] = [];
            for (const [number, order] of steps.entries()) {
                if (order === undefined) {
                    expect(queue.pop()).toEqual(sorted.shift());
                } else {
                    queue.push({ order, number });
                    sorted.push({ order, number });
                    sorted.sort((a, b) => a.order - b.order || a.number - b.number);
                }
                expect(queue.size).toBe(sorted.length);
            }
        }));
    });
});

describe('the event loop', () => {
    const world = (): World => new World(assembleHierarchy(undefined, []), assume(), 1);

    test('handles faults first within a minute, then transfers, configuration, synchronization, clients and judgements', () => {
        const happened: string[] = [];
        const at = world();
        for (const phase of ['judgement', 'client', 'synchronization', 'configuration', 'link', 'fault'] as const) {
            at.schedule(5, phase, undefined, () => happened.push(phase), undefined);
        }
        at.schedule(4, 'judgement', undefined, () => happened.push('the minute before'), undefined);
        while (at.advance(10));
        expect(happened).toEqual(['the minute before', 'fault', 'link', 'configuration', 'synchronization', 'client', 'judgement']);
    });

    test('keeps events after the given time for later', () => {
        const happened: number[] = [];
        const at = world();
        [3, 4, 5].forEach(time => at.schedule(time, 'client', undefined, () => happened.push(time), undefined));
        while (at.advance(4));
        expect(happened).toEqual([3, 4]);
        while (at.advance(5));
        expect(happened).toEqual([3, 4, 5]);
    });

    test('orders events correctly after twenty years', () => {
        const happened: string[] = [];
        const at = world();
        const late = 20 * 365 * 24 * 60;
        at.schedule(late, 'client', undefined, () => happened.push('second'), undefined);
        at.schedule(late, 'fault', undefined, () => happened.push('first'), undefined);
        at.schedule(late + 1, 'fault', undefined, () => happened.push('third'), undefined);
        while (at.advance(late + 1));
        expect(happened).toEqual(['first', 'second', 'third']);
    });
});

describe('the cause of an entry', () => {
    test('takes the last entry before a step was scheduled as its cause, and none for an unprompted step', () => {
        const causes: (number | undefined)[] = [];
        const world = new World(assembleHierarchy(undefined, []), assume(), 1);
        world.observers.push({ observe: ({ cause }) => causes.push(cause) });
        const report = (): void => void world.report({ component: 'Simulator', details: { kind: 'stopped', events: 0 } });
        world.schedule(1, 'fault', undefined, () => {
            report();
            world.schedule(2, 'fault', undefined, report, undefined);
            world.scheduleUnprompted(3, 'fault', undefined, report, undefined);
        }, undefined);
        while (world.advance(9));
        expect(causes).toEqual([undefined, 0, undefined]);
    });
});
