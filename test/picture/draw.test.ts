import { describe, expect, test } from 'vitest';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { buildScene, type ElementProblem, layOut, layOutPage, Picture, type PictureProps, PictureSheet, hostColors, renderToSvg, stylesheet } from '@sup/picture';
import type { Hierarchy, Site } from '@sup/model';
import { assembleHierarchy } from '@sup/model';
import { hierarchyOf, siteOf } from '../support/hierarchy.js';
import { payloads } from '../support/payloads.js';
import { all, parseXml, type XmlElement } from '../support/xml.js';

const plan = `
hierarchy Fjordline
central site OSL "Oslo" {
  mode: native
  clients: 900 intranet, 40 internet
  server OSLSUP01 {
    site server
    wsus 3.0 SP2 { }
    software update point active { accepts: intranet, internet }
  }
}
primary site TRD "Trondheim" reports to OSL { server TRDSUP01 { wsus 3.0 SP2 { } software update point active } }
secondary site BER "Bergen" reports to OSL {
  clients: 240 intranet
  link: 2 Mbps, 35 ms, open 19:00 to 06:00
  server BERSUP01 { wsus 3.0 SP2 { replica: yes } software update point active }
}
secondary site ALE "Alesund" reports to OSL { clients: 12 intranet }
primary site LST "Lost" reports to XYZ { }
`;

const pane = { width: 1_400, height: 900 };

function drawn(hierarchy: Hierarchy, { problems = [] as readonly ElementProblem[], theme = 'light' as 'light' | 'dark', direction = 'down' as 'down' | 'right' } = {}): string {
    const scene = buildScene(hierarchy, problems);
    return renderToSvg(scene, layOutPage(scene, direction, 'everything'), theme);
}

const named = (root: XmlElement, name: string): readonly XmlElement[] => all(root).filter(element => element.name === name);
const items = (root: XmlElement): readonly XmlElement[] => all(root).filter(({ attributes }) => attributes['role'] === 'treeitem');
const textIn = (element: XmlElement): string => named(element, 'text').map(({ text }) => text).join('\n');

describe('a picture', () => {
    const hierarchy = hierarchyOf(plan);
    const root = parseXml(drawn(hierarchy));

    test('shows the details of each site', () => {
        const [oslo, , , bergen] = items(root);
        expect(textIn(oslo!)).toMatch(/OSL[^]*Oslo[^]*native mode[^]*900 clients[^]*from Microsoft Update[^]*OSLSUP01[^]*WSUS 3\.0 SP2[^]*Internet: 40 clients[^]*scan at OSLSUP01/);
        expect(textIn(bergen!)).toMatch(/BER[^]*240 clients[^]*2 Mbps, 35 ms[^]*open 19:00 to 06:00[^]*replica of OSLSUP01[^]*BERSUP01/);
    });

    test('exposes the sites as a tree to screen readers', () => {
        expect(all(root).find(({ attributes }) => attributes['role'] === 'tree')?.attributes['aria-label']).toBe('Fjordline, 5 sites');
        const trondheim = items(root)[1]!.attributes;
        expect(trondheim).toMatchObject({ 'aria-level': '2', 'aria-posinset': '1', 'aria-setsize': '3', 'data-part': 'site:TRD' });
        expect(items(root).map(({ attributes }) => attributes['aria-label'])).toContain('Bergen, BER, secondary site below OSL, 240 clients, replica of OSLSUP01');
        expect(items(root).map(({ attributes }) => attributes['aria-expanded'])).toEqual(['true', undefined, undefined, undefined, undefined]);
    });

    test('distinguishes kinds of sites by shape and letter, and lines by pattern and arrow', () => {
        const shapes = items(root).map(item => {
            const mark = named(item, 'path').find(({ attributes }) => attributes['class']?.startsWith('kind-'))!;
            return mark.attributes['d'];
        });
        expect(new Set([shapes[0], shapes[1], shapes[2]]).size).toBe(3);
        const lines = named(root, 'path').filter(({ attributes }) => attributes['class']?.startsWith('line-'));
        const markerOf = (kind: string): string | undefined => lines.find(({ attributes }) => attributes['class'] === `line-${kind}`)?.attributes['marker-end'];
        expect([markerOf('updates'), markerOf('scans')]).toEqual(['url(#picture-arrow)', undefined]);
        expect(stylesheet('light')).toMatch(/\.line-scans\{[^}]*stroke-dasharray/);
    });

    test('outlines sites without a software update point of their own with dashes', () => {
        const boxes = items(root).map(item => named(item, 'rect').find(({ attributes }) => attributes['class']?.startsWith('box '))!.attributes['class']);
        expect(boxes).toEqual(['box box-own', 'box box-own', 'box box-none', 'box box-own', 'box box-none']);
    });

    test('explains only the signs that it contains in its legend', () => {
        const legend = textIn(all(root).find(({ attributes }) => attributes['aria-label'] === 'Legend')!);
        expect(legend).toContain('updates flow');
        expect(legend).toContain('active software update point');
        expect(legend).not.toContain('export and import');
        expect(legend).not.toContain('error');
    });

    test('frames sites that are not part of the tree', () => {
        expect(textIn(root)).toContain('Not part of the tree');
        expect(textIn(items(root).at(-1)!)).toContain('parent XYZ does not exist');
        expect(drawn(hierarchyOf('central site CEN'))).not.toContain('Not part of the tree');
    });

    test('counts the problems of a site by severity and lists them in a tooltip', () => {
        const element = siteOf(hierarchy, 'TRD');
        const problem = (rule: string, severity: ElementProblem['severity']): ElementProblem => ({ rule, severity, message: `About ${rule}.`, element });
        const item = items(parseXml(drawn(hierarchy, { problems: [problem('rule-a', 'warning'), problem('rule-b', 'error'), problem('rule-c', 'warning')] })))[1]!;
        expect(textIn(item)).toMatch(/×\n1\n!\n2/);
        expect(named(item, 'title').map(({ text }) => text)).toContain('error: About rule-b. (rule-b)\nwarning: About rule-a. (rule-a)\nwarning: About rule-c. (rule-c)');
    });

    test('shows the number of sites that a collapsed site hides', () => {
        const scene = buildScene(hierarchy, []);
        const svg = renderToSvg(scene, layOut(scene, { direction: 'right', pane, collapsed: new Set(['site:OSL']) }), 'light');
        expect(textIn(items(parseXml(svg))[0]!)).toContain('+ 3 sites');
        expect(items(parseXml(svg))[0]!.attributes['aria-expanded']).toBe('false');
    });

    test.each(['light', 'dark'] as const)('contains its own colors in the %s theme', theme => {
        const svg = drawn(hierarchy, { theme });
        expect(svg).not.toContain('var(');
        expect(svg).not.toBe(drawn(hierarchy, { theme: theme === 'light' ? 'dark' : 'light' }));
    });

    test('draws the same plan in the same way', () => {
        expect(drawn(hierarchyOf(plan), { direction: 'right' })).toBe(drawn(hierarchyOf(plan), { direction: 'right' }));
    });
});

