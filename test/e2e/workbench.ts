import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { installExtension, startCodeServer } from '../../scripts/code-server.mjs';
import { ensureChromium } from '../../scripts/programs.mjs';
import { cache, root } from '../../scripts/project.mjs';
import { writeFiles } from '../support/temp-folder.js';

/** The timeout for expected changes, in milliseconds. */
export const deadline = 60_000;

/** A module that exports `run()` and runs inside the extension host. */
export interface Suite {
    readonly path: string;
    log(line: string): void;
    onExit(code: number): void;
}

/**
 * Makes the workbench start its extension host for tests. The server writes the configuration of the page into a meta tag, which is
 * changed here on its way to the browser.
 */
async function runInHost(page: Page, suite: Suite, address: string): Promise<void> {
    await page.exposeFunction('codeAutomationLog', (_type: string, args: string[]) => suite.log(args.join(' ')));
    await page.exposeFunction('codeAutomationExit', (code: number) => suite.onExit(code));
    await page.route(url => url.origin === address && url.pathname === '/', async route => {
        const response = await route.fetch();
        const html = await response.text();
        const body = html.replace(/(id="vscode-workbench-web-configuration" data-settings=")([^"]*)/, (_, tag: string, settings: string) => {
            const configuration = JSON.parse(settings.replaceAll('&quot;', '"').replaceAll('&amp;', '&')) as Record<string, unknown>;
            const uri = (path: string): unknown => ({ scheme: 'vscode-remote', authority: new URL(address).host, path });
            // Only an extension under development can be tested, so the installed package is declared as one.
            configuration['developmentOptions'] = { extensions: [uri(installedExtension())], extensionTestsPath: uri(suite.path) };
            return tag + JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
        });
        await route.fulfill({ response, body });
    });
}

const extensions = join(cache, 'e2e', 'extensions');

function installedExtension(): string {
    return join(extensions, readdirSync(extensions).find(name => name.startsWith('sup-topology.'))!);
}

/** The settings of the user, for a window that does not change by itself. */
const userSettings = {
    'workbench.startupEditor': 'none', 'window.menuBarVisibility': 'classic', 'editor.minimap.enabled': false,
    'files.autoSave': 'off', 'security.workspace.trust.enabled': false, 'editor.lightbulb.enabled': 'on',
    'chat.disableAIFeatures': true, 'workbench.secondarySideBar.defaultVisibility': 'hidden'
};

/** A real VS Code workbench with the packaged extension and a temporary folder, driven through its user interface. */
export class Workbench {
    private constructor(
        readonly folder: string,
        readonly page: Page,
        private readonly data: string,
        private readonly browser: Browser,
        private readonly server: { stop(): Promise<void> }
    ) {}

