/** The source of the colors. `host`: the editor that shows the page. `light`, `dark`: the picture itself, which then looks the same everywhere. */
export type Theme = 'host' | 'light' | 'dark';

type FileTheme = Exclude<Theme, 'host'>;

/**
 * The colors that the editor determines, by its variable, and their values in files. In some themes of the editor even plain text has a contrast below
 * 4.5, so the page strengthens both text colors, except in high contrast.
 */
const neutral = {
    page: { host: '--vscode-editor-background', light: '#ffffff', dark: '#15191e' },
    ink: { host: '--vscode-editor-foreground', light: '#1b2733', dark: '#e4e9ef' },
    muted: { host: '--vscode-descriptionForeground', light: '#5a6773', dark: '#9ba8b5' }
} as const;

/** The colors that mean something. They are the same in every theme of a kind, because those of the editor are too pale in some themes. */
const meaning = {
    fail: { light: '#b3261e', dark: '#ff8f86' },
    behind: { light: '#8a5a00', dark: '#e5b454' },
    ok: { light: '#16702f', dark: '#6cc68b' },
    wait: { light: '#5a6773', dark: '#a5b1bd' },
    accent: { light: '#0b5cad', dark: '#6fb3f2' },
    moved: { light: '#5a3fa0', dark: '#b9a2f2' },
    /** On a filled sign. */
    on: { light: '#ffffff', dark: '#111417' }
} as const;

/** Mixtures with the page: a share of a color in percent. In high contrast, outlines have the color of the editor's borders, and areas that of the page. */
const mixed = {
    outline: { of: 'ink', light: 68, dark: 68, inHighContrast: 'border' },
    soft: { of: 'ink', light: 22, dark: 22, inHighContrast: 'border' },
    faint: { of: 'ink', light: 34, dark: 34, inHighContrast: 'border' },
    panel: { of: 'ink', light: 5, dark: 5, inHighContrast: 'page' },
    card: { of: 'ink', light: 0, dark: 10, inHighContrast: 'page' },
    'fail-tint': { of: 'fail', light: 13, dark: 18, inHighContrast: 'page' },
    'behind-tint': { of: 'behind', light: 13, dark: 18, inHighContrast: 'page' },
    'ok-tint': { of: 'ok', light: 13, dark: 18, inHighContrast: 'page' },
    'accent-tint': { of: 'accent', light: 13, dark: 18, inHighContrast: 'page' },
    'moved-tint': { of: 'moved', light: 8, dark: 15, inHighContrast: 'page' },
    // The steps of a scale. Text in ink keeps a contrast of 5 on each; in high contrast, the width of the frame shows the step instead.
    'heat-1': { of: 'accent', light: 9, dark: 7, inHighContrast: 'page' },
    'heat-2': { of: 'accent', light: 20, dark: 13, inHighContrast: 'page' },
    'heat-3': { of: 'accent', light: 32, dark: 19, inHighContrast: 'page' },
    'heat-4': { of: 'accent', light: 45, dark: 26, inHighContrast: 'page' }
} as const;

const heatSteps = [1, 2, 3, 4] as const;
/** The width of a frame, where the area shows the step of a scale. */
const usualFrame = 1.25;
/** In high contrast, each step is a pixel wider. */
const highContrastFrame = (step: number): number => step + 1;

/** The width of a frame at a step of a scale, as a CSS value. */
export function heatFrame(step: typeof heatSteps[number], theme: Theme): string {
    return theme === 'host' ? `var(--sup-heat-frame-${step})` : String(usualFrame);
}

export type ColorName = keyof typeof neutral | keyof typeof meaning | keyof typeof mixed | 'focus' | 'heat-ink';

/** A color as a CSS value. Standalone pictures contain the color itself, because not every program supports CSS variables. */
export function color(name: ColorName, theme: Theme): string {
    return theme === 'host' ? `var(--sup-${name})` : fileColor(name, theme);
}

function fileColor(name: ColorName, theme: FileTheme): string {
    if (name === 'focus') {
        return meaning.accent[theme];
    }
    if (name === 'heat-ink') {
        return fileColor('ink', theme);
    }
    if (name in mixed) {
        const { of, [theme]: share } = mixed[name as keyof typeof mixed];
        return mix(fileColor(of, theme), fileColor('page', theme), share);
    }
    return { ...neutral, ...meaning }[name as keyof typeof neutral | keyof typeof meaning][theme];
}

/** Mixes two colors as `color-mix(in srgb, …)` does. */
function mix(a: string, b: string, share: number): string {
    const channel = (from: string, at: number): number => parseInt(from.slice(at, at + 2), 16);
    return `#${[1, 3, 5].map(at => Math.round((channel(a, at) * share + channel(b, at) * (100 - share)) / 100).toString(16).padStart(2, '0')).join('')}`;
}

/** Defines the colors of the theme `host` as CSS variables, for each kind of theme that the editor has. */
export function hostColors(): string {
    const define = (entries: readonly (readonly [string, string])[]): string => entries.map(([name, value]) => `--sup-${name}:${value}`).join(';');
    const meanings = (kind: FileTheme): readonly (readonly [string, string])[] => Object.entries(meaning).map(([name, values]) => [name, values[kind]] as const);
    const mixtures = (kind: FileTheme): readonly (readonly [string, string])[] => Object.entries(mixed).map(([name, { of, [kind]: share }]) => [name, `color-mix(in srgb, var(--sup-${of}) ${share}%, var(--sup-page))`] as const);
    const { page, ink, muted } = neutral;
    const fromHost = ({ host, light }: { readonly host: string; readonly light: string }): string => `var(${host}, ${light})`;
    const strengthened = (extreme: string): readonly (readonly [string, string])[] => [
        ['ink', `color-mix(in srgb, ${fromHost(ink)} 70%, ${extreme})`], ['heat-ink', `color-mix(in srgb, ${fromHost(ink)} 35%, ${extreme})`], ['muted', `color-mix(in srgb, ${fromHost(muted)} 70%, var(--sup-ink))`]
    ];
    const frames = (widthOf: (step: number) => number): readonly (readonly [string, string])[] => heatSteps.map(step => [`heat-frame-${step}`, String(widthOf(step))] as const);
    const contrast = Object.entries(mixed).map(([name, { inHighContrast }]) => [name, inHighContrast === 'border' ? 'var(--vscode-contrastBorder, var(--sup-ink))' : 'var(--sup-page)'] as const);
    return [
        `body{${define([['page', fromHost(page)], ...strengthened('black'), ...meanings('light'), ...mixtures('light'), ...frames(() => usualFrame), ['focus', 'var(--sup-accent)']])}}`,
        `body.vscode-dark{${define([...strengthened('white'), ...meanings('dark'), ...mixtures('dark')])}}`,
        `body.vscode-high-contrast{${define([['ink', fromHost(ink)], ['heat-ink', fromHost(ink)], ['muted', fromHost(muted)], ...meanings('dark'), ...contrast, ...frames(highContrastFrame), ['focus', 'var(--vscode-focusBorder, var(--sup-accent))']])}}`,
        `body.vscode-high-contrast-light{${define(meanings('light'))}}`
    ].join('\n');
}