test('pictures of one page do not share ids', () => {
    const scene = buildScene(hierarchyOf(plan), []);
    const layout = layOut(scene, { direction: 'down', pane });
    const ids = ['one', 'two'].flatMap(id => all(parseXml(renderToString(h(PictureSheet, { scene, layout, id })))).flatMap(({ attributes }) => attributes['id'] ?? []));
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
});

describe('a picture in a page', () => {
    const scene = buildScene(hierarchyOf(plan), []);
    const layout = layOut(scene, { direction: 'down', pane });
    const inPage = (props: Partial<PictureProps>): XmlElement => parseXml(`<svg>${renderToString(h(Picture, { id: 'page', scene, layout, ...props }))}</svg>`);

    test('moves the focus to one site with the Tab key', () => {
        const stops = items(inPage({ current: 'site:BER' })).map(({ attributes }) => [attributes['data-part'], attributes['tabindex']]);
        expect(stops.filter(([, stop]) => stop === '0')).toEqual([['site:BER', '0']]);
        expect(stops.filter(([, stop]) => stop === '-1')).toHaveLength(4);
        expect(items(inPage({})).filter(({ attributes }) => 'tabindex' in attributes)).toEqual([]);
    });

    test('describes a branch with the sum of its clients and sites', () => {
        expect(items(inPage({}))[0]!.attributes['aria-label']).toContain('1,192 clients in 4 sites of its branch');
    });

    test('takes its colors from variables that are defined for every kind of theme', () => {
        const used = new Set(stylesheet('host').match(/(?<=var\(--sup-)[\w-]+/g));
        const defined = new Set(hostColors().match(/(?<=[{;]--sup-)[\w-]+(?=:)/g));
        expect([...used].filter(name => !defined.has(name))).toEqual([]);
        expect(stylesheet('host').match(/(?<=fill:|stroke:|background:)[^;}]+/g)!.filter(value => !/^(none|transparent|var\(--sup-[\w-]+\))$/.test(value))).toEqual([]);
    });
});

describe('hostile texts', () => {
    const structure = (root: XmlElement): readonly string[] => all(root).map(({ name, attributes }) => `${name} ${Object.keys(attributes).join(' ')}`).sort();

    /** A picture of a plan in which every text is the given one, even if the parser would reject it. */
    function hostile(text: string): string {
        const hierarchy = hierarchyOf(plan);
        const sites = hierarchy.sites.map(site => {
            const changed = { ...site, title: text, parentCodes: site.parentCodes, servers: site.servers.map(server => ({ ...server, name: text })) } as Site & { servers: Site['servers'] };
            return site.code === 'TRD' ? { ...changed, code: text } : changed;
        });
        const changed = assembleHierarchy(text, sites);
        return drawn(changed, { problems: [{ rule: text, severity: 'error', message: text, element: changed.sites[0] }] });
    }

    test.each(payloads)('a picture shows %j as plain text', payload => {
        const root = parseXml(hostile(payload));
        // A short harmless text must result in the same elements.
        const plain = parseXml(hostile('name'));
        expect(structure(root)).toEqual(structure(plain));
        expect(all(root).flatMap(({ attributes }) => Object.entries(attributes)).filter(([name, value]) => /^on|href|style|src/i.test(name) || /javascript:/i.test(value) && name !== 'aria-label' && name !== 'data-part')).toEqual([]);
        expect(named(root, 'style')[0]!.text).toBe(named(plain, 'style')[0]!.text);
    });

    test('hostile texts are shown as they are written', () => {
        expect(textIn(parseXml(hostile('<b>&"\'')))).toContain('<b>&"\'');
        expect(textIn(parseXml(hostile('a\u001bb')))).toContain('a\\x1bb');
    });

    test('truncates texts of megabytes', () => {
        expect(hostile('x'.repeat(2_000_000)).length).toBeLessThan(60_000);
    });
});

test('a picture does not refer to outside resources', () => {
    const svg = drawn(hierarchyOf(plan));
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/https?:|data:|@import|<script|<image|<use/);
});
