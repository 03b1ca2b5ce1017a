import { describe, expect, test } from 'vitest';
import { buildLayer, buildScene, type ElementProblem, type Layer, type LayerName, layerNames, layOut, layOutPage, type OutageOverview, renderToSvg, type Scene } from '@sup/picture';
import { hierarchyOf, siteOf } from '../support/hierarchy.js';
import { all, parseXml, type XmlElement } from '../support/xml.js';

const hierarchy = hierarchyOf(`
central site CEN "Centre" { release: SP2 mode: native clients: 900
  server CENSUP01 { wsus 3.0 SP2 { ssl: required } software update point active { } } }
primary site OSL "Oslo" reports to CEN { release: SP2 clients: 24000 link: 2 Mbps 40 ms
  server OSLSUP01 { site server wsus 3.0 SP1 { ssl: no } software update point active { } } }
secondary site BER "Bergen" reports to OSL { clients: 2000 link: 512 kbps 60 ms }
secondary site TRD "Trondheim" reports to OSL { clients: 25 link: 512 kbps 60 ms
  server TRDSUP01 { wsus 3.0 SP2 { replica: yes } software update point active { } } }
primary site STO "Stockholm" reports to CEN { release: SP1 clients: 300 link: 10 Mbps 12 ms
  server STOSUP01 { wsus 3.0 SP2 { ssl: required } software update point active { } } }
`);
const problems: readonly ElementProblem[] = [
    { rule: 'a', severity: 'warning', message: 'Slow', element: siteOf(hierarchy, 'OSL') }, { rule: 'b', severity: 'error', message: 'Wrong', element: siteOf(hierarchy, 'OSL') }, { rule: 'c', severity: 'hint', message: 'Odd', element: siteOf(hierarchy, 'BER') }
];
const scene: Scene = buildScene(hierarchy, problems);
const outages: OutageOverview = {
    title: 'Most scans are lost when OSLSUP01 (Oslo) stops: 26,000 clients', detail: '', isHarmless: false, sites: [
        { site: 'site:OSL', failure: 'OSLSUP01 stops', clients: 26_000, failedHours: 400_000, staleHours: 90_000 }, { site: 'site:BER', failure: 'its link is cut', clients: 2_000, failedHours: 30_000, staleHours: 0 },
        { site: 'site:TRD', failure: 'TRDSUP01 stops', clients: 25, failedHours: 2, staleHours: 900 }
    ]
};

const layer = (name: LayerName): Layer => buildLayer(scene, name, outages)!;
const figures = (name: LayerName): Record<string, readonly [value: string, note: string, branch: string]> => Object.fromEntries([...layer(name).figures].map(([id, { value, note, branch }]) => [id.replace('site:', ''), [value, note, branch]]));

describe('the figures of layers', () => {
    test('the layer of problems shows their number with the most severe, and the sum of each branch', () => {
        expect(figures('problems')).toMatchObject({ OSL: ['2', '1 error, 1 warning', '3 problems in all'], BER: ['1', '1 hint', '1 problem in all'], STO: ['', '', 'no problems'] });
        expect(layer('problems').figures.get('site:OSL')!.sign).toBe('error');
    });

    test('the layer of SSL shows how clients scan, also those that scan at another site', () => {
        expect(figures('ssl')).toMatchObject({ CEN: ['SSL', 'CENSUP01', '2 over HTTP, 1 not stated'], OSL: ['HTTP', 'OSLSUP01', '2 over HTTP, 1 not stated'], BER: ['HTTP', 'at OSLSUP01', '1 over HTTP'], TRD: ['?', 'TRDSUP01', '1 not stated'], STO: ['SSL', 'STOSUP01', 'all over SSL'] });
    });

    test('the layer of versions marks the sites that differ from most others', () => {
        const differing = [...layer('versions').figures].filter(([, { sign }]) => sign === 'differs').map(([id]) => id);
        expect(differing).toEqual(['site:OSL', 'site:STO']);
        expect(layer('versions').caption).toBe('Most sites: SP2, WSUS 3.0 SP2');
    });

    test('the layer of capacity counts the clients at the software update point that they use', () => {
        expect(figures('capacity')).toMatchObject({ OSL: ['104%', 'OSLSUP01: 26,000 of 25,000', '1 over the limit'], BER: ['', 'counted at OSLSUP01', 'none over its limit'], CEN: ['< 1%', 'CENSUP01: 900 of 100,000', '1 over the limit'] });
        expect(layer('capacity').figures.get('site:OSL')).toMatchObject({ sign: 'full', heat: 4, share: 1 });
    });

    test('the layer of outages shows the client-hours without a scan, and tells late updates from them', () => {
        expect(figures('outages')).toMatchObject({ OSL: ['400,000 h', 'OSLSUP01 stops', '26,025 clients'], BER: ['30,000 h', 'its link is cut', '2,000 clients'], TRD: ['late', 'TRDSUP01 stops', '25 clients'], STO: ['', 'no client affected', '300 clients'] });
        expect(layer('outages').legend.map(({ text }) => text)).toEqual(['none (late: updates come later)', 'from 20,000 to 100,000', 'from 300,000']);
        expect(buildLayer(scene, 'outages')).toBeUndefined();
    });

    test('a legend has exactly the signs and steps of the figures of its layer', () => {
        for (const name of layerNames) {
            const shown = [...layer(name).figures.values()];
            const explained = new Set(layer(name).legend.map(entry => 'sign' in entry ? entry.sign : entry.heat));
            const signs = shown.flatMap(({ sign, heat }) => sign ?? (heat === undefined || heat === 0 && name !== 'outages' ? [] : heat));
            expect({ name, explained }).toEqual({ name, explained: new Set([...signs, ...name === 'capacity' ? [4, 1] : []]) });
        }
    });
});

describe('a picture with a layer', () => {
    const items = (root: XmlElement): readonly XmlElement[] => all(root).filter(({ attributes }) => attributes['role'] === 'treeitem');
    const panes = [{ width: 1_400, height: 900 }, { width: 680, height: 850 }, { width: 420, height: 500 }, { width: 300, height: 180 }];

    test.each(layerNames)('reads out the figures of %s, and has every code inside its box at every size', name => {
        for (const pane of panes) {
            const root = parseXml(renderToSvg(scene, layOut(scene, { direction: 'down', pane }), 'light', layer(name)));
            for (const item of items(root)) {
                const figure = layer(name).figures.get(item.attributes['data-part']!)!;
                expect(item.attributes['aria-label']).toContain(figure.sentence);
                expect(all(item).map(({ text }) => text)).toContain(item.attributes['data-part']!.replace('site:', ''));
            }
        }
    });

    test('shows the steps of its scale as areas', () => {
        const root = parseXml(renderToSvg(scene, layOutPage(scene, 'down', 'page'), 'dark', layer('outages')));
        const classOf = (id: string): string => all(items(root).find(({ attributes }) => attributes['data-part'] === id)!).find(({ attributes }) => attributes['class']?.startsWith('box'))!.attributes['class']!;
        expect([classOf('site:OSL'), classOf('site:BER'), classOf('site:STO')]).toEqual([expect.stringContaining('heat-4'), expect.stringContaining('heat-2'), expect.not.stringContaining('heat')]);
    });
});
