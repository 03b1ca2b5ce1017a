// @ts-check
// `npm run test:electron`: runs the suite inside VS Code's own extension host. Uses the VS Code at $VSCODE_EXECUTABLE, or downloads one
// if that is not set. With `--oldest` it downloads the oldest version that package.json supports.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { errorMessage, quietly, root, script, ScriptError } from '../../scripts/project.mjs';
import { fjord } from './plans.mjs';

await script(async () => {
    await quietly('Building', 'npm', ['run', 'build']);
    const folder = mkdtempSync(join(tmpdir(), 'sup-electron-'));
    for (const [name, text] of Object.entries(fjord)) {
        writeFileSync(join(folder, name), text);
    }
    const { values: { oldest } } = parseArgs({ options: { oldest: { type: 'boolean', default: false } } });
    const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const vscodeExecutablePath = process.env['VSCODE_EXECUTABLE'];
    try {
        return await runTests({
            ...vscodeExecutablePath ? { vscodeExecutablePath } : oldest && { version: engines.vscode.replace('^', '') },
            extensionDevelopmentPath: root,
            extensionTestsPath: join(root, 'test', 'e2e', 'in-host', 'suite.cjs'),
            launchArgs: [folder, '--disable-workspace-trust', '--disable-extensions']
        });
    } catch (error) {
        throw new ScriptError(`The suite did not pass in VS Code${vscodeExecutablePath ? '' : ' (set VSCODE_EXECUTABLE if VS Code cannot be downloaded)'}: ${
            errorMessage(error)}`);
    }
});
