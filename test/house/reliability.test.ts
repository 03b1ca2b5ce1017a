import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('every test that the promises of docs/reliability.md name is there', () => {
    const named = [...readFileSync('docs/reliability.md', 'utf8').matchAll(/`(test\/[^`]+)`/g)].map(match => match[1]!);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(path => !existsSync(path))).toEqual([]);
});
