import type { Page } from 'playwright-core';
import { themeIds, valuesOf } from './editor-themes.js';

/** Something drawn whose color is too close to its background. */
export interface WeakContrast {
    readonly what: string;
    readonly ratio: number;
    readonly color: string;
    readonly background: string;
}

export interface MeasuredContrast {
    /** How many texts and shapes were measured. */
    readonly measured: number;
    readonly weak: readonly WeakContrast[];
}

/** Shapes that carry meaning: outlines, signs, bars and lines. A shape that only groups others, such as a panel, is not among them. */
const shapes = [
    '.box', '.bar', '.kind-filled', '.kind-open', '.fill-fail', '.fill-behind', '.stroke-ok', '.stroke-wait', '.mark-frame', '.mark-badge', '.share', '.share-fill', '.tag-ssl', '.tag-http', '.tag-unknown', '.error', '.warning', '.information', '.hint',
    '.arrow', '.line-updates', '.line-scans', '.line-by-hand', '.line-cut-off', '.line-feed', '.selected', '.branch'
].map(name => `.sup-picture ${name}`).concat(['.area-fail', '.line-ok', '.line-usual', '.lane-failed', '.lane-drifted'].map(name => `.strips ${name}`));

/**
 * Measures the contrast of every visible text (4.5) and of the shapes that carry meaning (3) in every theme, against whatever the page has painted below
 * them: all elements at the same point, with their opacity, as the browser computes them.
 */
export async function measureContrast(page: Page): Promise<Readonly<Record<string, MeasuredContrast>>> {
    return page.evaluate(contrastInPage, { selector: shapes.join(), themes: themeIds.map(id => ({ id, ...valuesOf(id) })) });
}

/** Measures the contrast in a page with its own colors, such as a report. */
export async function measureOwnContrast(page: Page): Promise<MeasuredContrast> {
    const { own } = await page.evaluate(contrastInPage, { selector: shapes.join(), themes: [{ id: 'own', classes: 'own', variables: {} }] });
    return own!;
}

interface Parameters {
    readonly selector: string;
    readonly themes: readonly { readonly id: string; readonly classes: string; readonly variables: Readonly<Record<string, string>> }[];
}

