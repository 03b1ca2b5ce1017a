import { expect, test } from 'vitest';
import { ChangingWorkspace, freshlyObserved } from '../fuzz/incremental/workspace.js';

// A keystroke cancels the check of the one before it, at any point. The results of a cancelled check must not appear later.

const plan = `hierarchy Fjord

central site AAA "Alesund" {
  server AAASUP01 { site server  wsus 3.0 SP2 { ports: 8530, 8531 }  software update point active }
}

secondary site BBB reports to AAA {
  server BBBSUP01 { site server  wsus 3.0 SP2 { ports: 8530, 8531 }  software update point active }
}
`;

/** Types a text at the end of the plan, one character after another; all checks but the last are cancelled at the same point. */
async function typed(text: string, cancelAfter: number): Promise<ChangingWorkspace> {
    const workspace = new ChangingWorkspace();
    await workspace.take({ kind: 'create', file: 'plan.sup', text: plan });
    for (const [i, insert] of [...text].entries()) {
        if (i < text.length - 1) {
            await workspace.take({ kind: 'cancel', after: cancelAfter });
        }
        await workspace.take({ kind: 'edit', file: 'plan.sup', offset: plan.length + i, remove: 0, insert });
    }
    return workspace;
}

test.each(Array.from({ length: 25 }, (_, i) => i + 1))('checks that are cancelled at question %i leave nothing behind', async cancelAfter => {
    const workspace = await typed('site AAA reports to BB', cancelAfter);
    // The code is no longer used twice, so all checks that have read the sites with this code run again.
    await workspace.take({ kind: 'edit', file: 'plan.sup', offset: plan.length, remove: 'site AAA'.length, insert: 'site CCC' });
    const diagnosticsIn = (observed: ReadonlyMap<string, string>): string => observed.get('/workspace/plan.sup: diagnostics')!;
    expect(diagnosticsIn(await workspace.observed())).toBe(diagnosticsIn(await freshlyObserved(workspace.files)));
});
