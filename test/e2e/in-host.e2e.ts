import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/project.mjs';
import { fjord } from './plans.mjs';
import { Workbench } from './workbench.js';

// The suite that `npm run test:electron` runs in VS Code, here in the extension host of code-server.

test('the suite inside the extension host passes', async () => {
    const lines: string[] = [];
    let ended: (code: number) => void = () => undefined;
    const code = new Promise<number>(resolve => { ended = resolve; });
    const workbench = await Workbench.open(fjord, {
        suite: { path: join(root, 'test', 'e2e', 'in-host', 'suite.cjs'), log: line => lines.push(line), ended: result => ended(result) }
    });
    try {
        expect(await code, lines.join('\n')).toBe(0);
    } finally {
        await workbench.close();
    }
});
