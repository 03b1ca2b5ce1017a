/** The source of the colors. `host`: the editor that shows the page. `light`, `dark`: the picture itself, which then looks the same everywhere. */
export type Theme = 'host' | 'light' | 'dark';

interface Colour {
    /** Variables of VS Code; the first that is set applies. */
    readonly host: readonly string[];
    readonly light: string;
    readonly dark: string;
}

const palette = {
    page: { host: ['editor-background'], light: '#ffffff', dark: '#15191e' },
    ink: { host: ['editor-foreground'], light: '#1b2733', dark: '#e4e9ef' },
    muted: { host: ['descriptionForeground'], light: '#5a6773', dark: '#9ba8b5' },
    box: { host: ['editorWidget-background'], light: '#ffffff', dark: '#1e242b' },
    soft: { host: ['textBlockQuote-background', 'editor-background'], light: '#f3f6f8', dark: '#272e37' },
    outline: { host: ['contrastBorder', 'editorWidget-border'], light: '#c3ccd5', dark: '#414c58' },
    trunk: { host: ['contrastBorder', 'charts-lines', 'editorIndentGuide-activeBackground1'], light: '#a9b5c0', dark: '#596673' },
    flow: { host: ['charts-blue'], light: '#1767b3', dark: '#6fb3f2' },
    central: { host: ['charts-purple'], light: '#5a3fa0', dark: '#b9a2f2' },
    primary: { host: ['charts-blue'], light: '#1767b3', dark: '#6fb3f2' },
    secondary: { host: ['charts-green'], light: '#0f766a', dark: '#55cdb6' },
    unknown: { host: ['descriptionForeground'], light: '#5a6773', dark: '#9ba8b5' },
    error: { host: ['editorError-foreground'], light: '#b3261e', dark: '#ff8f86' },
    warning: { host: ['editorWarning-foreground'], light: '#8a5a00', dark: '#e5b454' },
    information: { host: ['editorInfo-foreground'], light: '#1767b3', dark: '#6fb3f2' },
    hint: { host: ['descriptionForeground'], light: '#5a6773', dark: '#9ba8b5' },
    added: { host: ['gitDecoration-addedResourceForeground'], light: '#3f6b0d', dark: '#8fce6a' },
    removed: { host: ['gitDecoration-deletedResourceForeground'], light: '#ad2318', dark: '#ff8f86' },
    moved: { host: ['charts-purple'], light: '#5a3fa0', dark: '#b9a2f2' },
    changed: { host: ['gitDecoration-modifiedResourceForeground'], light: '#8a5a00', dark: '#e5b454' },
    consequence: { host: ['descriptionForeground'], light: '#5a6773', dark: '#9ba8b5' },
    kept: { host: ['descriptionForeground'], light: '#5a6773', dark: '#9ba8b5' },
    focus: { host: ['focusBorder'], light: '#1767b3', dark: '#6fb3f2' }
} as const satisfies Readonly<Record<string, Colour>>;

export type ColourName = keyof typeof palette;

/** A color as a CSS value. Standalone pictures contain the color itself, because not every program supports CSS variables. */
export function colour(name: ColourName, theme: Theme): string {
    const { host, light, dark } = palette[name];
    return theme === 'host' ? host.reduceRight<string>((fallback, variable) => `var(--vscode-${variable}, ${fallback})`, light) : { light, dark }[theme];
}