    static async open(files: Readonly<Record<string, string>>, { examples = false, git = false, suite }: { examples?: boolean; git?: boolean; suite?: Suite } = {}): Promise<Workbench> {
        const executablePath = await ensureChromium();
        const folder = realpathSync(mkdtempSync(join(tmpdir(), 'sup-e2e-')));
        if (examples) {
            cpSync(join(root, 'examples'), folder, { recursive: true });
        }
        writeFiles(folder, files);
        if (git) {
            const inFolder = { cwd: folder, stdio: 'ignore' } as const;
            execFileSync('git', ['init', '--initial-branch', 'main'], inFolder);
            execFileSync('git', ['add', '.'], inFolder);
            execFileSync('git', ['-c', 'user.name=Planner', '-c', 'user.email=planner@example.com', 'commit', '--message', 'The plan as it is agreed'], inFolder);
        }
        const data = mkdtempSync(join(tmpdir(), 'sup-e2e-data-'));
        writeFiles(data, { 'User/settings.json': JSON.stringify(userSettings) });
        await installExtension(extensions);
        const server = await startCodeServer({ data, extensions, folder });
        const browser = await chromium.launch({
            executablePath,
            args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
                '--disable-sync', '--disable-features=LocalNetworkAccessChecks']
        });
        const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
        page.setDefaultTimeout(deadline);
        if (suite) {
            await runInHost(page, suite, server.address);
        }
        await page.goto(`${server.address}/?folder=${encodeURIComponent(folder)}`);
        await page.locator('.monaco-workbench .explorer-folders-view .monaco-list-row').first().waitFor();
        return new Workbench(folder, page, data, browser, server);
    }

    /** Opens a file of the folder with Quick Open. Retries, because Quick Open closes when anything else takes the focus. */
    async openFile(name: string): Promise<void> {
        const tab = this.page.locator(`.tab.active[data-resource-name="${name}"]`);
        const row = this.page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: name });
        const isShown = (each: Locator): Promise<boolean> => each.first().waitFor({ timeout: 5_000 }).then(() => true, () => false);
        for (const end = Date.now() + deadline; ;) {
            await this.page.keyboard.press('Control+P');
            await this.page.locator('.quick-input-widget input').fill(name, { timeout: 5_000 }).catch(() => undefined);
            if (await isShown(row)) {
                await this.page.keyboard.press('Enter');
                if (await isShown(tab)) {
                    break;
                }
            }
            if (Date.now() > end) {
                throw new Error(`${name} could not be opened with Quick Open.`);
            }
            await this.page.keyboard.press('Escape');
        }
        await this.page.locator('.monaco-editor .view-line').first().waitFor();
    }

    /** Runs a command by its title in the command palette. Retries, because a palette that opened before the extension was known does not list its commands. */
    async command(title: string): Promise<void> {
        const row = this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first();
        for (const end = Date.now() + deadline; ;) {
            await this.page.keyboard.press('F1');
            await this.page.locator('.quick-input-widget input').fill(`>${title}`);
            if (await row.waitFor({ timeout: 5_000 }).then(() => true, () => false)) {
                return row.click();
            }
            if (Date.now() > end) {
                throw new Error(`The command palette does not list "${title}".`);
            }
            await this.page.keyboard.press('Escape');
        }
    }

    /** Selects a text in the active editor by searching for it. */
    async goTo(text: string): Promise<void> {
        await this.page.locator('.editor-instance .monaco-editor').first().click({ position: { x: 400, y: 5 } });
        await this.page.keyboard.press('Control+Home');
        await this.page.keyboard.press('Control+F');
        const find = this.page.locator('.find-widget.visible textarea').first();
        await find.fill(text);
        await this.page.locator('.find-widget.visible .matchesCount').filter({ hasText: /^1 of/ }).waitFor();
        await this.page.keyboard.press('Escape');
    }

    /** Applies a quick fix from the light bulb's menu at the cursor. Retries until the problem has appeared. */
    async takeFix(title: string): Promise<void> {
        const item = this.page.locator('.action-widget .monaco-list-row').filter({ hasText: title }).first();
        for (const end = Date.now() + deadline; ;) {
            await this.page.keyboard.press('Control+.');
            const isOffered = await item.waitFor({ timeout: 3_000 }).then(() => true, () => false);
            if (isOffered) {
                break;
            }
            if (Date.now() > end) {
                throw new Error(`The quick fix "${title}" is not offered at the cursor.`);
            }
            await this.page.keyboard.press('Escape');
        }
        await this.picture(`fixes-${title.replace(/[^A-Za-z0-9]+/g, '-').toLowerCase()}`);
        await item.click();
    }

    async showProblems(): Promise<void> {
        await this.command('Problems: Focus on Problems View');
        await this.page.locator('.markers-panel').waitFor();
    }

    /** Filters the Problems panel, which has rows for visible problems only. */
    async filterProblems(text: string): Promise<void> {
        await this.page.locator('.panel input[placeholder^="Filter"]').fill(text);
    }

    /** The visible rows of the Problems panel that contain a text. */
    problems(text: string): Locator {
        return this.page.locator('.markers-panel .monaco-list-row').filter({ hasText: text });
    }

    /** The texts of the visible problems, in order. */
    listedProblems(): Promise<string[]> {
        return this.problems('').allTextContents();
    }

    /** The language status of the active file. */
    async status(): Promise<Locator> {
        await this.page.locator('[id="status.languageStatus"]').hover();
        return this.page.locator('.hover-language-status');
    }

    /** The numbers of errors and of warnings in the status bar. */
    async counts(): Promise<number[]> {
        const label = await this.page.locator('[id="status.problems"]').innerText();
        return label.match(/\d+/g)!.map(Number);
    }

    /** The process ids of the language servers of this workbench; other editors on the machine have their own. */
    languageServers(): number[] {
        return execFileSync('ps', ['-A', '-ww', '-o', 'pid=,args='], { encoding: 'utf8' })
            .split('\n')
            .filter(line => line.includes(join(installedExtension(), 'dist', 'server.cjs')))
            .map(line => Number.parseInt(line, 10));
    }

    /** Changes the color theme, by the label and the class of the window that it has. */
    async useTheme({ label, kind }: { readonly label: string; readonly kind: string }): Promise<void> {
        if (await this.page.locator(`.monaco-workbench.${kind}`).count() === 0) {
            await this.command('Preferences: Color Theme');
            await this.page.locator('.quick-input-widget input').fill(label);
            await this.page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: label }).waitFor();
            await this.page.keyboard.press('Enter');
            await this.page.locator(`.monaco-workbench.${kind}`).waitFor();
            await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
        }
    }

    async save(): Promise<void> {
        await this.page.keyboard.press('Control+S');
    }

    /** Closes the active editor without saving it. */
    closeEditor(): Promise<void> {
        return this.command('View: Revert and Close Editor');
    }

    async close(): Promise<void> {
        await this.browser.close();
        await this.server.stop();
        for (const folder of [this.folder, this.data]) {
            rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
        }
    }

    async picture(name: string): Promise<void> {
        mkdirSync(join(root, 'test-results', 'pictures'), { recursive: true });
        await this.page.screenshot({ path: join(root, 'test-results', 'pictures', `${name}.png`) });
    }
}
