import type { Locator } from 'playwright-core';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { buildScene } from '@sup/picture';
import { exampleFiles } from '../support/example-files.js';
import { hierarchyOf } from '../support/hierarchy.js';
import { largeHierarchy } from '../support/large-hierarchy.js';
import { closeBrowser, type PageOptions, PreviewPage } from '../support/preview-page.js';
import { contentOf, contentWith, expectQuiet, harbour } from './plans.js';

let preview: PreviewPage;

afterEach(async () => {
    await expectQuiet(preview);
    await preview.close();
});
afterAll(closeBrowser);

async function open(text = harbour, options: PageOptions = {}): Promise<void> {
    preview = await PreviewPage.open({ isMotionReduced: true, ...options });
    await preview.show(contentOf(text));
    await site('CEN').waitFor();
}

const site = (code: string): Locator => preview.page.locator(`[role=treeitem][data-part="site:${code}"]`);
const button = (name: string): Locator => preview.page.getByRole('button', { name, exact: true });

/** The screen position of a site's code, and the width of its box, rounded to hundredths of a pixel. A selection frame does not affect them. */
async function positionOf(code: string): Promise<{ x: number; y: number; width: number }> {
    const { x, y } = (await site(code).locator('.code').boundingBox())!;
    const width = await site(code).locator('.box').evaluate(box => (box as SVGGraphicsElement).getBBox().width);
    const rounded = (value: number): number => Math.round(value * 100) / 100;
    return { x: rounded(x), y: rounded(y), width: rounded(width) };
}

describe('position and zoom', () => {
    test.each([
        ['a name is changed', harbour.replace('Bergen', 'Bergen in Norway')],
        ['a sibling is added', harbour.replace('secondary site BER', 'secondary site AAL "Ålesund" reports to OSL { clients: 5 }\nsecondary site BER')],
        ['a branch before it is added', harbour.replace('primary site OSL', 'primary site HEL "Helsinki" reports to CEN { clients: 5 }\nprimary site OSL')],
        ['a branch is removed', harbour.slice(0, harbour.indexOf('primary site STO'))]
    ])('keeps the selected site at the same pixel when %s', async (_, changed) => {
        await open();
        await button('Zoom In').click();
        await site('OSL').locator('.code').click();
        const before = await positionOf('OSL');
        await preview.show(contentOf(changed));
        expect(await positionOf('OSL')).toEqual(before);
    });

    test('pans with the wheel, and zooms around the pointer with Ctrl and the wheel', async () => {
        await open();
        const start = await positionOf('OSL');
        const x = Math.round(start.x) + 10;
        await preview.page.mouse.move(x, Math.round(start.y) + 5);
        await preview.page.mouse.wheel(0, 50);
        await expect.poll(async () => (await positionOf('OSL')).y).toBeCloseTo(start.y - 50, 0);
        await preview.page.mouse.wheel(0, -50);
        const across = async (): Promise<number> => {
            const box = (await site('OSL').locator('.box').boundingBox())!;
            return (x - box.x) / box.width;
        };
        const before = await across();
        await preview.page.keyboard.down('Control');
        await preview.page.mouse.wheel(0, -100);
        await preview.page.keyboard.up('Control');
        await expect.poll(async () => (await preview.page.locator('.picture > g').first().getAttribute('transform'))?.startsWith('matrix(1 ')).toBe(false);
        expect(await across()).toBeCloseTo(before, 2);
    });

    test('pans with a drag, which does not select anything', async () => {
        await open();
        const start = await positionOf('OSL');
        const [x, y] = [Math.round(start.x) + 10, Math.round(start.y) + 5];
        await preview.page.mouse.move(x, y);
        await preview.page.mouse.down();
        await preview.page.mouse.move(x + 70, y + 30, { steps: 4 });
        await preview.page.mouse.up();
        const after = await positionOf('OSL');
        expect([after.x - start.x, after.y - start.y].map(Math.round)).toEqual([70, 30]);
        expect(preview.sent('open')).toEqual([]);
    });

    test('restores position and zoom after a reload of the page', async () => {
        await open();
        await button('Zoom In').click();
        await button('Zoom In').click();
        await site('STO').locator('.code').click();
        const [before, { remembered }] = [await positionOf('STO'), preview];
        await preview.close();
        preview = await PreviewPage.open({ isMotionReduced: true, remembered });
        await preview.show(contentOf(harbour));
        expect(await positionOf('STO')).toEqual(before);
        expect(await site('STO').getAttribute('aria-selected')).toBe('true');
    });
});