/** Runs in the page, so it may use nothing from this module. */
function contrastInPage({ selector, themes }: Parameters): Record<string, MeasuredContrast> {
    type Color = readonly [red: number, green: number, blue: number, alpha: number];
    /** Something to measure: the element whose color counts, and the elements below it, from the top down. */
    interface Sample {
        readonly what: string;
        readonly element: Element;
        readonly property: 'color' | 'fill' | 'stroke';
        readonly below: readonly Element[];
        readonly least: number;
    }
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
    const parsed = new Map<string, Color>();
    const parse = (text: string): Color => {
        const known = parsed.get(text);
        if (known) {
            return known;
        }
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = text;
        canvas.fillRect(0, 0, 1, 1);
        const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
        const color: Color = [red, green, blue, alpha / 255];
        parsed.set(text, color);
        return color;
    };
    const over = ([r, g, b, a]: Color, [br, bg, bb]: Color): Color => [r * a + br * (1 - a), g * a + bg * (1 - a), b * a + bb * (1 - a), 1];
    const luminance = ([r, g, b]: Color): number => {
        const [red = 0, green = 0, blue = 0] = [r, g, b].map(each => each / 255).map(each => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4);
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const ratioOf = (a: Color, b: Color): number => {
        const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
        return (light + 0.05) / (dark + 0.05);
    };
    const hex = (color: Color): string => `#${color.slice(0, 3).map(each => Math.round(each).toString(16).padStart(2, '0')).join('')}`;
    const isShape = (element: Element): boolean => element instanceof SVGElement && !(element instanceof SVGSVGElement);
    const opacities = new Map<Element, number>();
    const opacityOf = (element: Element | null): number => {
        if (!element) {
            return 1;
        }
        const opacity = opacities.get(element) ?? Number(getComputedStyle(element).opacity) * opacityOf(element.parentElement);
        opacities.set(element, opacity);
        return opacity;
    };
    const colorOf = (element: Element, property: Sample['property'] | 'backgroundColor'): Color => {
        const style = getComputedStyle(element);
        const [r, g, b, a] = style[property] === 'none' ? [0, 0, 0, 0] as const : parse(style[property]);
        return [r, g, b, a * opacityOf(element) * Number(property === 'fill' ? style.fillOpacity : property === 'stroke' ? style.strokeOpacity : 1)];
    };
    const layers = new Map<Element, Color>();
    /** The color with which an element covers what is below it. */
    const layerOf = (element: Element): Color => {
        const isEmpty = isShape(element) && (element instanceof SVGGElement || element.closest('text') || getComputedStyle(element).fill.startsWith('url'));
        const layer = layers.get(element) ?? (isEmpty ? [0, 0, 0, 0] : colorOf(element, isShape(element) ? 'fill' : 'backgroundColor'));
        layers.set(element, layer);
        return layer;
    };
    // The background of a table row is painted by its cells, and the row itself is never at a point.
    const withRows = (element: Element): readonly Element[] => element.matches('td, th') ? [element, element.parentElement!] : [element];
    const compose = (elements: readonly Element[]): Color => elements.flatMap(withRows).map(layerOf).reduceRight<Color>((below, layer) => over(layer, below), [255, 255, 255, 1]);

    const samples: Sample[] = [];
    const collectTexts = (): void => {
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
            const node = texts.currentNode;
            const parent = node.parentElement!;
            if (node.textContent?.trim() === '' || parent.closest('script, style, option, :disabled')) {
                continue;
            }
            const range = document.createRange();
            range.selectNodeContents(node);
            const box = range.getClientRects()[0];
            const stack = box ? document.elementsFromPoint(box.left + box.width / 2, box.top + box.height / 2) : [];
            const owner = isShape(parent) ? parent.closest('text')! : parent;
            const index = stack.findIndex(each => each === owner || each === parent);
            const isCovered = stack.slice(0, Math.max(index, 0)).some(each => !owner.contains(each) && layerOf(each)[3] > 0.5);
            if (index >= 0 && !isCovered) {
                samples.push({ what: `"${node.textContent!.trim().slice(0, 40)}" in ${owner.getAttribute('class') ?? owner.tagName}`, element: parent, property: isShape(parent) ? 'fill' : 'color', below: stack.slice(index), least: 4.5 });
            }
        }
    };
    const collectShapes = (): void => {
        for (const shape of Array.from(document.querySelectorAll<SVGGraphicsElement>(selector))) {
            const { left, top, width, height } = shape.getBoundingClientRect();
            const isFilled = !shape.matches('.box, .bar, .branch, .share, .tag-http, .tag-unknown, .mark-frame, .selected') && colorOf(shape, 'fill')[3] > 0;
            // The background of a frame is around it, that of anything else below it.
            const isFrame = !isFilled && width > 8 && height > 6;
            const stack = document.elementsFromPoint(isFrame ? left - 2.5 : left + width / 2, top + height / 2);
            const cover = stack.find(each => layerOf(each)[3] > 0.5);
            const isCovered = cover !== undefined && !isShape(cover) && !cover.contains(shape);
            if (!isCovered && !(shape instanceof SVGTextContentElement) && (isFilled || colorOf(shape, 'stroke')[3] > 0) && width + height > 0 && stack.some(each => each.contains(shape))) {
                const what = `${shape.getAttribute('class') ?? ''} of ${shape.closest('[data-part]')?.getAttribute('data-part') ?? 'the page'}`;
                samples.push({ what, element: shape, property: isFilled ? 'fill' : 'stroke', below: isFrame ? stack.filter(each => !shape.contains(each)) : stack.slice(stack.indexOf(shape) + 1), least: 3 });
            }
        }
    };

    // Every painted shape must be found at its point, also those that let clicks pass.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('*{pointer-events:auto!important}svg *{pointer-events:visiblePainted!important}');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    collectTexts();
    collectShapes();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(each => each !== sheet);

    const results: Record<string, MeasuredContrast> = {};
    for (const { id, classes, variables } of themes) {
        const { classList } = document.body;
        classList.remove(...Array.from(classList).filter(name => /^vscode-(light|dark|high-contrast)/.test(name)));
        classList.add(...classes.split(' '));
        const { style } = document.documentElement;
        Array.from(style).filter(name => name.startsWith('--vscode-')).forEach(name => style.removeProperty(name));
        Object.entries(variables).forEach(([name, value]) => style.setProperty(`--vscode-${name}`, value));
        layers.clear();
        opacities.clear();
        const weak = samples.flatMap(({ what, element, property, below, least }): WeakContrast[] => {
            // A halo around a text is its background.
            const isHaloed = property === 'fill' && getComputedStyle(element).paintOrder.startsWith('stroke');
            const background = isHaloed ? over(colorOf(element, 'stroke'), compose(below)) : compose(below);
            const color = over(colorOf(element, property), background);
            const ratio = Math.floor(ratioOf(color, background) * 100) / 100;
            return ratio < least ? [{ what, ratio, color: hex(color), background: hex(background) }] : [];
        });
        results[id] = { measured: samples.length, weak };
    }
    return results;
}
