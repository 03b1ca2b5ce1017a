import * as esbuild from 'esbuild';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EditorStub } from './vscode-stub.js';
import { Uri } from './vscode-values.js';

export type ServerBehaviour = 'ok' | 'dies at start' | 'dies when started' | 'hangs' | 'hangs when started';

interface Extension {
    activate(context: unknown): void;
    deactivate(): Promise<void>;
}

const bundle = esbuild.build({ entryPoints: ['client/src/extension.ts'], bundle: true, format: 'cjs', platform: 'node', external: ['vscode'], write: false });

/**
 * Starts the extension as VS Code does, with a fake server that behaves as given. The client library and the server process are real;
 * only the editor is a stub. (The library is CommonJS in node_modules, so an alias in vitest would not replace its `vscode`.)
 */
export async function startExtension(behaviour: ServerBehaviour): Promise<{ editor: EditorStub; become(behaviour: ServerBehaviour): void; deactivate(): Promise<void> }> {
    const editor = new EditorStub();
    const native = createRequire(import.meta.url);
    const module = { exports: {} as Extension };
    const load = (name: string): unknown => name === 'vscode' ? editor.api : native(name);
    new Function('require', 'module', 'exports', (await bundle).outputFiles[0]!.text)(load, module, module.exports);

    const become = (next: ServerBehaviour): void => { process.env['SUP_FAKE_SERVER'] = next; };
    become(behaviour);
    module.exports.activate({ subscriptions: [], extensionUri: Uri.file('/extension'), globalStorageUri: Uri.file(join(tmpdir(), 'sup-test-storage')), asAbsolutePath: () => fileURLToPath(new URL('fake-server.mjs', import.meta.url)) });
    return { editor, become, deactivate: () => module.exports.deactivate() };
}
