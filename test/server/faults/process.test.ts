import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ShutdownRequest } from 'vscode-languageserver-protocol/node';
import { benchPlan } from '../../bench/server/plans.js';
import type { LspClient } from '../../support/lsp-client.js';
import { startClient } from '../../support/start-client.js';

// Processes that exit, and two of them in one folder.

const exitOf = (client: LspClient): Promise<number | null> => new Promise(resolve => client.process.once('close', code => resolve(code)));

test('exits with 1 when its input ends during a session', async () => {
    const client = await startClient();
    const exit = exitOf(client);
    client.process.stdin!.end();
    expect(await exit).toBe(1);
});

test('exits with 0 when its input ends after `shutdown`', async () => {
    const client = await startClient();
    const exit = exitOf(client);
    await client.connection.sendRequest(ShutdownRequest.type);
    client.process.stdin!.end();
    expect(await exit).toBe(0);
});

test('exits when the process of the editor has died', async () => {
    const deadProcess = spawnSync(process.execPath, ['-e', '']).pid;
    const client = await startClient({}, { processId: deadProcess });
    expect(await exitOf(client)).toBe(1);
}, 20_000);

test('exits instead of hanging when a plan needs more memory than is available', async () => {
    const client = await startClient({}, { server: { flags: ['--max-old-space-size=40'] } });
    const exit = exitOf(client);
    await client.openFile('plan.sup', benchPlan(10_000).text);
    expect(await exit).not.toBe(0);
    expect(client.log.join('')).toContain('JavaScript heap out of memory');
}, 60_000);

test('two servers in one folder do not interfere and leave no files', async () => {
    const first = await startClient({ 'plan.sup': 'primary site OSL reports to XYZ\n' });
    const second = await startClient({}, { folder: first.folder });
    await first.diagnostics('plan.sup', codes => codes.join() === 'unknown-parent');
    await second.diagnostics('plan.sup', codes => codes.join() === 'unknown-parent');
    await first.openFile('plan.sup', 'hierarchy Nordlys\n');
    await first.diagnostics('plan.sup', codes => codes.length === 0);
    expect(second.codes('plan.sup')).toEqual(['unknown-parent']);
    expect(readdirSync(first.folder)).toEqual(['plan.sup']);
});
