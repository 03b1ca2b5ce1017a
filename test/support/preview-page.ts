import { mkdirSync, readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { isFromPage, type ResponseTo, type FromPage, type PreviewContent, type PageRequest, type ToPage } from '@sup/protocol/preview';
import { ensureChromium } from '../../scripts/programs.mjs';
import { built } from './dist.js';
import { type EditorTheme, valuesOf } from './editor-themes.js';

const origin = 'https://preview.test';
const nonce = 'p2xGq0c9SPxg5uRcbpJ0rA';

/** The page as the extension generates it: only the bundle's script and style sheet may be loaded, and pictures that the page itself creates. */
const html = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src blob: data:; style-src ${origin}; script-src 'nonce-${nonce}'">
<link rel="stylesheet" href="${origin}/preview.css">
<title>Preview</title>
</head>
<body data-document="file:///plans/harbour.sup">
<script nonce="${nonce}" src="${origin}/preview.js"></script>
</body>
</html>`;

/** The environment that VS Code gives to a webview. Runs in the page before its own script. */
function emulateEditor({ classes, variables }: { readonly classes: string; readonly variables: Readonly<Record<string, string>> }): void {
    const editor = window as unknown as { toHost(message: unknown): void; remember(state: unknown): void; remembered: unknown; violations: string[]; acquireVsCodeApi(): object };
    editor.violations = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => editor.violations.push(`${violatedDirective}: ${blockedURI}`));
    let state = editor.remembered;
    editor.acquireVsCodeApi = () => ({
        // Messages are copied, and bytes reach Node as an array of numbers.
        postMessage: (message: object) => void editor.toHost({ ...message, ...'png' in message && message.png instanceof ArrayBuffer ? { png: [...new Uint8Array(message.png)] } : {} }),
        getState: () => state,
        setState: (next: unknown) => {
            state = next;
            editor.remember(next);
        }
    });
    const applyTheme = (): void => {
        document.body.classList.add(...classes.split(' '));
        Object.entries(variables).forEach(([name, value]) => document.documentElement.style.setProperty(`--vscode-${name}`, value));
        const { style } = document.body; // as in the editor's style sheet for webviews
        Object.assign(style, { margin: '0', padding: '0 20px', color: 'var(--vscode-editor-foreground)', fontFamily: 'var(--vscode-font-family)', fontSize: 'var(--vscode-font-size)', background: 'var(--vscode-editor-background)' });
    };
    // Before the page's own script runs, which is at the end of the body.
    new MutationObserver((_, observer) => {
        if (document.body) {
            observer.disconnect();
            applyTheme();
        }
    }).observe(document, { childList: true, subtree: true });
}

export interface PageOptions {
    readonly theme?: EditorTheme;
    readonly width?: number;
    readonly height?: number;
    readonly isMotionReduced?: boolean;
    readonly areColorsForced?: boolean;
    /** The state that the page stored in its last session. */
    readonly remembered?: unknown;
    /** Responds to the page's requests. May return null or throw. */
    readonly respond?: (request: PageRequest) => ResponseTo<PageRequest['kind']> | null | Promise<ResponseTo<PageRequest['kind']> | null>;
}

let browser: Promise<Browser> | undefined;

/** Closes the browser that all pages of a test file share; for `afterAll`. */
export async function closeBrowser(): Promise<void> {
    const open = browser;
    browser = undefined;
    await (await open)?.close();
}

/** Opens a page without scripts, such as a report, in the shared browser. */
export async function openDocument(content: string, options: { readonly width: number; readonly colorScheme: 'light' | 'dark'; readonly isOnPaper?: boolean }): Promise<Page> {
    browser ??= launch();
    const page = await (await browser).newPage({ viewport: { width: options.width, height: 900 }, colorScheme: options.colorScheme });
    await page.emulateMedia({ media: options.isOnPaper ? 'print' : 'screen', colorScheme: options.colorScheme });
    // The policy of a report forbids scripts, also those of a test.
    await page.setContent(content.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''));
    return page;
}

async function launch(): Promise<Browser> {
    const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--process-per-site', '--renderer-process-limit=1'];
    return chromium.launch({ executablePath: await ensureChromium(), args });
}

/** The bundled preview page in a browser, with a test in place of the editor. */
export class PreviewPage {
    /** All messages from the page, in order. */
    readonly messages: FromPage[] = [];
    /** Network requests of the page except for its own files, and dialogs that it opened. */
    readonly escapes: string[] = [];
    /** Uncaught errors in the page. */
    readonly errors: string[] = [];
    remembered: unknown;

    private constructor(readonly page: Page, private readonly options: PageOptions) {}

    static async open(options: PageOptions = {}): Promise<PreviewPage> {
        browser ??= launch();
        const { theme = 'light', width = 1200, height = 800, isMotionReduced = false, areColorsForced = false } = options;
        const context = await (await browser).newContext({
            viewport: { width, height }, reducedMotion: isMotionReduced ? 'reduce' : 'no-preference', forcedColors: areColorsForced ? 'active' : 'none',
            colorScheme: /vscode-dark|vscode-high-contrast$/.test(valuesOf(theme).classes) ? 'dark' : 'light'
        });
        const page = await context.newPage();
        page.setDefaultTimeout(20_000);
        const preview = new PreviewPage(page, options);
        const { classes, variables } = valuesOf(theme);
        await preview.load(`${classes}${isMotionReduced ? ' vscode-reduce-motion' : ''}`, variables);
        return preview;
    }

    private async load(classes: string, variables: Readonly<Record<string, string>>): Promise<void> {
        const { page, options: { remembered } } = this;
        const files: Readonly<Record<string, readonly [type: string, body: string]>> = {
            '/': ['text/html', html],
            '/preview.js': ['text/javascript', readFileSync(built('dist/preview/preview.js'), 'utf8')],
            '/preview.css': ['text/css', readFileSync(built('dist/preview/preview.css'), 'utf8')]
        };
        await page.route('**/*', async route => {
            const url = new URL(route.request().url());
            const file = url.origin === origin ? files[url.pathname] : undefined;
            if (!file) {
                this.escapes.push(url.href);
            }
            await (file ? route.fulfill({ contentType: file[0], body: file[1] }) : route.abort());
        });
        page.on('dialog', dialog => {
            this.escapes.push(`dialog: ${dialog.message()}`);
            void dialog.dismiss();
        });
        page.on('pageerror', error => this.errors.push(error.message));
        await page.exposeFunction('toHost', (message: unknown) => this.receive(message));
        await page.exposeFunction('remember', (state: unknown) => void (this.remembered = state));
        await page.addInitScript(state => void ((window as unknown as { remembered: unknown }).remembered = state), remembered);
        await page.addInitScript(emulateEditor, { classes, variables });
        await page.goto(`${origin}/`);
    }

    private async receive(sent: unknown): Promise<void> {
        const bytes = (sent as { png?: number[] }).png;
        const message: unknown = bytes === undefined ? sent : { ...sent as object, png: new Uint8Array(bytes).buffer };
        if (!isFromPage(message)) {
            this.errors.push(`The extension would reject ${JSON.stringify(message).slice(0, 300)}`);
            return;
        }
        this.messages.push(message);
        if (message.kind === 'request' && this.options.respond) {
            const { id, request } = message;
            try {
                await this.send({ kind: 'response', id, response: await this.options.respond(request) });
            } catch (error) {
                await this.send({ kind: 'error', id, message: (error as Error).message });
            }
        }
    }

    /** Sends a message to the page, as the extension does. */
    async send(message: ToPage): Promise<void> {
        await this.page.evaluate(data => window.postMessage(data, '*'), message as unknown);
    }

    /** Shows a plan in the page and waits until it is drawn. */
    async show(content: PreviewContent, file = 'harbour.sup'): Promise<void> {
        await this.send({ kind: 'show', file, content });
        await this.frame();
    }

    /** Waits until the page has drawn all messages sent so far. */
    async frame(): Promise<void> {
        await this.page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    }

    /** The messages of one kind from the page so far. */
    sent<K extends FromPage['kind']>(kind: K): Extract<FromPage, { kind: K }>[] {
        return this.messages.filter((message): message is Extract<FromPage, { kind: K }> => message.kind === kind);
    }

    /** The violated directives of the content security policy. */
    violations(): Promise<string[]> {
        return this.page.evaluate(() => (window as unknown as { violations: string[] }).violations);
    }

    /** Saves a screenshot for inspection: test-results/pictures/NAME.png. */
    async picture(name: string): Promise<void> {
        mkdirSync('test-results/pictures', { recursive: true });
        await this.page.screenshot({ path: `test-results/pictures/${name}.png` });
    }

    async close(): Promise<void> {
        await this.page.context().close();
    }
}
