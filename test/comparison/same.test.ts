import { describe, expect, test } from 'vitest';
import type { Hierarchy } from '@sup/model';
import type { ComparedVersion } from '@sup/comparison';
import { compared, comparisonOf } from '../support/compared.js';
import { exampleFiles } from '../support/example-files.js';
import { randomHierarchy, shuffled } from '../support/random-hierarchy.js';
import { Random } from '../support/random.js';
import { tidewater } from '../support/tidewater.js';
import type { Files } from '../support/workspace.js';

// An edit of the text that does not change the meaning of a plan is not a change.

const plans: readonly (readonly [string, Files])[] = ['brightwater', 'scenarios', 'mistakes', 'starter'].map(name => [name, exampleFiles(name)] as const);

const nothing = { changes: [], outcome: [], verdict: 'Both versions mean the same.' };

const onEachLine = (change: (line: string) => string) => (files: Files): Files => Object.fromEntries(Object.entries(files).map(([name, text]) => [name, text.split('\n').map(change).join('\n')]));

/** The outermost blocks of files, each with the comments above it. */
function blocksOf(files: Files): readonly string[] {
    return Object.values(files).flatMap(text => text.replace(/^hierarchy .*$/m, '').split(/(?<=^\})\n/m)).filter(block => block.trim() !== '');
}

const asFiles = (blocks: readonly string[]): Files => Object.fromEntries(blocks.map((block, i) => [`${i}.sup`, `hierarchy Brightwater\n${block}\n`]));

describe('the meaning of a plan', () => {
    test.each(plans)('a plan means the same as itself: %s', async (_, files) => {
        expect(await comparisonOf(files, files)).toMatchObject({ ...nothing, findings: { introduced: [], solved: [] } });
    });

    test.each(plans)('does not depend on white space and line ends: %s', async (_, files) => {
        const spaced = onEachLine(line => `\t${line.replace(/^ +/, '')}   \r`)(files);
        expect(await comparisonOf(files, spaced)).toMatchObject({ ...nothing, findings: { introduced: [], solved: [] } });
    });

    test.each(plans.filter(([name]) => name !== 'mistakes'))('does not depend on comments: %s', async (_, files) => {
        expect(await comparisonOf(files, onEachLine(line => `${line} // a word about it`)(files))).toMatchObject(nothing);
    });

    test('does not depend on the number of files and the order in them', async () => {
        const files = exampleFiles('brightwater');
        const blocks = blocksOf(files);
        expect(blocks.length).toBe(44);
        const one = { 'all.sup': `hierarchy Brightwater\n${[...blocks].reverse().join('\n')}` };
        expect(await comparisonOf(files, one)).toMatchObject({ ...nothing, findings: { introduced: [], solved: [] } });
        expect(await comparisonOf(files, asFiles(new Random(7).shuffle(blocks)))).toMatchObject({ ...nothing, findings: { introduced: [], solved: [] } });
    });

    test('does not change when a default of the product is written out', async () => {
        const explicit = tidewater
            .replace('schedule: every', 'source: Microsoft Update\n    reporting events: none\n    schedule: every')
            .replace('wsus 3.0 SP2 { ports: 8530, 8531 }\n    software update point active\n  }\n}', 'wsus 3.0 SP2 { ports: 8530, 8531  replica: no }\n    software update point active { ports: 8530, 8531  accepts: intranet }\n  }\n  synchronization { source: parent site }\n}');
        expect(explicit).toContain('replica: no');
        expect((await comparisonOf(tidewater, explicit)).changes).toEqual([]);
    });

    test('does not depend on the case of computer names', async () => {
        expect((await comparisonOf(tidewater, tidewater.replaceAll('OSLSUP01', 'OslSup01'))).changes).toEqual([]);
    });

    test('does not depend on the order of declarations', () => {
        for (let seed = 1; seed <= 40; seed++) {
            const hierarchy = randomHierarchy(new Random(seed));
            expect(compared(versionWith(hierarchy), versionWith(shuffled(new Random(seed), hierarchy))), `seed ${seed}`).toMatchObject(nothing);
        }
    });
});

const versionWith = (hierarchy: Hierarchy): ComparedVersion => ({ hierarchy, scenarios: [], problems: [], options: {} });

describe('a reversed comparison', () => {
    test('swaps added and removed parts', () => {
        const partsThatAre = (kind: string, before: ComparedVersion, after: ComparedVersion): readonly string[] => compared(before, after).changes
            .filter(change => change.kind === kind).map(({ subject, site, host, from, to }) => JSON.stringify(kind === 'added' || kind === 'removed' ? [subject, site, host] : [subject, site, host, [from, to].sort()])).sort();
        for (let seed = 1; seed <= 40; seed++) {
            const [a, b] = [versionWith(randomHierarchy(new Random(seed), 12)), versionWith(randomHierarchy(new Random(seed + 1_000), 12))];
            expect(partsThatAre('added', a, b), `seed ${seed}`).toEqual(partsThatAre('removed', b, a));
            expect(partsThatAre('removed', a, b), `seed ${seed}`).toEqual(partsThatAre('added', b, a));
            expect(partsThatAre('changed', a, b), `seed ${seed}`).toEqual(partsThatAre('changed', b, a));
        }
    });
});
