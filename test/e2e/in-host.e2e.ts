import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/project.mjs';
import { fjord } from './plans.mjs';
import { Workbench } from './workbench.js';

// Runs the suite of `npm run test:electron` in the extension host of code-server.

test('the suite inside the extension host passes', async () => {
    const lines: string[] = [];
    const { promise: code, resolve } = Promise.withResolvers<number>();
    const workbench = await Workbench.open(fjord, {
        suite: { path: join(root, 'test', 'e2e', 'in-host', 'suite.cjs'), log: line => lines.push(line), onExit: resolve }
    });
    try {
        expect(await code, lines.join('\n')).toBe(0);
    } finally {
        await workbench.close();
    }
});
