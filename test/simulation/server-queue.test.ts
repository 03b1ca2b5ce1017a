import { describe, expect, test } from 'vitest';
import { ServerQueue } from '../../simulation/src/world/server-queue.js';
import { Random } from '../support/random.js';

// A server that completes ten scans a minute.
const capacity = { rate: 10, limit: 100 };

describe('a server', () => {
    test('does not let scans wait while fewer start each minute than it completes', () => {
        const queue = new ServerQueue();
        expect(queue.accept(400, 0, 60, capacity)).toEqual({ accepted: 400, end: 60 });
        expect(queue.accept(100, 0, 60, capacity)).toEqual({ accepted: 100, end: 60 });
        expect(queue.accept(5, 10, 15, capacity)).toEqual({ accepted: 5, end: 15 });
    });

    test('works on what waits after all scans have started', () => {
        // 600 and 60 scans start in 60 minutes, of which the server completes 600.
        const queue = new ServerQueue();
        queue.accept(600, 0, 60, capacity);
        expect(queue.accept(60, 0, 60, capacity)).toEqual({ accepted: 60, end: 66 });
        expect(queue.accept(10, 70, 70, capacity)).toEqual({ accepted: 10, end: 71 });
    });

    test('refuses the scans that have no room', () => {
        // Of 800 scans, the server completes 600 in the 60 minutes in which they start, and 100 can wait.
        const queue = new ServerQueue();
        const { accepted, end } = queue.accept(800, 0, 60, capacity);
        expect([accepted, Math.round(end)]).toEqual([700, 70]);
        expect(queue.refused).toBe(100);
        expect(queue.accept(1, 60, 60, capacity).accepted).toBe(0);
        expect(queue.accept(10, 61, 61, capacity).accepted).toBe(10);
    });

    test('forgets what waits when it goes down', () => {
        const queue = new ServerQueue();
        queue.accept(700, 0, 60, capacity);
        queue.clear(60);
        expect(queue.accept(10, 60, 60, capacity)).toEqual({ accepted: 10, end: 61 });
    });
});

test('completes random scans at the same time as a simulation minute by minute', () => {
    for (let seed = 1; seed <= 300; seed++) {
        const random = new Random(seed);
        const queue = new ServerQueue();
        const arrivals = new Map<number, number>();
        let waiting = 0;
        let now = 0;
        for (let i = 0, from = 0; i < 20; i++, from += random.between(0, 40)) {
            const [to, scans] = [from + random.between(1, 60), random.between(1, 500)];
            const { accepted, end } = queue.accept(scans, from, to, { rate: 10, limit: 1e9 });
            expect(accepted, `seed ${seed}`).toBe(scans);
            for (; now < from; now++) {
                waiting = Math.max(0, waiting + (arrivals.get(now) ?? 0) - 10);
            }
            for (let minute = from; minute < to; minute++) {
                arrivals.set(minute, (arrivals.get(minute) ?? 0) + scans / (to - from));
            }
            let atEnd = waiting;
            for (let minute = from; minute < to; minute++) {
                atEnd = Math.max(0, atEnd + arrivals.get(minute)! - 10);
            }
            expect(end, `seed ${seed}`).toBeCloseTo(to + atEnd / 10, 6);
        }
    }
});
