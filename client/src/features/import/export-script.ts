import { commands, type Disposable, languages, Uri, window, workspace } from 'vscode';

const getExportScriptCommand = 'sup.getExportScript';

/** The command that opens a copy of the script that exports a hierarchy, to be read, saved and run at the central site. */
export function registerExportScript(extensionUri: Uri): Disposable {
    return commands.registerCommand(getExportScriptCommand, async () => {
        const content = new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extensionUri, 'docs', 'Export-SupHierarchy.ps1')));
        const language = (await languages.getLanguages()).includes('powershell') ? 'powershell' : 'plaintext';
        await window.showTextDocument(await workspace.openTextDocument({ language, content }));
    });
}
