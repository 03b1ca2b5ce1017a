import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keepAssistantsClosed, portOf, startAddress } from '../../scripts/start-workbench.mjs';
import { temporaryFolder } from '../support/temp-folder.js';

// `npm start` in a browser: the first example is open, and nothing covers it.

test('opens the folder of the examples with its first plan', () => {
    const query = new URL(startAddress('http://127.0.0.1:8480')).searchParams;
    const [[action, file]] = JSON.parse(query.get('payload')!) as [[string, string]];
    const { host, pathname, protocol } = new URL(file);
    expect([action, protocol, host]).toEqual(['openFile', 'vscode-remote:', '127.0.0.1:8480']);
    expect(decodeURIComponent(pathname).startsWith(query.get('folder')!)).toBe(true);
    expect(readFileSync(decodeURIComponent(pathname), 'utf8')).toMatch(/^(?:\/\/.*\n|\s)*hierarchy /);
});

test('keeps assistants and the welcome page closed at the first start, and leaves the settings of the user', () => {
    const data = temporaryFolder();
    const settings = join(data, 'User', 'settings.json');
    keepAssistantsClosed(data);
    expect(JSON.parse(readFileSync(settings, 'utf8'))).toMatchObject({ 'workbench.startupEditor': 'none', 'chat.disableAIFeatures': true, 'workbench.secondarySideBar.defaultVisibility': 'hidden' });
    writeFileSync(settings, '{}');
    keepAssistantsClosed(data);
    expect(readFileSync(settings, 'utf8')).toBe('{}');
});

test('rejects a port that is not a port number', () => {
    expect(portOf('8480')).toBe(8480);
    expect(() => portOf('web')).toThrow('--port web is not a port number.');
    expect(() => portOf('70000')).toThrow('--port 70000 is not a port number.');
});
