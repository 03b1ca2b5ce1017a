import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startClient } from '../../support/start-client.js';
import { temporaryFolder } from '../../support/temp-folder.js';

// Slow disks, and files that change while they are read.

const faulty = (code: string): string => `primary site ${code} reports to XYZ\n`;

test('reads files in parallel on a slow share', async () => {
    // No read finishes before eight have started: sequential reads would wait forever.
    const preload = join(temporaryFolder({ 'preload.cjs': `
        const promises = require('node:fs/promises');
        const { open } = promises;
        let waiting = [];
        promises.open = (path, ...rest) => !String(path).endsWith('.sup') ? open(path, ...rest) : new Promise(resolve => {
            waiting.push(() => resolve(open(path, ...rest)));
            if (waiting.length >= 8) {
                promises.open = open;
                waiting.forEach(go => go());
            }
        });
    ` }), 'preload.cjs');
    const files = Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`${i}.sup`, faulty(`AA${i}`)]));
    const client = await startClient(files, { server: { flags: ['--require', preload] } });
    for (const name of Object.keys(files)) {
        await client.diagnostics(name, codes => codes.includes('unknown-parent'));
    }
});

test('reads a file again after an incomplete version was read', async () => {
    const client = await startClient();
    const whole = `hierarchy Nordlys\n${faulty('OSL')}`;
    client.writeFile('plan.sup', whole.slice(0, whole.length - 12));
    await client.watched('plan.sup', 'created');
    await client.diagnostics('plan.sup', codes => codes.length > 0 && !codes.includes('unknown-parent'));
    client.writeFile('plan.sup', whole);
    await client.watched('plan.sup', 'changed');
    await client.diagnostics('plan.sup', codes => codes.join() === 'unknown-parent');
});

test('matches the disk after hundreds of files change at once, back and forth, as when switching branches', async () => {
    const names = Array.from({ length: 300 }, (_, i) => `${i}.sup`);
    const code = (i: number): string => `A${i.toString(36).padStart(2, '0').toUpperCase()}`;
    const branch = (textOf: (i: number) => string): Record<string, string> => Object.fromEntries(names.map((name, i) => [name, textOf(i)]));
    const [before, after] = [branch(i => faulty(code(i))), branch(i => `central site ${code(i)} {\n  mode: nativ\n}\n`)];
    const client = await startClient(before);
    const are = (code: string): Promise<void> => client.until(() => names.every(name => client.codes(name).join() === code), () => `${code} in every file`);
    await are('unknown-parent');
    for (const files of [after, before, after]) {
        Object.entries(files).forEach(([name, text]) => client.writeFile(name, text));
        await Promise.all(names.map(name => client.watched(name, 'changed')));
    }
    await are('invalid-value');
});

test('checks the text of the editor while a file is open, and the text on disk once it is closed, without file events', async () => {
    const client = await startClient({ 'plan.sup': 'hierarchy Nordlys\n' });
    await client.openFile('plan.sup', faulty('OSL'));
    await client.diagnostics('plan.sup', codes => codes.join() === 'unknown-parent');
    client.writeFile('plan.sup', 'central site OSL {\n  mode: nativ\n}\n');
    await client.changeFile('plan.sup', faulty('BER'));
    await client.until(() => client.versionOf('plan.sup') === 2, () => 'the second version');
    expect(client.codes('plan.sup')).toEqual(['unknown-parent']);
    await client.closeFile('plan.sup');
    await client.diagnostics('plan.sup', codes => codes.join() === 'invalid-value');
});
