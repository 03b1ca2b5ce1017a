import { describe, expect, test } from 'vitest';
import { changesBySite, type ComparedVersion } from '@sup/comparison';
import { comparedScenes, comparisonMarkdown } from '@sup/report';
import { layOutPage, renderToSvg } from '@sup/picture';
import { compared, comparisonOf, versionOf } from '../support/compared.js';
import { hierarchyOf } from '../support/hierarchy.js';
import { largeHierarchy } from '../support/large-hierarchy.js';
import { payloads } from '../support/payloads.js';

// Any plan can be compared, and its texts stay plain text in the result.

const quoted = (text: string): string => `"${text.replaceAll('"', '""').replace(/[\r\n]/g, ' ')}"`;

const planWith = (payload: string): string => `hierarchy Quay
central site CEN ${quoted(payload)} {
  clients: 10 intranet
  server ${quoted(payload)} {
    os: ${quoted(payload)}
    wsus 3.0 SP2 { content folder: ${quoted(payload)} }
    software update point active { account: ${quoted(payload)} }
  }
  synchronization { products: ${quoted(payload)}, "Windows 7" }
  clients ${quoted(payload)} { count: 3  policy: ${quoted(payload)} }
}
scenario ${quoted(payload)} for 1 day {
  expect CEN synchronized
}
`;

describe('hostile texts', () => {
    const plain = planWith('harmless');

    test('hostile texts stay plain text in Markdown', async () => {
        for (const payload of payloads) {
            const markdown = comparisonMarkdown([{ title: payload, comparison: await comparisonOf(plain, planWith(payload)) }]);
            // Escaped characters and code have no effect.
            const meant = markdown.replace(/\\[\s\S]/g, '').replace(/`[^`\n]*`/g, '');
            expect(meant, payload).not.toMatch(/<\w|<!|!\[|\]\(|&\w+;|https?:\/\//);
            expect(markdown, payload).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029]/);
            // No text adds or removes cells.
            const rows = markdown.split('\n').filter(line => line.startsWith('| '));
            rows.forEach(row => expect(row.replace(/\\[\s\S]/g, '').split('|').length, row).toBe(6));
        }
    });

    test('hostile texts stay plain text in the picture of both versions', async () => {
        for (const payload of payloads) {
            const [before, after] = [await versionOf(plain), await versionOf(planWith(payload))];
            const { both } = comparedScenes(before, after, compared(before, after).changes);
            const svg = renderToSvg(both, layOutPage(both, 'down', 'everything'), 'light');
            expect(svg, payload).not.toMatch(/<(script|img|iframe|a|foreignObject|use|animate|set|image|form|object|base|meta)\b/);
        }
    });

    test('truncates texts of megabytes', async () => {
        const { changes } = await comparisonOf(plain, planWith('x'.repeat(200_000)));
        expect(Math.max(...changes.map(({ sentence, from = '', to = '' }) => sentence.length + from.length + to.length))).toBeLessThan(5_000);
    });
});

describe('invalid plans', () => {
    const version = (text: string): ComparedVersion => ({ hierarchy: hierarchyOf(text), scenarios: [], problems: [], options: {} });
    const invalid: readonly string[] = [
        '', 'central site', 'site A reports to A {}', 'primary site AAA reports to BBB {}\nprimary site BBB reports to AAA {}', 'secondary site XXX reports to AAA, BBB, CCC, DDD, EEE {}',
        'central site CEN { server A {} server A {} cluster A { nodes: A, A, B } }\ncentral site CEN { server A {} }', 'central site CEN { server S { software update point active software update point internet } }',
        'primary site __proto__ { server constructor {} }', 'central site CEN { clients { count: 3 } clients { count: 3 } }\nscenario "x" for 1d {}\nscenario "x" for 2d {}'
    ];

    test('compares invalid plans with each other', () => {
        for (const [before, after] of invalid.flatMap(a => invalid.map(b => [a, b] as const))) {
            const { changes } = compared(version(before), version(after));
            expect(changes.length > 0 || before === after || [before, after].every(text => version(text).hierarchy.sites.length === 0), `${before} | ${after}`).toBe(true);
            expect([...changesBySite(changes).values()].every(({ lines }) => lines.length > 0)).toBe(true);
        }
    });
});

describe('large plans', () => {
    test('compares thousands of different sites, and limits the size of the report', () => {
        const version = (count: number): ComparedVersion => ({ hierarchy: largeHierarchy(count), scenarios: [], problems: [], options: { budget: 1_000 } });
        const [before, after] = [version(10), version(3_000)];
        const comparison = compared(before, after);
        expect(comparison.changes.filter(({ kind }) => kind === 'added').length).toBeGreaterThan(2_900);
        expect(comparisonMarkdown([{ title: 'Large', comparison }]).length).toBeLessThan(65_536);
        const { both } = comparedScenes(before, after, comparison.changes);
        expect(both.sites.filter(({ mark }) => mark?.kind === 'added').length).toBeGreaterThan(2_900);
    });
});
