import { describe, expect, test } from 'vitest';
import { buildScene, layOutPage, mergeScenes, onlyWhatChanges, renderToSvg, type Scene, type SiteMark } from '@sup/picture';
import { hierarchyOf } from '../support/hierarchy.js';
import { randomHierarchy } from '../support/random-hierarchy.js';
import { Random } from '../support/random.js';

const sceneOf = (text: string): Scene => buildScene(hierarchyOf(text), []);

const removed: SiteMark = { kind: 'removed', lines: ['It is removed.'] };

/** Marks the sites that only the earlier scene has, as a comparison does. */
const marksRemoved = (after: Scene) => (id: string): SiteMark | undefined => after.sites.some(site => site.id === id) ? undefined : removed;

/** The sites as an indented list, followed by their marks. */
const outline = ({ sites }: Scene): readonly string[] => sites.map(({ code, level, mark }) => `${'  '.repeat(level - 1)}${code}${mark ? ` ${mark.kind}` : ''}`);

const plan = (...sites: readonly string[]): string => sites.map(site => `${site} {}`).join('\n');
const before = plan('central site CEN', 'primary site AAA reports to CEN', 'primary site BBB reports to CEN', 'primary site CCC reports to CEN', 'secondary site B01 reports to BBB', 'secondary site B02 reports to BBB');

describe('a merged scene', () => {
    test('keeps a removed site in its position below its parent', () => {
        const after = sceneOf(plan('central site CEN', 'primary site AAA reports to CEN', 'primary site CCC reports to CEN'));
        expect(outline(mergeScenes(sceneOf(before), after, marksRemoved(after)))).toEqual(['CEN', '  AAA', '  BBB removed', '    B01 removed', '    B02 removed', '  CCC']);
    });

    test('keeps a removed site below its parent when the parent has moved', () => {
        const after = sceneOf(plan('central site CEN', 'primary site AAA reports to CEN', 'primary site BBB reports to AAA', 'primary site CCC reports to CEN', 'secondary site B02 reports to BBB'));
        expect(outline(mergeScenes(sceneOf(before), after, marksRemoved(after)))).toEqual(['CEN', '  AAA', '    BBB', '      B01 removed', '      B02', '  CCC']);
    });

    test('puts a removed site without a parent at the top', () => {
        const after = sceneOf(plan('central site NEW'));
        const both = mergeScenes(sceneOf(before), after, marksRemoved(after));
        expect(outline(both)).toEqual(['CEN removed', '  AAA removed', '  BBB removed', '    B01 removed', '    B02 removed', '  CCC removed', 'NEW']);
        expect(both.tops).toEqual(['site:CEN', 'site:NEW']);
    });

    test('marks sites of both versions and leaves out removed sites without a mark', () => {
        const after = sceneOf(plan('central site CEN', 'primary site AAA reports to CEN'));
        const both = mergeScenes(sceneOf(before), after, id => id === 'site:AAA' ? { kind: 'changed', lines: ['It is different.'] } : id === 'site:B01' ? removed : undefined);
        expect(outline(both)).toEqual(['CEN', '  AAA changed', 'B01 removed']);
        expect(both.sites.find(({ code }) => code === 'B01')).toMatchObject({ level: 1, parent: undefined });
    });

    test('merging a scene with itself does not change it', () => {
        expect(mergeScenes(sceneOf(before), sceneOf(before), () => undefined)).toEqual(sceneOf(before));
    });

    test('contains every site once, below its parent', () => {
        for (let seed = 1; seed <= 200; seed++) {
            const [was, is] = [seed, seed + 1_000].map(each => buildScene(randomHierarchy(new Random(each), 40), [])) as [Scene, Scene];
            const { sites, tops } = mergeScenes(was, is, marksRemoved(is));
            const byId = new Map(sites.map(site => [site.id, site]));
            expect(byId.size, `seed ${seed}`).toBe(new Set([...was.sites, ...is.sites].map(({ id }) => id)).size);
            expect(sites).toHaveLength(byId.size);
            expect(tops).toEqual(sites.filter(({ parent }) => parent === undefined).map(({ id }) => id));
            sites.forEach(site => expect(site.children.map(id => byId.get(id)), `seed ${seed}`).toEqual(sites.filter(({ parent }) => parent === site.id)));
            sites.forEach(({ level, parent }) => expect(level).toBe(parent === undefined ? 1 : byId.get(parent)!.level + 1));
        }
    });
});

