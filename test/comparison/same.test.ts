import { describe, expect, test } from 'vitest';
import type { Hierarchy } from '@sup/model';
import type { ComparedVersion } from '@sup/comparison';
import { compared, comparisonOf } from '../support/compared.js';
import { exampleFiles } from '../support/example-files.js';
import { randomHierarchy, shuffled } from '../support/random-hierarchy.js';
import { Random } from '../support/random.js';
import { tidewater } from '../support/tidewater.js';
import type { Files } from '../support/workspace.js';

// Whatever is done to the text of a plan that does not change its meaning is no change.

const plans: readonly (readonly [string, Files])[] = ['brightwater', 'scenarios', 'mistakes', 'starter'].map(name => [name, exampleFiles(name)] as const);

const nothing = { changes: [], outcome: [], verdict: 'Both mean the same.' };

const onEachLine = (change: (line: string) => string) => (files: Files): Files => Object.fromEntries(Object.entries(files).map(([name, text]) => [name, text.split('\n').map(change).join('\n')]));

/** The blocks of files at their outermost, each with the comments above it. */
function blocksOf(files: Files): readonly string[] {
    return Object.values(files).flatMap(text => text.replace(/^hierarchy .*$/m, '').split(/(?<=^\})\n/m)).filter(block => block.trim() !== '');
}

const asFiles = (blocks: readonly string[]): Files => Object.fromEntries(blocks.map((block, i) => [`${i}.sup`, `hierarchy Brightwater\n${block}\n`]));

describe('a plan', () => {
    test.each(plans)('means the same as itself: %s', async (_, files) => {
        expect(await comparisonOf(files, files)).toMatchObject({ ...nothing, findings: { introduced: [], solved: [] } });
    });

    test.each(plans)('means the same with other white space and line ends: %s', async (_, files) => {
        const spaced = onEachLine(line => `\t${line.replace(/^ +/, '')}   \r`)(files);
        expect(await comparisonOf(files, spaced)).toMatchObject({ ...nothing, findings: { introduced: [], solved: [] } });
    });

    test.each(plans.filter(([name]) => name !== 'mistakes'))('means the same with more comments: %s', async (_, files) => {
        expect(await comparisonOf(files, onEachLine(line => `${line} // a word about it`)(files))).toMatchObject(nothing);
    });

    test('means the same in one file, in many, and in another order', async () => {
        const files = exampleFiles('brightwater');
        const blocks = blocksOf(files);
        expect(blocks.length).toBe(44);
        const one = { 'all.sup': `hierarchy Brightwater\n${[...blocks].reverse().join('\n')}` };
        expect(await comparisonOf(files, one)).toMatchObject({ ...nothing, findings: { introduced: [], solved: [] } });
        expect(await comparisonOf(files, asFiles(new Random(7).shuffle(blocks)))).toMatchObject({ ...nothing, findings: { introduced: [], solved: [] } });
    });

    test('means the same when it says what the product does anyway', async () => {
        const said = tidewater
            .replace('schedule: every', 'source: Microsoft Update\n    reporting events: none\n    schedule: every')
            .replace('wsus 3.0 SP2 { ports: 8530, 8531 }\n    software update point active\n  }\n}', 'wsus 3.0 SP2 { ports: 8530, 8531  replica: no }\n    software update point active { ports: 8530, 8531  accepts: intranet }\n  }\n  synchronization { source: parent site }\n}');
        expect(said).toContain('replica: no');
        expect((await comparisonOf(tidewater, said)).changes).toEqual([]);
    });

    test('means the same whatever the case of names of computers', async () => {
        expect((await comparisonOf(tidewater, tidewater.replaceAll('OSLSUP01', 'OslSup01'))).changes).toEqual([]);
    });

    test('means the same in whatever order it is declared', () => {
        for (let seed = 1; seed <= 40; seed++) {
            const hierarchy = randomHierarchy(new Random(seed));
            expect(compared(versionWith(hierarchy), versionWith(shuffled(new Random(seed), hierarchy))), `seed ${seed}`).toMatchObject(nothing);
        }
    });
});

const versionWith = (hierarchy: Hierarchy): ComparedVersion => ({ hierarchy, scenarios: [], problems: [], options: {} });

describe('both ways', () => {
    test('what comes on one side goes on the other', () => {
        const whatIs = (kind: string, before: ComparedVersion, after: ComparedVersion): readonly string[] => compared(before, after).changes
            .filter(change => change.kind === kind).map(({ subject, site, host, from, to }) => JSON.stringify(kind === 'added' || kind === 'removed' ? [subject, site, host] : [subject, site, host, [from, to].sort()])).sort();
        for (let seed = 1; seed <= 40; seed++) {
            const [a, b] = [versionWith(randomHierarchy(new Random(seed), 12)), versionWith(randomHierarchy(new Random(seed + 1_000), 12))];
            expect(whatIs('added', a, b), `seed ${seed}`).toEqual(whatIs('removed', b, a));
            expect(whatIs('removed', a, b), `seed ${seed}`).toEqual(whatIs('added', b, a));
            expect(whatIs('changed', a, b), `seed ${seed}`).toEqual(whatIs('changed', b, a));
        }
    });
});
