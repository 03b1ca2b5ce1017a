import { readFileSync } from 'node:fs';

/** A theme of the editor as its webviews get it. */
export interface ThemeValues {
    /** The classes of the page's body. */
    readonly kind: string;
    /** The values of CSS variables, without their prefix `--vscode-`. A variable that the theme does not define is missing. */
    readonly colors: Readonly<Record<string, string>>;
}

/** Every theme that comes with the editor, by id: `npm run generate:themes` reads them from the editor itself. */
const { themes } = JSON.parse(readFileSync(new URL('./editor-themes.json', import.meta.url), 'utf8')) as { readonly themes: Readonly<Record<string, ThemeValues>> };

export const themeIds: readonly string[] = Object.keys(themes);

/** The theme that the editor starts with, by the kind of theme that the user or the system prefers. */
const initialThemes = {
    light: 'Light 2026', dark: 'Dark 2026', 'high-contrast': 'Default High Contrast', 'high-contrast-light': 'Default High Contrast Light'
} as const;

export type ThemeKind = keyof typeof initialThemes;

/** A theme by its id, or the initial theme of a kind. */
export type EditorTheme = ThemeKind | (string & {});

export const editorThemes = Object.keys(initialThemes) as readonly ThemeKind[];

const fonts = {
    'font-family': 'system-ui, "Liberation Sans", sans-serif', 'font-size': '13px', 'font-weight': 'normal',
    'editor-font-family': '"Liberation Mono", monospace', 'editor-font-size': '14px', 'editor-font-weight': 'normal'
};

/** The classes and the CSS variables of a page in a theme. */
export function valuesOf(theme: EditorTheme): { readonly classes: string; readonly variables: Readonly<Record<string, string>> } {
    const values = themes[theme in initialThemes ? initialThemes[theme as ThemeKind] : theme];
    if (!values) {
        throw new Error(`The editor has no theme "${theme}".`);
    }
    return { classes: values.kind, variables: { ...fonts, ...values.colors } };
}
