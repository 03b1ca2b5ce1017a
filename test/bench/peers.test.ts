import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { sectionOf } from '../../scripts/bench/peers.mjs';
import { oursOf, standing } from '../../scripts/bench/peers-summary.mjs';
import { peers } from './peers/all.js';
import { cursor, typing } from './peers/elements.js';

const measurement = (median: number): { median: number; p95: number; runs: number } => ({ median, p95: median * 2, runs: 10 });
const keystroke = (of: (measure: string) => { median: number } | undefined): number | undefined => of('keystroke')?.median;

/** The keystroke times of our server, measured beside each peer, and of the peer. */
function sizeOf(elements: number, figures: Readonly<Record<string, readonly [ours: number, theirs: number | undefined]>>): Parameters<typeof standing>[0] {
    return {
        elements,
        results: Object.fromEntries(Object.entries(figures).map(([name, [ours, theirs]]) => [name, {
            measured: { keystroke: { ours: measurement(ours), ...theirs !== undefined && { [name]: measurement(theirs) } } },
            reasons: { keystroke: theirs === undefined ? { [name]: 'not done after 60 s' } : {} }
        }]))
    };
}

const peersNamed = (...names: string[]): Parameters<typeof standing>[1] =>
    names.map(name => ({ name, packages: { [name]: '1.0.0' }, isNative: false, completesNames: true, remark: 'a remark' }));

describe('our standing among the peers', () => {
    const size = sizeOf(100, { A: [10, 90], B: [12, 20], C: [30, 40], D: [11, 60], E: [10, undefined] });

    test('takes the fastest peer as the best, and the faster of the two in the middle as the median', () => {
        expect(standing(size, peersNamed('A', 'B', 'C', 'D'), keystroke)).toMatchObject({ best: { name: 'B', value: 20 }, middle: { name: 'C', value: 40 } });
        expect(standing(size, peersNamed('A', 'B', 'D'), keystroke)).toMatchObject({ best: { name: 'B' }, middle: { name: 'D' } });
    });

    test('ignores peers without a figure', () => {
        expect(standing(size, peersNamed('E', 'C'), keystroke)).toMatchObject({ best: { name: 'C' }, middle: { name: 'C' } });
        expect(standing(size, peersNamed('E'), keystroke)).toBeUndefined();
    });

    test('compares each peer with our figure beside it, and takes the median of all our figures otherwise', () => {
        expect(standing(size, peersNamed('A', 'B', 'C', 'D'), keystroke)).toMatchObject({ best: { ours: 12 }, middle: { ours: 30 } });
        expect(oursOf(size, keystroke)).toBe(11);
    });

    test('gives a ratio above 1 if our server is faster', () => {
        expect(standing(sizeOf(100, { A: [10, 25], B: [10, 5] }), peersNamed('A', 'B'), keystroke)!.best.ratio).toBe(0.5);
        expect(standing(sizeOf(100, { A: [10, 25] }), peersNamed('A'), keystroke)!.best.ratio).toBe(2.5);
    });
});

describe('the section about the peers', () => {
    const section = (theirs: number | undefined): string => sectionOf({ peers: peersNamed('A'), missing: { Gone: 'no such package' }, sizes: [sizeOf(1_000, { A: [10, theirs] })] });

    test('marks only figures that miss their goal', () => {
        expect(section(79)).toContain('| Keystroke → diagnostics | 1,000 | 79.0 A | 10.0 | **7.9** | ≥ 8 | 79.0 A | 10.0 | 7.9 |');
        expect(section(80)).toContain('| Keystroke → diagnostics | 1,000 | 80.0 A | 10.0 | 8.0 | ≥ 8 | 80.0 A | 10.0 | 8.0 |');
    });

    test('explains missing figures, and names peers that could not be installed', () => {
        expect(section(undefined)).toContain('| A: A 1.0.0 | – | – | a remark; at 1,000 not done after 60 s |');
        expect(section(80)).toContain('Not measured: Gone (no such package).');
    });
});

describe.each(peers)('the document for $name', peer => {
    const document = peer.document(100);
    const lines = document.text.split('\n');

    test('the document contains no marks', () => {
        expect(document.text).not.toContain(typing);
        expect(document.text).not.toContain(cursor);
    });

    test.each(['middle', 'neighbour'] as const)('a keystroke in the %s element makes the same mistake as in the last one', place => {
        const typed = TextDocument.create('', document.languageId, 0, document.text);
        TextDocument.update(typed, [{ range: { start: document[place], end: document[place] }, text: document.typed }], 1);
        const line = typed.getText().split('\n')[document[place].line]!;
        expect(withoutNumbers(line)).toBe(withoutNumbers(lines[document.faultLine]!));
        expect(withoutNumbers(line)).not.toBe(withoutNumbers(lines[document[place].line]!));
    });

    test('places the cursor after the first letter of a word', () => {
        const [line, { character }] = [lines[document.cursor.line]!, document.cursor];
        expect(line.slice(0, character)).toMatch(/\b\w$/);
        expect(line.slice(character)).toMatch(/^\w/);
    });

    test('the document grows with the number of elements', () => {
        expect(peer.document(1_000).text.split('\n').length / lines.length).toBeCloseTo(10, 0);
    });
});

function withoutNumbers(text: string): string {
    return text.replace(/s?\d+/g, '#');
}
