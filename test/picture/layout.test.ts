import { describe, expect, test } from 'vitest';
import { buildScene, collapseToFit, type Direction, layOut, type Layout, layOutPage, type Rectangle, type Scene } from '@sup/picture';
import { exampleFiles } from '../support/example-files.js';
import { hierarchyOf } from '../support/hierarchy.js';
import { largeHierarchy } from '../support/large-hierarchy.js';
import { processorTime } from '../support/processor-time.js';
import { randomHierarchy } from '../support/random-hierarchy.js';
import { Random } from '../support/random.js';

const directions: readonly Direction[] = ['down', 'right'];
const wide = { width: 1_400, height: 784 };
const panes = [wide, { width: 680, height: 744 }, { width: 400, height: 300 }];
const allOptions = directions.flatMap(direction => panes.flatMap(pane => [1, 2, 9].map(zoom => ({ direction, pane, zoom }))));

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

describe.each(allOptions)('$direction in $pane.width × $pane.height, enlarged $zoom times', options => {
    test('boxes do not overlap and do not leave the page', () => {
        for (let seed = 1; seed <= 30; seed++) {
            const scene = randomScene(seed);
            const random = new Random(seed);
            const collapsed = new Set(scene.sites.filter(() => random.isOneIn(8)).map(({ id }) => id));
            const layout = layOut(scene, { ...options, collapsed });
            const { boxes, panels, apart, width, height } = layout;
            expect(overlaps(boxes), `seed ${seed}`).toEqual([]);
            for (const { x, y, width: w, height: h } of [...boxes, ...panels, ...apart ? [apart] : []]) {
                expect(x >= 0 && y >= 0 && x + w <= width + 0.01 && y + h <= height + 0.01, `seed ${seed}`).toBe(true);
            }
        }
    });

    test('a site is placed before its children, inside the area of its branch, and connected to each of them', () => {
        const scene = randomScene(7);
        const layout = layOut(scene, options);
        const boxes = new Map(layout.boxes.map(box => [box.site, box]));
        const below = scene.sites.filter(({ parent }) => parent !== undefined);
        expect(below.length).toBeGreaterThan(0);
        expect(below.filter(({ id, parent }) => boxes.get(parent!)!.x > boxes.get(id)!.x + 0.01 || boxes.get(parent!)!.y > boxes.get(id)!.y + 0.01)).toEqual([]);
        for (const panel of layout.panels) {
            const inside = scene.sites.filter(({ parent }) => parent === panel.site).map(({ id }) => boxes.get(id)!);
            expect(inside.filter(({ x, y, width, height }) => x < panel.x || y < panel.y || x + width > panel.x + panel.width + 0.01 || y + height > panel.y + panel.height + 0.01)).toEqual([]);
        }
        expect(new Set(layout.lines.map(({ from, to }) => `${from} ${to}`))).toEqual(new Set(below.map(({ id, parent }) => `${parent} ${id}`)));
    });

    test('lines do not leave the page', () => {
        for (let seed = 1; seed <= 30; seed++) {
            const { trunks, lines, feeds, width, height } = layOut(randomScene(seed), options);
            for (const path of [...trunks, ...[...lines, ...feeds].map(line => line.path)]) {
                for (const [x, y] of pointsOf(path)) {
                    expect(x >= 0 && y >= 0 && x <= width + 0.5 && y <= height + 0.5, `seed ${seed}: ${path}`).toBe(true);
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
        const positions = ['P00', 'P10', 'P20', 'P30'].map(code => boxOf(layout, code));
        expect(positions).toEqual([...positions].sort((a, b) => a.y - b.y || a.x - b.x));
    });
});

test.each(directions)('a hierarchy of a single site has a box with room for it, %s', direction => {
    const scene = buildScene(hierarchyOf('central site CEN'), []);
    expect(boxOf(layOut(scene, { direction, pane: wide }), 'CEN').width).toBeGreaterThan(200);
});

describe('layout stability', () => {
    const plan = ['A', 'B', 'C', 'D'].map(region => [`primary site ${region}00 reports to CEN`, ...[1, 2, 3, 4].map(i => `secondary site ${region}0${i} reports to ${region}00`)].join('\n')).join('\n');
    const orderIn = (text: string): readonly string[] => layOut(buildScene(hierarchyOf(`central site CEN\n${text}`), []), { direction: 'down', pane: wide }).boxes.map(({ site }) => site);

    test.each([
        ['a secondary site', '\nsecondary site C05 reports to C00'], ['a branch', '\nprimary site C05 reports to C00\nsecondary site C06 reports to C05']
    ])('adding %s keeps the order of all others', (_, added) => {
        expect(orderIn(plan + added).filter(site => !/C0[56]/.test(site))).toEqual(orderIn(plan));
    });
});

describe('collapsed sites', () => {
    const scene = buildScene(largeHierarchy(2_000), []);

    test('a collapsed site hides everything below it and shows the number of hidden sites', () => {
        const layout = layOut(scene, { direction: 'down', pane: wide, collapsed: new Set(scene.tops) });
        expect(layout.boxes.map(({ hidden }) => hidden)).toEqual([{ sites: 1_999, problems: 0 }]);
        expect(layout.lines).toEqual([]);
    });

    test('a collapsed site without children hides nothing', () => {
        const leaf = scene.sites.at(-1)!;
        expect(leaf.children).toEqual([]);
        const layout = layOut(scene, { direction: 'down', pane: wide, collapsed: new Set([leaf.id]) });
        expect(layout.boxes.filter(({ hidden }) => hidden)).toEqual([]);
        expect(layout.boxes).toHaveLength(2_000);
    });

    test.each([1, 10, 300])('collapsing limits a picture to %i sites, and every site is shown or counted', max => {
        const layout = layOut(scene, { direction: 'right', pane: wide, collapsed: collapseToFit(scene, max) });
        expect(layout.boxes.length).toBeLessThanOrEqual(max);
        const levels = new Set(layout.boxes.filter(({ hidden }) => hidden).map(({ site }) => scene.sites.find(({ id }) => id === site)!.level));
        expect(levels.size).toBe(1);
        expect(layout.boxes.reduce((sum, { hidden }) => sum + 1 + (hidden?.sites ?? 0), 0)).toBe(2_000);
    });
});

test('collapses branches below the fourth level at first', () => {
    const scene = buildScene(hierarchyOf(Array.from({ length: 9 }, (_, i) => `primary site X0${i}${i === 0 ? '' : ` reports to X0${i - 1}`}`).join('\n')), []);
    expect([...collapseToFit(scene, 400)]).toEqual(['site:X03']);
});

test('a picture in a file shows everything about each site, or what fits on a page', () => {
    const scene = buildScene(largeHierarchy(100), []);
    expect(layOutPage(scene, 'down', 'everything').level).toBe('full');
    const page = layOutPage(scene, 'down', 'page');
    expect([page.width <= 1_600, page.height <= 1_000, page.boxes.every(({ level }) => level !== 'mark')]).toEqual([true, true, true]);
});

/** A central site with branches of the given numbers of secondary sites. */
function branches(...counts: readonly number[]): Scene {
    const code = (branch: number, i: number): string => `${branch.toString(36)}${i.toString(36).padStart(2, '0')}`.toUpperCase();
    const lines = counts.map((count, branch) => [`primary site P${branch.toString(36).padStart(2, '0').toUpperCase()} reports to CEN`, ...Array.from({ length: count }, (_, i) => `secondary site ${code(branch, i)} reports to P${branch.toString(36).padStart(2, '0').toUpperCase()}`)].join('\n'));
    return buildScene(hierarchyOf(`central site CEN\n${lines.join('\n')}`), []);
}

const brightwater = buildScene(hierarchyOf(Object.values(exampleFiles('brightwater')).join('\n')), []);

describe('the level of detail', () => {
    test.each([
        [[60], { width: 1_400, height: 784 }, 'plan', 'card'], [[60], { width: 680, height: 744 }, 'plan', 'tile'],
        [[100, 100, 100], { width: 1_400, height: 784 }, 'plan', 'line'], [[1, 2], { width: 1_400, height: 784 }, 'plan', 'full']
    ] as const)('branches of %j sites in %o for %s are drawn as %s', (counts, pane, purpose, level) => {
        const layout = layOut(branches(...counts), { direction: 'down', pane, purpose });
        expect([layout.level, layout.width <= pane.width + 0.01, layout.height <= pane.height]).toEqual([level, true, true]);
    });

    test.each([
        [{ width: 1_400, height: 784 }, 'plan', 'card'], [{ width: 1_400, height: 476 }, 'time', 'row'], [{ width: 680, height: 744 }, 'plan', 'tile'], [{ width: 680, height: 424 }, 'time', 'line']
    ] as const)('the 44 sites of Brightwater in %o for %s are drawn as %s', (pane, purpose, level) => {
        const layout = layOut(brightwater, { direction: 'down', pane, purpose });
        expect([layout.level, layout.width <= pane.width + 0.01, layout.height <= pane.height]).toEqual([level, true, true]);
    });

    test('a comparison beside its list keeps the branches next to each other, as in the picture of the plan', () => {
        const layout = layOut({ ...brightwater, isComparison: true }, { direction: 'down', pane: { width: 1_056, height: 742 } });
        expect([layout.level, new Set(layout.panels.map(({ y }) => y)).size]).toEqual(['tile', 1]);
    });

    test('uses the width of the pane', () => {
        for (const pane of [{ width: 1_400, height: 784 }, { width: 680, height: 744 }, { width: 1_280, height: 604 }]) {
            expect(layOut(brightwater, { direction: 'down', pane }).width).toBeGreaterThan(0.9 * pane.width);
        }
    });

    test.each([3, 10, 44, 64, 100, 300, 600, 1_000, 3_000, 10_000])('shows the code of every site of %i, and a collapsed picture fits the width of the pane', sites => {
        const scene = buildScene(largeHierarchy(sites), []);
        for (const pane of [{ width: 1_400, height: 784 }, { width: 680, height: 744 }, { width: 1_280, height: 604 }]) {
            for (const collapsed of [new Set<string>(), collapseToFit(scene, 400)]) {
                const { boxes, width } = layOut(scene, { direction: 'down', pane, collapsed });
                // All levels of many sites need more than a pane. These pictures scroll.
                const fits = sites <= 100 || collapsed.size > 0;
                expect(width).toBeLessThanOrEqual(fits ? pane.width + 0.01 : Infinity);
                // From 46 × 18 px on, a box has room for a code with capitals of 8 px.
                expect(boxes.filter(box => box.level === 'mark' || box.width < 46 || box.height < 18).map(({ site }) => site)).toEqual([]);
            }
        }
    });

    test('scrolls rather than leaving out the codes of sites', () => {
        const pane = { width: 680, height: 424 };
        const layout = layOut(branches(...Array.from({ length: 25 }, () => 24)), { direction: 'down', pane });
        expect(layout.height).toBeGreaterThan(pane.height);
        expect([layout.level, layout.width <= pane.width + 0.01]).toEqual([expect.stringMatching(/code|line/), true]);
    });

    test('shows more when the picture is enlarged, up to everything', () => {
        const levels = [1, 1.2, 2, 3].map(zoom => layOut(brightwater, { direction: 'down', pane: { width: 680, height: 744 }, zoom }));
        expect(levels.map(({ level }) => level)).toEqual(['tile', 'tile', 'card', 'full']);
        expect(levels.map(({ growth }) => growth)[3]).toBeLessThan(3);
    });
});

test.each([
    ['a tree', largeHierarchy(10_000)],
    ['a chain', hierarchyOf(Array.from({ length: 10_000 }, (_, i) => `primary site X${i}${i === 0 ? '' : ` reports to X${i - 1}`}`).join('\n'))]
])('lays out 10,000 sites in %s in a few times the time that copying them takes', async (_, hierarchy) => {
    const scene = buildScene(hierarchy, []);
    const times = { layout: Infinity, copy: Infinity };
    for (let i = 0; i < 3; i++) {
        times.layout = Math.min(times.layout, await processorTime(() => expect(layOut({ ...scene }, { direction: 'down', pane: wide }).boxes).toHaveLength(10_000)));
        times.copy = Math.min(times.copy, await processorTime(() => JSON.parse(JSON.stringify(scene)) as unknown));
    }
    expect(times.layout / times.copy).toBeLessThan(10);
});

test('lays out a hierarchy without sites', () => {
    const layout = layOut(buildScene(hierarchyOf(''), []), { direction: 'down', pane: wide });
    expect(layout).toMatchObject({ boxes: [], lines: [], apart: undefined });
    expect(layout.width).toBeGreaterThan(0);
});

test('arranges the branches of a deep hierarchy below each other where they do not fit next to each other', () => {
    const scene = buildScene(largeHierarchy(1_000), []);
    const layout = layOut(scene, { direction: 'down', pane: { width: 680, height: 740 }, collapsed: collapseToFit(scene, 400) });
    expect(layout.width).toBeLessThanOrEqual(680);
    expect(layout.level).not.toBe('mark');
});
