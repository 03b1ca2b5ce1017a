// @ts-check
// Writes test/support/editor-themes.json: the values that the CSS variables of the preview have in every theme of the editor that the tests
// install. The editor itself computes them, from its theme files and the defaults of its color registry. With --check it only compares.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright-core';
import { editorFolder, ensureCodeServer, startCodeServer } from './code-server.mjs';
import { ensureChromium } from './programs.mjs';
import { root, script, ScriptError } from './project.mjs';

const target = join(root, 'test', 'support', 'editor-themes.json');

/**
 * @typedef {object} ThemeEntry
 * @property {string} id
 * @property {string} label
 * @property {string} uiTheme
 * @property {string} className The class of the workbench while it has the theme.
 */

/** The classes of a webview's body, by the kind of theme that a theme extension declares. @type {Readonly<Record<string, string>>} */
const kinds = {
    vs: 'vscode-light', 'vs-dark': 'vscode-dark', 'hc-black': 'vscode-high-contrast', 'hc-light': 'vscode-high-contrast vscode-high-contrast-light'
};

await script(async () => {
    await ensureCodeServer();
    const { version } = JSON.parse(readFileSync(join(editorFolder, 'package.json'), 'utf8'));
    const themes = installedThemes();
    const read = await readThemes(themes, usedVariables());
    const text = `${JSON.stringify({ source: `VS Code ${version}, in code-server`, themes: read }, null, 1)}\n`;
    if (!process.argv.includes('--check')) {
        writeFileSync(target, text);
    } else if (readFileSync(target, 'utf8') !== text) {
        throw new ScriptError('test/support/editor-themes.json differs from the themes of the editor. Run `npm run generate:themes`.');
    }
});

/**
 * The color themes that come with the editor.
 * @returns {ThemeEntry[]}
 */
function installedThemes() {
    const extensions = join(editorFolder, 'extensions');
    return readdirSync(extensions).filter(name => name.startsWith('theme-')).flatMap(folder => {
        /** @param {string} file */
        const read = file => JSON.parse(readFileSync(join(extensions, folder, file), 'utf8'));
        const { publisher, name, contributes } = read('package.json');
        const texts = read('package.nls.json');
        const themes = /** @type {{ id: string, label: string, uiTheme: string, path: string }[]} */ (contributes.themes ?? []);
        return themes.map(({ id, label, uiTheme, path }) => ({ id, label: texts[label.replaceAll('%', '')], uiTheme, className: `${publisher}.${name}-${path.replace('./', '')}`.replace(/[^\w-]/g, '-') }));
    });
}

/** The CSS variables of the editor that the page, the picture and the report use. */
function usedVariables() {
    const files = ['webview/src', 'picture/src', 'report/src'].flatMap(folder => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter(name => /\.(css|tsx?)$/.test(name))
        .map(name => readFileSync(join(root, folder, name), 'utf8')));
    return [...new Set(files.flatMap(text => text.match(/(?<=--vscode-)[A-Za-z][\w-]*/g) ?? []))].filter(name => !/font/.test(name)).sort();
}

/**
 * Opens the workbench, selects one theme after another, and reads the variables as the workbench passes them to its webviews.
 * @param {readonly ThemeEntry[]} themes
 * @param {readonly string[]} variables
 */
async function readThemes(themes, variables) {
    const data = mkdtempSync(join(tmpdir(), 'sup-themes-'));
    mkdirSync(join(data, 'User'), { recursive: true });
    writeFileSync(join(data, 'User', 'settings.json'), JSON.stringify({ 'chat.disableAIFeatures': true, 'workbench.startupEditor': 'none' }));
    const server = await startCodeServer({ data, extensions: join(data, 'extensions') });
    const browser = await chromium.launch({ executablePath: await ensureChromium(), args: ['--no-sandbox', '--disable-gpu', '--disable-features=LocalNetworkAccessChecks'] });
    try {
        const page = await browser.newPage();
        page.setDefaultTimeout(120_000);
        await page.goto(server.address);
        await page.locator('.monaco-workbench[class*="vscode-theme-"]').waitFor();
        const read = /** @type {Record<string, { kind: string, colors: Record<string, string> }>} */ ({});
        for (const { id, label, uiTheme, className } of themes) {
            await selectTheme(page, label);
            const workbench = page.locator(`.monaco-workbench.${className}`);
            await workbench.waitFor();
            const colors = await workbench.evaluate((element, names) => {
                const style = element.ownerDocument.defaultView?.getComputedStyle(element);
                return names.map(name => /** @type {[string, string]} */ ([name, style?.getPropertyValue(`--vscode-${name}`).trim() ?? ''])).filter(([, value]) => value !== '');
            }, variables);
            read[id] = { kind: kinds[uiTheme] ?? '', colors: Object.fromEntries(colors) };
        }
        return read;
    } finally {
        await browser.close();
        await server.stop();
        rmSync(data, { recursive: true, force: true, maxRetries: 5 });
    }
}

/**
 * Selects a theme as a user does: not every file system notifies the editor of a change of its settings file.
 * @param {import('playwright-core').Page} page
 * @param {string} label
 */
async function selectTheme(page, label) {
    const input = page.locator('.quick-input-widget input[type=text]');
    await page.keyboard.press('F1');
    await input.fill('>Preferences: Color Theme');
    await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Preferences: Color Theme' }).first().click();
    await page.locator('.quick-input-widget input[placeholder*="Color Theme"]').waitFor();
    await input.fill(label);
    await page.locator('.quick-input-list .monaco-list-row').filter({ has: page.getByText(label, { exact: true }) }).first().click();
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}
