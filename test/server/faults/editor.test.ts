import { setImmediate as nextTurn } from 'node:timers/promises';
import { HoverRequest } from 'vscode-languageserver-protocol/node';
import { expect, test } from 'vitest';
import { benchPlan } from '../../bench/server/plans.js';
import { Random } from '../../support/random.js';
import { startClient } from '../../support/start-client.js';

// Editors that are slow, fast or repeat themselves, and long analyses.

const sound = 'central site NOR {\n  mode: native\n}\n';
const faulty = 'central site NOR {\n  mode: nativ\n}\n';

test('delivers the latest findings to an editor that did not read for a while', async () => {
    const client = await startClient();
    await client.openFile('plan.sup', sound);
    client.process.stdout!.pause();
    const edits = 2_000;
    for (let i = 0; i < edits; i++) {
        await client.changeFile('plan.sup', `${i % 2 === 0 ? sound : faulty}// ${i}\n`);
    }
    client.process.stdout!.resume();
    await client.until(() => client.versionOf('plan.sup') === edits + 1, () => 'the last version');
    expect(client.codes('plan.sup')).toEqual(['invalid-value']);
});

test('reads messages that arrive in fragments and in bursts', async () => {
    const random = new Random(7);
    const client = await startClient();
    const input = client.process.stdin!;
    const write = input.write.bind(input) as (data: Uint8Array) => boolean;
    let pending = Buffer.alloc(0);
    input.write = ((data: Uint8Array | string, encoding: BufferEncoding, done?: () => void) => {
        pending = Buffer.concat([pending, typeof data === 'string' ? Buffer.from(data, encoding) : data]);
        if (random.isOneIn(3)) {
            const length = random.between(0, pending.length);
            write(pending.subarray(0, length));
            pending = pending.subarray(length);
        }
        (typeof encoding === 'function' ? encoding as () => void : done)?.();
        return true;
    }) as typeof input.write;
    await client.openFile('plan.sup', sound);
    for (let i = 0; i < 300; i++) {
        await client.changeFile('plan.sup', `${i % 2 === 0 ? sound : faulty}// é😀 ${i}\n`);
        if (random.isOneIn(5)) {
            await nextTurn();
        }
    }
    input.write = write as typeof input.write;
    write(pending);
    await client.until(() => client.versionOf('plan.sup') === 301, () => 'the last version');
    expect(client.codes('plan.sup')).toEqual(['invalid-value']);
    expect(client.log).toEqual([]);
});

test('handles a repeated notification like a single one', async () => {
    const client = await startClient();
    client.writeFile('other.sup', 'primary site BER reports to XYZ\n');
    await client.watched('other.sup', 'created');
    await client.watched('other.sup', 'created');
    await client.openFile('plan.sup', sound);
    await client.openFile('plan.sup', faulty);
    await client.diagnostics('plan.sup', codes => codes.join() === 'invalid-value');
    await client.diagnostics('other.sup', codes => codes.join() === 'unknown-parent');
    await client.closeFile('plan.sup');
    await client.closeFile('plan.sup');
    await client.diagnostics('plan.sup', codes => codes.length === 0);
    expect(client.codes('other.sup')).toEqual(['unknown-parent']);
    expect(client.log).toEqual([]);
});

test('answers a request while a large plan is still being checked', async () => {
    const client = await startClient();
    const plan = benchPlan(5_000);
    await client.openFile('plan.sup', plan.text);
    const hover = await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri: client.uri('plan.sup') }, position: plan.cursor });
    expect(hover).not.toBeNull();
    expect(client.versionOf('plan.sup')).toBeUndefined();
    await client.diagnostics('plan.sup', codes => codes.join() === 'unknown-parent');
});

test('applies settings that change while a plan is being checked', async () => {
    const client = await startClient();
    const change = (level: string): Promise<void> => {
        client.rules = { 'unknown-parent': level };
        return client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { sup: { rules: client.rules } } });
    };
    await client.openFile('plan.sup', benchPlan(2_000).text);
    await change('warning');
    await client.until(() => client.published.at(-1)?.diagnostics[0]?.severity === 2, () => 'the finding as a warning');
    await change('off');
    await client.diagnostics('plan.sup', codes => codes.length === 0);
});