describe('the former place of a moved site', () => {
    const moves: SiteMark = { kind: 'moved', lines: ['B01 moves from BBB to CCC.'] };
    const after = sceneOf(plan('central site CEN', 'primary site AAA reports to CEN', 'primary site BBB reports to CEN', 'primary site CCC reports to CEN', 'secondary site B01 "Bergen" reports to CCC', 'secondary site B02 reports to BBB').replace('reports to CCC {}', 'reports to CCC { clients: 40 intranet }'));
    const both: Scene = { ...mergeScenes(sceneOf(before), after, id => id === 'site:B01' ? moves : undefined), isComparison: true };

    test('shows the former place of a moved site in its old order, with a reference to the site', () => {
        expect(outline(both)).toEqual(['CEN', '  AAA', '  BBB', '    B01 former', '    B02', '  CCC', '    B01 moved']);
        expect(both.sites.find(({ mark }) => mark?.kind === 'former')).toMatchObject({ formerPlaceOf: 'site:B01', mark: { summary: 'to CCC' } });
    });

    test('counts neither the former place of a site nor its clients', () => {
        const svg = renderToSvg(both, layOutPage(both, 'down', 'page', { width: 420, height: 400 }), 'light');
        expect(svg).toContain('>6 sites, 40 clients<');
        expect(svg).toContain('B01 has moved from here to CCC');
    });

    test('counts a site that has moved away at the branch that it has left, but not above both places', () => {
        const was = plan('central site CEN', 'primary site AAA reports to CEN', 'primary site BBB reports to AAA', 'primary site CCC reports to AAA', 'secondary site B01 reports to BBB', 'secondary site C01 reports to CCC');
        const nested: Scene = { ...mergeScenes(sceneOf(was), sceneOf(was.replace('B01 reports to BBB', 'B01 reports to CCC')), id => id === 'site:B01' ? moves : undefined), isComparison: true };
        expect(renderToSvg(nested, layOutPage(nested, 'down', 'page', { width: 520, height: 400 }), 'light').match(/→\d[^<]*/g)).toEqual(['→1 moved', '→1 moved away', '→1 moved']);
    });

    test('keeps the former place of a site in a picture of the changes only', () => {
        expect(outline(onlyWhatChanges(both))).toEqual(['CEN', '  BBB', '    B01 former', '  CCC', '    B01 moved']);
    });
});

describe('site marks', () => {
    const after = sceneOf(plan('central site CEN', 'primary site AAA reports to CEN', 'primary site CCC reports to CEN'));
    const marks: Readonly<Record<string, SiteMark>> = { 'site:AAA': { kind: 'moved', lines: ['AAA moves from BBB to CEN.'] }, 'site:BBB': removed, 'site:CCC': { kind: 'kept', lines: [] } };
    const both = mergeScenes(sceneOf(before), after, id => marks[id]);
    const svg = renderToSvg(both, layOutPage(both, 'down', 'everything'), 'light');

    test('each kind of mark has its own sign, pattern and color', () => {
        const rules = ['moved', 'removed', 'kept'].map(kind => [new RegExp(`\\.site-${kind} \\.mark-frame\\{([^}]*)\\}`).exec(svg)![1], svg.includes(`class="site-mark site-${kind}"`)] as const);
        expect(rules.every(([, isDrawn]) => isDrawn)).toBe(true);
        expect(new Set(rules.map(([rule]) => rule)).size).toBe(3);
        expect(['→', '−', '?'].every(sign => svg.includes(`>${sign}</text>`))).toBe(true);
    });

    test('screen readers and tooltips describe marks', () => {
        expect(svg).toContain('moved; AAA moves from BBB to CEN.');
        expect(svg).toContain('<title>moved\nAAA moves from BBB to CEN.</title>');
    });

    test('the legend lists only the marks that occur', () => {
        const legend = svg.slice(svg.indexOf('aria-label="Legend"'));
        expect(legend).toContain('>removed</text>');
        expect(legend).not.toContain('>added</text>');
    });

    test('cuts marks with thousands of lines', () => {
        const lines = Array.from({ length: 5_000 }, (_, i) => `Line ${i}.`);
        const long = mergeScenes(sceneOf(before), after, id => id === 'site:CEN' ? { kind: 'changed', lines } : undefined);
        expect(renderToSvg(long, layOutPage(long, 'down', 'everything'), 'light')).toContain('and 4,988 more');
    });
});

