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
