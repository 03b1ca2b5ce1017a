import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { benchPlan } from '../../bench/server/plans.js';
import { LspClient } from '../../support/lsp-client.js';

// Processes that come to an end, and several in one folder.

const exitOf = (client: LspClient): Promise<number | null> => new Promise(resolve => client.process.once('exit', code => resolve(code)));

test('when its input ends, the server ends', async () => {
    const client = await LspClient.start({});
    const exit = exitOf(client);
    client.process.stdin!.end();
    expect(await exit).not.toBeNull();
    await client.stop();
});

test('when the editor is gone without a word, the server ends', async () => {
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    const client = await LspClient.start({}, { processId: gone });
    expect(await exitOf(client)).not.toBeNull();
    await client.stop();
}, 20_000);

test('a plan that needs more memory than there is ends the process, which is then started again; it does not hang', async () => {
    const client = await LspClient.start({}, { server: { flags: ['--max-old-space-size=40'] } });
    const exit = exitOf(client);
    await client.openFile('plan.sup', benchPlan(10_000).text);
    expect(await exit).not.toBe(0);
    await client.stop();
}, 60_000);

test('two servers in one folder do not disturb each other, and leave nothing behind', async () => {
    const first = await LspClient.start({ 'plan.sup': 'primary site OSL reports to XYZ\n' });
    const second = await LspClient.start({}, { folder: first.folder });
    await first.diagnostics('plan.sup', codes => codes.join() === 'unknown-parent');
    await second.diagnostics('plan.sup', codes => codes.join() === 'unknown-parent');
    await first.openFile('plan.sup', 'hierarchy Nordlys\n');
    await first.diagnostics('plan.sup', codes => codes.length === 0);
    expect(second.codes('plan.sup')).toEqual(['unknown-parent']);
    expect(readdirSync(first.folder)).toEqual(['plan.sup']);
    await second.stop();
    await first.stop();
});