describe('the 44 sites of Brightwater', () => {
    const scene = buildScene(hierarchyOf(Object.values(exampleFiles('brightwater')).join('\n')), []);

    test.each([[1_400, 900], [680, 850], [1_280, 720], [510, 800]])('every code has capitals of 8 px or more at %i × %i without zooming', async (width, height) => {
        preview = await PreviewPage.open({ isMotionReduced: true, width, height });
        await preview.show(contentWith(scene));
        await site('BW0').waitFor();
        await preview.frame();
        const { codes, small, outside } = await preview.page.evaluate(() => {
            const canvas = new OffscreenCanvas(1, 1).getContext('2d')!;
            /** The height of capitals on the screen. */
            const capitals = (code: Element): number => {
                const { fontWeight, fontSize, fontFamily } = getComputedStyle(code);
                canvas.font = `${fontWeight} ${fontSize} ${fontFamily}`;
                return canvas.measureText('H').actualBoundingBoxAscent * (code as SVGGraphicsElement).getScreenCTM()!.d;
            };
            const items = Array.from(document.querySelectorAll('[role=treeitem]'));
            const pane = document.querySelector('.picture-pane')!.getBoundingClientRect();
            const isInside = (inner: DOMRect, outer: DOMRect): boolean => inner.left >= outer.left - 0.5 && inner.right <= outer.right + 0.5 && inner.top >= outer.top - 0.5 && inner.bottom <= outer.bottom + 0.5;
            const texts = items.flatMap(item => Array.from(item.querySelectorAll('text:not(.letter, .mark-text)')).map(text => ({ text, box: item.querySelector('.box')!.getBoundingClientRect() })));
            return {
                codes: items.filter(item => {
                    const code = item.querySelector('.code')!;
                    return capitals(code) >= 8 && isInside(code.getBoundingClientRect(), pane) && code.textContent === item.getAttribute('data-part')!.slice(5);
                }).length,
                small: texts.filter(({ text }) => [text, ...Array.from(text.querySelectorAll('tspan'))].some(each => each.textContent !== '' && parseFloat(getComputedStyle(each).fontSize) < 11)).map(({ text }) => text.textContent),
                outside: texts.filter(({ text, box }) => !isInside(text.getBoundingClientRect(), box)).map(({ text }) => text.textContent)
            };
        });
        expect({ codes, small, outside }).toEqual({ codes: 44, small: [], outside: [] });
    });
});

test('the details cover no site in a narrow page, and a double press is about one site', async () => {
    preview = await PreviewPage.open({ isMotionReduced: true, width: 510, height: 800 });
    await preview.show(contentWith(buildScene(hierarchyOf(Object.values(exampleFiles('brightwater')).join('\n')), [])));
    // The first press opens the details below the pointer before the second one.
    const box = (await site('TAL').boundingBox())!;
    await preview.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await preview.page.mouse.down({ clickCount: 1 });
    await preview.page.mouse.up({ clickCount: 1 });
    await preview.page.getByRole('heading', { name: /^TAL/ }).waitFor();
    await preview.page.mouse.down({ clickCount: 2 });
    await preview.page.mouse.up({ clickCount: 2 });
    await expect.poll(() => preview.sent('open').map(({ part, takesFocus }) => [part, takesFocus])).toEqual([['site:TAL', false], ['site:TAL', true]]);
    const covered = (): Promise<number> => preview.page.evaluate(() => {
        const details = document.querySelector('.details')!.getBoundingClientRect();
        return Array.from(document.querySelectorAll('[role=treeitem]')).filter(item => item.getBoundingClientRect().bottom > details.top + 1).length;
    });
    await expect.poll(covered).toBe(0);
});

