import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('docs/reliability.md names existing tests only', () => {
    const named = [...readFileSync('docs/reliability.md', 'utf8').matchAll(/`(test\/[^`]+)`/g)].map(match => match[1]!);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(path => !existsSync(path))).toEqual([]);
});

test.each([['L', 1, 21], ['F', 1, 33]])('docs/reliability.md lists %s%d to %d without gaps, each with the tests that verify it', (letter, first, last) => {
    const rows = [...readFileSync('docs/reliability.md', 'utf8').matchAll(/^\| ([LF]\d+) \| .+ \| .+ \|$/gm)].map(match => match[1]!);
    const ids = Array.from({ length: last - first + 1 }, (_, i) => `${letter}${String(first + i).padStart(letter === 'F' ? 2 : 1, '0')}`);
    expect(rows.filter(id => id.startsWith(letter))).toEqual(ids);
});

const promises = [...readFileSync('docs/reliability.md', 'utf8').matchAll(/^\| (P\d+) \| (.+) \| (.+) \| (.+) \|$/gm)].map(([, id, promise, tests, broken]) => ({ id: id!, promise: promise!, tests: tests!, broken: broken! }));

test('docs/reliability.md lists P1 to P32 without gaps, each with a test and with the change that made it fail', () => {
    expect(promises.map(({ id }) => id)).toEqual(Array.from({ length: 32 }, (_, i) => `P${i + 1}`));
    expect(promises.filter(({ tests, broken }) => !tests.includes('`test/') || broken.trim() === '')).toEqual([]);
});

test.each(promises)('the tests that docs/reliability.md names for $id exist under their titles', ({ tests }) => {
    // A file, and the titles after it.
    for (const [, path, titles] of tests.matchAll(/`(test\/[^`]+)`(?:: ((?:\*[^*]+\*(?:, )?)+))?/g)) {
        const source = readFileSync(path!, 'utf8').replaceAll('\\\'', '\'');
        expect([...(titles ?? '').matchAll(/\*([^*]+)\*/g)].map(match => match[1]!).filter(title => !source.includes(title)), path).toEqual([]);
    }
});
