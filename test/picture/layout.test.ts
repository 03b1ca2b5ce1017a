import { describe, expect, test } from 'vitest';
import { buildScene, collapseToFit, type Detail, detailAt, type Direction, layOut, type Layout, overviewOf, type Rectangle, type Scene } from '@sup/picture';
import { hierarchyOf } from '../support/hierarchy.js';
import { largeHierarchy } from '../support/large-hierarchy.js';
import { processorTime } from '../support/processor-time.js';
import { randomHierarchy } from '../support/random-hierarchy.js';
import { Random } from '../support/random.js';

const directions: readonly Direction[] = ['down', 'right'];
const details: readonly Detail[] = ['full', 'code', 'dot'];
const allOptions = directions.flatMap(direction => details.map(detail => ({ direction, detail })));

const randomScene = (seed: number): Scene => buildScene(randomHierarchy(new Random(seed), 120), []);

function boxOf({ boxes }: Layout, code: string): Rectangle {
    return boxes.find(({ site }) => site === `site:${code}`)!;
}

/** The points of a path, with the unchanged coordinate of horizontal and vertical lines filled in. */
function pointsOf(path: string): readonly (readonly [number, number])[] {
    let [x, y] = [0, 0];
    return [...path.matchAll(/([MLHVC])([^MLHVC]*)/g)].flatMap(([, command, rest]) => {
        const numbers = rest!.trim().split(/\s+/).map(Number);
        if (command === 'H' || command === 'V') {
            [x, y] = command === 'H' ? [numbers[0]!, y] : [x, numbers[0]!];
            return [[x, y] as const];
        }
        const points = Array.from({ length: numbers.length / 2 }, (_, i) => [numbers[2 * i]!, numbers[2 * i + 1]!] as const);
        [x, y] = points.at(-1)!;
        return points;
    });
}

/** Finds pairs of overlapping rectangles with a sweep line. */
function overlaps(rectangles: readonly Rectangle[]): readonly (readonly [Rectangle, Rectangle])[] {
    const sorted = [...rectangles].sort((a, b) => a.x - b.x);
    return sorted.flatMap((a, i) => {
        const found: [Rectangle, Rectangle][] = [];
        for (let j = i + 1; j < sorted.length && sorted[j]!.x < a.x + a.width; j++) {
            const b = sorted[j]!;
            if (a.y < b.y + b.height && b.y < a.y + a.height) {
                found.push([a, b]);
            }
        }
        return found;
    });
}

describe.each(allOptions)('$direction, $detail', options => {
    test('boxes do not overlap and do not leave the page', () => {
        for (let seed = 1; seed <= 150; seed++) {
            const scene = randomScene(seed);
            const random = new Random(seed);
            const collapsed = new Set(scene.sites.filter(() => random.isOneIn(8)).map(({ id }) => id));
            const layout = layOut(scene, { ...options, collapsed });
            const { boxes, microsoftUpdate, apart, width, height } = layout;
            const all = [...boxes, ...microsoftUpdate ? [microsoftUpdate] : []];
            expect(overlaps(all), `seed ${seed}`).toEqual([]);
            for (const { x, y, width: w, height: h } of [...all, ...apart ? [apart] : []]) {
                expect(x >= 0 && y >= 0 && x + w <= width && y + h <= height, `seed ${seed}`).toBe(true);
            }
        }
    });

    test('a site is placed before its children and connected to each of them', () => {
        const scene = randomScene(7);
        const layout = layOut(scene, options);
        const end = (id: string): number => {
            const box = layout.boxes.find(({ site }) => site === id)!;
            return options.direction === 'down' ? box.y + box.height : box.x + box.width;
        };
        const below = scene.sites.filter(({ parent }) => parent !== undefined);
        expect(below.length).toBeGreaterThan(0);
        expect(below.filter(({ id, parent }) => end(parent!) >= end(id))).toEqual([]);
        expect(new Set(layout.lines.map(({ from, to }) => `${from} ${to}`))).toEqual(new Set(below.map(({ id, parent }) => `${parent} ${id}`)));
    });

    test('lines do not leave the page', () => {
        for (let seed = 1; seed <= 30; seed++) {
            const { trunks, lines, feeds, width, height } = layOut(randomScene(seed), options);
            for (const path of [...trunks, ...[...lines, ...feeds].map(line => line.path)]) {
                for (const [x, y] of pointsOf(path)) {
                    expect(x >= 0 && y >= 0 && x <= width && y <= height, `seed ${seed}: ${path}`).toBe(true);
                }
            }
        }
    });

    test('the layout of a scene is deterministic', () => {
        expect(JSON.stringify(layOut(randomScene(3), options))).toBe(JSON.stringify(layOut(randomScene(3), options)));
    });

    test('siblings keep their order', () => {
        const sites = Array.from({ length: 4 }, (_, i) => `primary site P${i}0 reports to CEN\nsecondary site P${i}1 reports to P${i}0`);
        const layout = layOut(buildScene(hierarchyOf(`central site CEN\n${sites.join('\n')}`), []), options);
        const positions = ['P00', 'P10', 'P20', 'P30'].map(code => boxOf(layout, code)[options.direction === 'down' ? 'x' : 'y']);
        expect(positions).toEqual([...positions].sort((a, b) => a - b));
    });
});

