import { expect, test } from 'vitest';
import { buildScene, changedScene, sceneChange } from '@sup/picture';
import { hierarchyOf } from '../support/hierarchy.js';
import { Random } from '../support/random.js';
import { randomPlan } from '../support/random-plan.js';
import { byRunLength } from '../support/run-length.js';

const seeds = Array.from({ length: byRunLength({ short: 60, long: 1_000 }) }, (_, i) => i + 1);

test.each(seeds)('the difference of the scenes of two plans restores the later one (%i)', seed => {
    const random = new Random(seed);
    const [before, after] = [randomPlan(random), randomPlan(random)].map(text => buildScene(hierarchyOf(text), []));
    // As the page receives it.
    const sent = JSON.parse(JSON.stringify(sceneChange(before!, after!))) as ReturnType<typeof sceneChange>;
    expect(JSON.parse(JSON.stringify(changedScene(before!, sent)))).toEqual(JSON.parse(JSON.stringify(after)));
});

test('the difference has only the sites that differ', () => {
    const plan = (clients: number): string => `central site CEN { clients: ${clients} }\nprimary site OSL reports to CEN { }\nprimary site STO reports to CEN { }`;
    const [before, after] = [plan(1), plan(2)].map(text => buildScene(hierarchyOf(text), []));
    const { sites, order } = sceneChange(before!, after!);
    expect([sites.map(({ code }) => code), order]).toEqual([['CEN'], undefined]);
    expect(sceneChange(before!, before!).sites).toEqual([]);
});
