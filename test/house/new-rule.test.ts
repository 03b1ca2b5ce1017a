import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/project.mjs';
import { pageSkeleton, ruleSkeleton, withClassification } from '../../scripts/rule-files.mjs';
import { headings } from '../support/rule-page.js';

// The parts of `npm run new:rule` that depend on the form of other files.

const id = 'sup-with-tea';

describe('the files of a new rule', () => {
    test('writes a page with every heading in order, and with the markers of the generated table', () => {
        const page = pageSkeleton(id);
        expect([...page.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual(headings);
        expect(page).toMatch(/^# sup-with-tea\n\n<!-- generated -->\n<!-- \/generated -->\n/);
    });

    test('writes a rule with its id, category and version', () => {
        const rule = ruleSkeleton({ id, category: 'wsus', since: '1.2.3' });
        expect(rule).toContain(`id: '${id}'`);
        expect(rule).toContain('category: \'wsus\'');
        expect(rule).toContain('since: \'1.2.3\'');
    });
});

describe('the classification of a new rule', () => {
    const before = readFileSync(join(root, 'test/simulation/witnesses.test.ts'), 'utf8');

    test('adds one line for the new rule, in the order of the ids', () => {
        const lines = withClassification(before, { id, category: 'wsus' })!.split('\n');
        const added = lines.findIndex(line => line.startsWith(`    '${id}'`));
        expect(lines.toSpliced(added, 1)).toEqual(before.split('\n'));
        const ids = lines.slice(added - 1, added + 2).map(line => line.split(':')[0]!);
        expect([...ids].sort()).toEqual(ids);
    });

    test('adds a comma to the previous line if the new rule is the last one', () => {
        const changed = withClassification(before, { id: 'zones-without-sup', category: 'wsus' });
        expect(changed).toMatch(/',\n {4}'zones-without-sup': '[^\n]*'\n};\n/);
    });

    test('changes nothing for a category that the test does not classify', () => {
        expect(withClassification(before, { id, category: 'naming' })).toBe(before);
    });

    test('returns undefined for a text of another form', () => {
        expect(withClassification('export {};\n', { id, category: 'wsus' })).toBeUndefined();
    });
});