describe('the picture of a comparison', () => {
    const later = sceneOf(plan('central site CEN', 'primary site AAA reports to CEN', 'secondary site AA1 "Antwerp" reports to AAA', 'secondary site AA2 "Bremen" reports to AAA', 'primary site CCC reports to CEN', 'secondary site CC1 reports to CCC'));
    const marks: Readonly<Record<string, SiteMark>> = {
        'site:AA1': { kind: 'changed', lines: ['AA1: the number of clients changes from 310 to 410.'], summary: 'clients 310 → 410' },
        'site:AA2': { kind: 'added', lines: ['AA2 is added.'], isImpossible: true }
    };
    const both: Scene = { ...mergeScenes(later, later, id => marks[id]), isComparison: true };
    const drawn = (scene: Scene): string => renderToSvg(scene, layOutPage(scene, 'down', 'page', { width: 600, height: 400 }), 'light');
    // A page in which the sites do not show all details, and one in which they do.
    const small = renderToSvg(both, layOutPage(both, 'down', 'page', { width: 420, height: 400 }), 'light');
    const svg = drawn(both);

    test('shows at each site what changes, and what is not possible', () => {
        for (const text of ['~ changed', 'clients 310 → 410', '+ added', '✕ not possible']) {
            expect(svg).toContain(`>${text}</t`);
        }
    });

    test('counts the changes of each branch at its head, and tones down sites as before', () => {
        expect(small).toMatch(/\+1 added<[^]*~1</);
        expect(small).toContain('>as before<');
        expect(svg.match(/class="as-before"/g)).toHaveLength(4);
        expect(drawn(later)).not.toContain('class="as-before"');
    });

    test('marks sites that differ from the real hierarchy, and tones down those with values that were not compared, which only the tooltip lists', () => {
        const marked: Readonly<Record<string, SiteMark>> = {
            'site:AA1': { kind: 'differs', lines: ['AA1 differs.'], summary: 'AASUP01 80 → 8530' }, 'site:AA2': { kind: 'not-compared', lines: ['not compared: the link of AA2'], summary: '1 value not compared' },
            'site:CCC': { kind: 'not-found', lines: ['CCC was not found.'] }, 'site:CC1': { kind: 'not-planned', lines: ['CC1 is not in the plan.'] }
        };
        const reality: Scene = { ...mergeScenes(later, later, id => marked[id]), isComparison: true, isReality: true };
        const picture = drawn(reality);
        for (const text of ['~ differs', 'AASUP01 80 → 8530', '? not compared', '1 value not compared', '− only in reality', '+ only in the plan']) {
            expect(picture).toContain(`>${text}</t`);
        }
        expect(picture).toContain('not compared: the link of AA2');
        expect(onlyWhatChanges(reality).sites.map(({ code }) => code)).toEqual(['CEN', 'AAA', 'AA1', 'CCC', 'CC1']);
    });

    test('leaves out sites as before, apart from those on the way to a change, and states how many', () => {
        const reduced = onlyWhatChanges(both);
        expect(reduced.sites.map(({ code }) => code)).toEqual(['CEN', 'AAA', 'AA1', 'AA2']);
        expect([...reduced.leftOut!]).toEqual([['site:CEN', 2]]);
        expect(drawn(reduced)).toContain('role="tree"');
    });
});
