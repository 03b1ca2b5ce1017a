import { expect, test } from 'vitest';
import type { Hierarchy } from '@sup/model';
import { rolloutScenesInChunks } from '@sup/report';
import type { Step } from '@sup/rollout';
import { largeHierarchy } from '../support/large-hierarchy.js';

test('checks a large hierarchy in chunks and only before the first step, so that a cancelled request ends soon', () => {
    const hierarchy: Hierarchy = largeHierarchy(1_000);
    const checked: number[] = [];
    const step = { hierarchy, findings: [], changes: [] } as unknown as Step;
    const work = rolloutScenesInChunks(hierarchy, [step], (_, sites) => {
        checked.push(sites.length);
        return [];
    });
    work.next();
    expect(checked).toEqual([50]);
    let last = 0;
    for (let next = work.next(); !next.done; next = work.next()) {
        expect(next.value).toBeGreaterThanOrEqual(last);
        last = next.value;
    }
    expect([last, checked.reduce((sum, count) => sum + count)]).toEqual([1, 1_000]);
});
