import { afterEach, describe, expect, test, vi } from 'vitest';
import { diagnosticSource } from '@sup/language';
import { type ServerBehaviour, startExtension } from '../support/extension.js';
import type { EditorStub } from '../support/vscode-stub.js';

let extension: Awaited<ReturnType<typeof startExtension>>;
let editor: EditorStub;

async function start(behaviour: ServerBehaviour): Promise<void> {
    extension = await startExtension(behaviour);
    editor = extension.editor;
}

const ready = (): boolean => editor.status?.text === 'SUP: checking';
const stopped = (): boolean => editor.status?.text === 'SUP: language server stopped';

/** The number of child processes that still run. */
const servers = (): number => process.getActiveResourcesInfo().filter(resource => resource === 'ProcessWrap').length;

/** Waits for a number of child processes, for less than the two seconds after which the library itself kills a leaked one. */
const untilServers = (count: number): Promise<boolean> => vi.waitUntil(() => servers() === count, { timeout: 1_500 });

afterEach(async () => {
    await extension.deactivate();
    await untilServers(0);
});

describe('the status item', () => {
    test('shows that the server is starting, that it is checking, then that there are no problems', async () => {
        await start('ok');
        expect(editor.status).toMatchObject({ text: 'SUP: starting', busy: true, severity: 0 });
        await editor.until(ready);
        expect(editor.status).toMatchObject({ busy: true, severity: 0 });
        editor.report('untitled:Untitled-1', []);
        expect(editor.status).toMatchObject({ text: 'SUP: checking' });
        editor.report('file:///a.sup', []);
        expect(editor.status).toMatchObject({ text: 'SUP: no problems', busy: false, severity: 0 });
    });

    test('shows no old result while a restarted server has not checked the files', async () => {
        await start('ok');
        await editor.until(ready);
        editor.report('file:///a.sup', []);
        await editor.run('sup.restartServer');
        await editor.until(ready);
    });

    test('counts the problems of this extension in all files', async () => {
        await start('ok');
        await editor.until(ready);
        editor.report('file:///a.sup', [diagnosticSource, diagnosticSource, 'spelling']);
        expect(editor.status?.text).toBe('SUP: 2 problems');
        editor.report('file:///b.sup', [diagnosticSource]);
        expect(editor.status?.text).toBe('SUP: 3 problems');
        editor.report('file:///a.sup', []);
        expect(editor.status?.text).toBe('SUP: 1 problem');
    });

    test('shows an error when the server has stopped and opens the output', async () => {
        await start('dies at start');
        await editor.until(stopped);
        expect(editor.status?.severity).toBe(2);
        await editor.run(editor.status!.command!.command);
        expect(editor.isLogShown).toBe(true);
    });
});

describe('a server that does not start', () => {
    test('shows one message that offers a restart if the server does not start', async () => {
        await start('dies at start');
        await editor.until(() => editor.dialogs.messages.length > 0 && stopped());
        expect(editor.dialogs.messages.map(({ kind, actions }) => [kind, actions])).toEqual([['error', ['Restart', 'Show Output']]]);
        extension.become('ok');
        editor.dialogs.messages[0]!.choose('Restart');
        await editor.until(ready);
        expect(editor.dialogs.messages).toHaveLength(1);
    });

    test('the restart command starts a server that did not start before', async () => {
        await start('dies at start');
        await editor.until(stopped);
        extension.become('ok');
        await editor.run('sup.restartServer');
        await editor.until(ready);
    });

    test('offers to show the output if the server does not start', async () => {
        await start('dies at start');
        await editor.until(() => editor.dialogs.messages.length > 0);
        editor.dialogs.messages[0]!.choose('Show Output');
        await editor.until(() => editor.isLogShown);
    });
});

describe.each(['hangs', 'hangs when started'] as const)('a server that %s', behaviour => {
    test('kills a hanging server on a restart', async () => {
        await start(behaviour);
        await untilServers(1);
        extension.become('ok');
        await editor.run('sup.restartServer');
        await editor.until(ready);
        await untilServers(1);
        expect(editor.dialogs.messages).toEqual([]);
    });

    test('kills a hanging server when the editor closes', async () => {
        await start(behaviour);
        await untilServers(1);
        await extension.deactivate();
        await untilServers(0);
    });
});

test('a server that crashes repeatedly is restarted four times, then reported once', async () => {
    await start('dies when started');
    await editor.until(() => editor.dialogs.messages.length > 0 && stopped());
    expect(editor.log.filter(line => line.includes('Server will restart'))).toHaveLength(4);
    expect(editor.dialogs.messages.map(message => message.text)).toEqual([expect.stringContaining('crashed five times')]);
    extension.become('ok');
    editor.dialogs.messages[0]!.choose('Restart');
    await editor.until(ready);
});

test('a server can be restarted before its process exists', async () => {
    await start('ok');
    expect(servers()).toBe(0);
    await editor.run('sup.restartServer');
    await editor.until(ready);
    await untilServers(1);
});

test('a running server is restarted once by two concurrent restarts', async () => {
    await start('ok');
    await editor.until(ready);
    const restarts = Promise.all([editor.run('sup.restartServer'), editor.run('sup.restartServer')]);
    expect(editor.status?.text).toBe('SUP: starting');
    await restarts;
    await editor.until(ready);
    expect(editor.dialogs.messages).toEqual([]);
});

describe('the language server', () => {
    const isLogged = (line: string): boolean => editor.log.includes(line);

    test('the server receives the commands of the client as initialization options', async () => {
        await start('ok');
        await editor.until(() => isLogged('initialize {"acceptRiskCommand":true,"duplicateSiteCommand":true,"documentationCommand":true,"explainCommand":true,"suggestCommand":"editor.action.triggerSuggest","scenarioCommands":true,"editorLevels":true,"lineBreaks":true,"preview":true}'));
    });

    test.each(['file:///a.sup', 'untitled:Untitled-1', 'vscode-vfs://github/x/a.sup'])('the server receives the document %s', async uri => {
        await start('ok');
        await editor.until(ready);
        editor.open(uri, 'sup');
        await editor.until(() => isLogged(`textDocument/didOpen ${JSON.stringify(uri)}`));
    });

    test('the server receives neither the old side of a diff nor files of other languages', async () => {
        await start('ok');
        await editor.until(ready);
        editor.open('git:/a.sup', 'sup');
        editor.open('file:///a.json', 'json');
        editor.open('file:///a.sup', 'sup');
        await editor.until(() => isLogged('textDocument/didOpen "file:///a.sup"'));
        expect(editor.log.filter(line => line.startsWith('textDocument/didOpen'))).toHaveLength(1);
    });

    test('the server receives one notification of a file changed on disk, also after a restart', async () => {
        await start('ok');
        await editor.until(() => editor.watches() === 1);
        await editor.run('sup.restartServer');
        await editor.until(() => editor.log.filter(line => line === 'initialized').length === 2 && editor.watches() === 1);
        editor.saveOutside('file:///a.sup');
        await editor.until(() => editor.log.some(line => line.startsWith('workspace/didChangeWatchedFiles')));
        expect(editor.log.at(-1)).toBe('workspace/didChangeWatchedFiles [{"uri":"file:///a.sup","type":2}]');
    });
});

test('commands become available when the extension is active', async () => {
    await start('ok');
    expect(editor.contexts.get('sup.active')).toBe(true);
    await editor.run('sup.showOutput');
    expect(editor.isLogShown).toBe(true);
});