describe('the connection with the editor', () => {
    test('shows the text of a clicked site, server or problem, and focuses it on a double click', async () => {
        await open();
        await button('Zoom In').click();
        await site('OSL').locator('.code').click();
        await site('OSL').locator('[data-part="server:OSLSUP01"]').click();
        await site('OSL').locator('[data-problems]').first().click();
        await site('STO').locator('.code').dblclick();
        expect(preview.sent('open')).toMatchObject([
            { part: 'site:OSL', takesFocus: false }, { part: 'server:OSLSUP01', takesFocus: false }, { part: 'site:OSL', problem: 0 },
            { part: 'site:STO', takesFocus: false }, { part: 'site:STO', takesFocus: true }
        ]);
    });

    test('selects the part at the text cursor and moves the picture no further than needed', async () => {
        await open();
        const before = await positionOf('CEN');
        await preview.send({ kind: 'select', part: 'server:BERSUP01' });
        await expect.poll(() => site('BER').getAttribute('aria-selected')).toBe('true');
        expect(await positionOf('CEN')).toEqual(before);
        await site('CEN').locator('.code').click();
        await preview.page.keyboard.press('ArrowLeft');
        await expect.poll(() => site('BER').count()).toBe(0);
        await preview.send({ kind: 'select', part: 'site:BER' });
        await site('BER').waitFor();
    });

    test('shows and fixes a problem', async () => {
        await open();
        await site('OSL').locator('.code').click();
        const problem = preview.page.getByRole('listitem').filter({ hasText: 'Too slow' });
        await problem.getByRole('button', { name: 'Fix…' }).click();
        await problem.getByRole('button', { name: 'Show' }).click();
        const [fix] = preview.sent('fix');
        expect(fix).toMatchObject({ part: 'site:OSL' });
        expect(contentOf(harbour).scene.sites[1]!.problems[fix!.problem]).toMatchObject({ message: 'Too slow' });
        expect(preview.sent('open').at(-1)).toEqual({ kind: 'open', part: 'site:OSL', problem: fix!.problem, takesFocus: true });
    });

    test('keeps the last content and explains why the current one is unavailable', async () => {
        await open();
        await preview.send({ kind: 'nothing', reason: 'The file is gone.' });
        await preview.page.getByRole('alert').filter({ hasText: 'The file is gone.' }).waitFor();
        expect(await site('OSL').count()).toBe(1);
    });

    test('rasterizes a picture and reports one that cannot be drawn', async () => {
        await open();
        await preview.send({ kind: 'rasterize', id: 7, scale: 2, svg: '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><rect width="30" height="20"/></svg>' });
        await preview.send({ kind: 'rasterize', id: 8, scale: 2, svg: '<svg' });
        await expect.poll(() => preview.sent('rasterized').map(({ id }) => id).sort()).toEqual([7, 8]);
        const png = Buffer.from(preview.sent('rasterized').find(({ id }) => id === 7)!.png!);
        expect([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(['PNG', 60, 40]);
        expect(preview.sent('rasterized').find(({ id }) => id === 8)!.png).toBeUndefined();
    });
});

describe('motion', () => {
    /** Counts the animations that start, since a short one can end before a poll. */
    const countStarts = (): Promise<void> => preview.page.evaluate(() => {
        const { animate } = Element.prototype;
        Element.prototype.animate = function (...options) {
            document.documentElement.dataset['animations'] = String(Number(document.documentElement.dataset['animations'] ?? 0) + 1);
            return animate.apply(this, options);
        };
    });
    const started = (): Promise<number> => preview.page.evaluate(() => Number(document.documentElement.dataset['animations'] ?? 0));
    const changed = harbour.replace('secondary site BER', 'secondary site AAL reports to OSL { clients: 5 }\nsecondary site BER');

    test('animates boxes to their new positions', async () => {
        await open(harbour, { isMotionReduced: false });
        await countStarts();
        await preview.send({ kind: 'show', file: 'harbour.sup', content: contentOf(changed) });
        await expect.poll(started).toBeGreaterThan(0);
    });

    test('does not animate when motion is reduced', async () => {
        await open();
        await countStarts();
        await preview.show(contentOf(changed));
        expect(await started()).toBe(0);
    });
});

describe('a hierarchy of 3,000 sites', () => {
    const scene = buildScene(largeHierarchy(3_000), []);

    async function openLarge(): Promise<void> {
        preview = await PreviewPage.open({ isMotionReduced: true });
        await preview.show(contentWith(scene));
        await preview.page.getByRole('treeitem').first().waitFor();
    }
    const nodes = (): Promise<number> => preview.page.evaluate(() => document.querySelectorAll('*').length);

    test('keeps only the visible sites in the page and finds every site', async () => {
        await openLarge();
        const last = scene.sites.at(-1)!;
        await preview.page.keyboard.press('/');
        await preview.page.keyboard.type(last.servers[0]!.name);
        await preview.page.keyboard.press('Enter');
        await site(last.code).waitFor();
        for (let i = 0; i < 6; i++) {
            await button('Zoom In').click();
        }
        expect(await nodes()).toBeLessThan(6_000);
        const { x, y, width, height } = (await site(last.code).boundingBox())!;
        expect([x + width / 2 > 0, y + height / 2 > 0]).toEqual([true, true]);
    });

    test('reaches sites outside the visible area with the arrow keys', async () => {
        await openLarge();
        await preview.page.getByRole('treeitem').first().focus();
        const codes = [];
        for (let i = 0; i < 40; i++) {
            await preview.page.keyboard.press('ArrowDown');
            codes.push(await preview.page.evaluate(() => (document.activeElement as HTMLElement).dataset['part']));
        }
        expect(new Set(codes).size).toBe(40);
        await preview.page.keyboard.press('End');
        expect(await preview.page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('treeitem');
    });

    test('expands a collapsed branch with the keyboard', async () => {
        await openLarge();
        const collapsed = preview.page.locator('[role=treeitem][aria-expanded=false]').first();
        await collapsed.focus();
        const level = Number(await collapsed.getAttribute('aria-level'));
        await preview.page.keyboard.press('ArrowRight');
        await preview.page.keyboard.press('ArrowRight');
        expect(await preview.page.evaluate(() => Number(document.activeElement?.getAttribute('aria-level')))).toBe(level + 1);
    });
});