describe('layout stability', () => {
    const codes = ['A', 'B', 'C', 'D'];
    const regions = codes.map(region => [`primary site ${region}00 reports to CEN`, ...[1, 2, 3, 4].map(i => `secondary site ${region}0${i} reports to ${region}00`)].join('\n'));
    const plan = `central site CEN\n${regions.join('\n')}\n`;
    const boxesOf = (text: string, region: string): readonly Rectangle[] => {
        const layout = layOut(buildScene(hierarchyOf(text), []), { direction: 'down', detail: 'full' });
        return layout.boxes.filter(({ site }) => site.startsWith(`site:${region}`)).map(({ x, y, width, height }) => ({ x, y, width, height }));
    };

    test.each([
        ['a secondary site', 'secondary site C05 reports to C00\n'], ['a primary site', 'primary site C05 reports to C00\nsecondary site C06 reports to C05\n']
    ])('adding %s does not move the branches before its own', (_, added) => {
        expect(boxesOf(plan + added, 'C')).not.toEqual(boxesOf(plan, 'C'));
        for (const region of ['A', 'B']) {
            expect(boxesOf(plan + added, region)).toEqual(boxesOf(plan, region));
        }
    });

    test('adding a site moves the branches after it without changing their shape', () => {
        const added = 'primary site C05 reports to C00\nsecondary site C06 reports to C05\n';
        const [before, after] = [boxesOf(plan, 'D'), boxesOf(plan + added, 'D')];
        const by = after[0]!.x - before[0]!.x;
        expect(by).toBeGreaterThan(0);
        expect(after).toEqual(before.map(box => ({ ...box, x: box.x + by })));
    });
});

describe('collapsed sites', () => {
    const scene = buildScene(largeHierarchy(2_000), []);

    test('a collapsed site hides everything below it and shows the number of hidden sites', () => {
        const layout = layOut(scene, { direction: 'down', detail: 'full', collapsed: new Set(scene.tops) });
        expect(layout.boxes.map(({ hidden }) => hidden)).toEqual([{ sites: 1_999, problems: 0 }]);
        expect(layout.lines).toEqual([]);
    });

    test('a collapsed site without children hides nothing', () => {
        const leaf = scene.sites.at(-1)!;
        expect(leaf.children).toEqual([]);
        const layout = layOut(scene, { direction: 'down', detail: 'full', collapsed: new Set([leaf.id]) });
        expect(layout.boxes.filter(({ hidden }) => hidden)).toEqual([]);
        expect(layout.boxes).toHaveLength(2_000);
    });

    test.each([1, 10, 300, 2_000])('collapsing limits a picture to %i sites, and every site is shown or counted', max => {
        const layout = layOut(scene, { direction: 'right', detail: 'code', collapsed: collapseToFit(scene, max) });
        expect(layout.boxes.length).toBeLessThanOrEqual(max);
        const levels = new Set(layout.boxes.filter(({ hidden }) => hidden).map(({ site }) => scene.sites.find(({ id }) => id === site)!.level));
        expect(levels.size).toBe(max === 2_000 ? 0 : 1);
        expect(layout.boxes.reduce((sum, { hidden }) => sum + 1 + (hidden?.sites ?? 0), 0)).toBe(2_000);
    });
});

test('a static picture shows the details of as many levels as fit, or codes if only the top level would fit', () => {
    expect(overviewOf(buildScene(largeHierarchy(100), []))).toEqual({ detail: 'full', collapsed: new Set() });
    const large = buildScene(largeHierarchy(2_000), []);
    const { detail, collapsed } = overviewOf(large);
    expect([detail, layOut(large, { direction: 'down', detail, collapsed }).boxes.length]).toEqual(['full', 92]);
    const star = Array.from({ length: 480 }, (_, i) => `secondary site L${i} reports to CEN`).join('\n');
    expect(overviewOf(buildScene(hierarchyOf(`central site CEN\n${star}`), []))).toEqual({ detail: 'code', collapsed: new Set() });
});

test('arranges hundreds of child sites in columns instead of one long row', () => {
    const leaves = Array.from({ length: 480 }, (_, i) => `secondary site L${i} reports to CEN`).join('\n');
    const scene = buildScene(hierarchyOf(`central site CEN\n${leaves}`), []);
    for (const direction of directions) {
        const { width, height } = layOut(scene, { direction, detail: 'full' });
        expect(width).toBeLessThan(4_000);
        expect(height).toBeLessThan(8_000);
    }
});

test.each([
    ['a tree', largeHierarchy(10_000)],
    ['a chain', hierarchyOf(Array.from({ length: 10_000 }, (_, i) => `primary site X${i}${i === 0 ? '' : ` reports to X${i - 1}`}`).join('\n'))]
])('lays out 10,000 sites in %s in a few times the time that copying them takes', async (_, hierarchy) => {
    const scene = buildScene(hierarchy, []);
    const times = { layout: Infinity, copy: Infinity };
    for (let i = 0; i < 3; i++) {
        times.layout = Math.min(times.layout, await processorTime(() => expect(layOut(scene, { direction: 'down', detail: 'full' }).boxes).toHaveLength(10_000)));
        times.copy = Math.min(times.copy, await processorTime(() => JSON.parse(JSON.stringify(scene)) as unknown));
    }
    expect(times.layout / times.copy).toBeLessThan(10);
});

test('lays out a hierarchy without sites', () => {
    const layout = layOut(buildScene(hierarchyOf(''), []), { direction: 'down', detail: 'full' });
    expect(layout).toMatchObject({ boxes: [], lines: [], microsoftUpdate: undefined, apart: undefined });
    expect(layout.width).toBeGreaterThan(0);
});

test('shows less detail at a smaller scale', () => {
    expect([1, 0.3, 0.05].map(detailAt)).toEqual(details);
});
