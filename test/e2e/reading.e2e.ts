import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Workbench } from './workbench.js';

// An administrator reads a plan: the meaning of words, derived values, a site by its title; then formats the file.

let workbench: Workbench;
beforeAll(async () => {
    workbench = await Workbench.open({
        '.vscode/settings.json': JSON.stringify({ 'sup.inlayHints.upstream': true, 'sup.codeLens.clients': true }),
        '.editorconfig': 'root = true\n[*.sup]\nend_of_line = crlf\nindent_size = 4\n',
        'plan.sup': `hierarchy Fjord

central site CEN "Oslo" {
  mode: mixed
  clients: 1200 intranet
  server CENSUP01 {
    site server
    wsus 3.0 SP2 { ports: 8530, 8531 }
    software update point active
  }
}

primary site BER "Bergen" reports to CEN {
  mode: mixed
  clients: 300 intranet
  server BERSUP01 {
    site server
    wsus 3.0 SP2 { ports: 8530, 8531 }
    software update point active
  }
}
`
    });
    await workbench.openFile('plan.sup');
});
afterEach(async ({ task }) => {
    await workbench.picture(`${task.result?.state === 'fail' ? 'FAILED-' : ''}${task.name.replace(/[^A-Za-z0-9]+/g, '-').toLowerCase()}`);
});
afterAll(() => workbench.close());

describe('reading a plan in a real VS Code', () => {
    const line = (text: string | RegExp) => workbench.page.locator('.editor-instance .view-line').filter({ hasText: text });

    test('shows derived values and the number of clients beside the text', async () => {
        await line(/upstream:\sCENSUP01/).first().waitFor();
        await workbench.page.locator('.codelens-decoration').filter({ hasText: /1,200.clients scan here/ }).waitFor();
    });

    test('explains the value at the cursor', async () => {
        await workbench.goTo('mixed');
        await workbench.command('Show or Focus Hover');
        await workbench.page.locator('.monaco-hover').filter({ hasText: 'No public key infrastructure is needed.' }).waitFor();
        await workbench.page.keyboard.press('Escape');
    });

    test('finds a site by its title in all plans', async () => {
        await workbench.page.keyboard.press('Control+T');
        await workbench.page.locator('.quick-input-widget input').fill('#Bergen');
        await workbench.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'BER' }).first().waitFor();
        await workbench.page.keyboard.press('Escape');
    });

    test('formats the file with the layout of .editorconfig', async () => {
        await workbench.command('Format Document');
        await workbench.page.locator('[id="status.editor.eol"]').filter({ hasText: 'CRLF' }).waitFor();
        await expect.poll(() => line(/^\s{4}mode:/).count()).toBe(2);
    });
});
