import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sup } from '../support/cli.js';
import { temporaryFolder } from '../support/temp-folder.js';

test('rejects an older Node with a clear message', async () => {
    const cwd = temporaryFolder({ 'older.cjs': 'Object.defineProperty(process.versions, "node", { value: "20.19.2" });' });
    const { code, stdout, stderr } = await sup(['check'], { cwd, preload: join(cwd, 'older.cjs') });
    expect([code, stdout, stderr]).toEqual([2, '', 'sup: Node 22.12 or later is required; this is Node 20.19.2\n']);
});
