import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { buildScene, type ClientConditions, collapseToFit, layOut, Picture, SiteItem, type SiteItemProps } from '@sup/picture';
import { exampleFiles } from '../support/example-files.js';
import { hierarchyOf } from '../support/hierarchy.js';
import { all, parseXml, type XmlElement } from '../support/xml.js';

const scene = buildScene(hierarchyOf(Object.values(exampleFiles('brightwater')).join('\n')), []);
const conditions: ClientConditions = { clients: 27_825, cannotScan: 24_705, heldBack: 700, waiting: 0 };

/** The texts of the heads of branches in a pane; in a run, all of them are down. */
function headTexts(width: number, purpose: 'plan' | 'time', collapsed?: ReadonlySet<string>): readonly string[] {
    const layout = layOut(scene, { direction: 'down', pane: { width, height: 520 }, purpose, ...collapsed && { collapsed } });
    const heads = new Set(layout.boxes.filter(({ role }) => role === 'head').map(({ site }) => site));
    const Item = (props: SiteItemProps): ReturnType<typeof SiteItem> => SiteItem({ ...props, ...purpose === 'time' && { state: { own: conditions, branch: conditions, isStopped: true } } });
    const root = parseXml(`<svg>${renderToString(h(Picture, { id: 'p', scene, layout, Item }))}</svg>`);
    const items = all(root).filter(({ attributes }) => attributes['role'] === 'treeitem' && heads.has(attributes['data-part']!));
    const wholeText = (element: XmlElement): string => all(element).filter(({ name }) => name === 'tspan' || name === 'text').map(({ text }) => text.trim()).join(' ');
    expect(items).toHaveLength(6);
    return items.map(wholeText);
}

describe('heads of branches in narrow panes', () => {
    test.each([430, 510, 600, 680, 900])('have their whole code and no part of a number at %i px, also while they are down', width => {
        for (const texts of [headTexts(width, 'plan'), headTexts(width, 'time'), headTexts(width, 'plan', collapseToFit(scene, 10))]) {
            for (const code of ['ANZ', 'APA', 'EUR', 'NAM', 'SAM', 'UKI']) {
                expect(texts.filter(text => new RegExp(`\\b${code}\\b`).test(text))).toHaveLength(1);
            }
            expect(texts.filter(text => /\d…/.test(text))).toEqual([]);
        }
    });
});
