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

secondary site VOS "Voss" reports to BER
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

    test('shows the sites below a site as a type hierarchy, and the update points below one as a call hierarchy', async () => {
        const rows = workbench.page.locator('.pane-body .monaco-list-row');
        await workbench.goTo('CEN "Oslo"');
        await workbench.command('Types: Show Type Hierarchy');
        await rows.filter({ hasText: 'BER' }).first().waitFor();
        await workbench.picture('type-hierarchy');
        await workbench.goTo('server CENSUP01');
        await workbench.command('Calls: Show Call Hierarchy');
        await rows.filter({ hasText: 'BERSUP01' }).first().waitFor();
        await workbench.picture('call-hierarchy');
    });

    test('shows each kind of statement with its own icon in the outline', async () => {
        await workbench.command('Explorer: Focus on Outline View');
        const rows = workbench.page.locator('.outline-pane .monaco-list-row');
        // A pane of this height shows five rows.
        const icons = await Promise.all(['Fjord', 'CEN', 'CENSUP01', 'wsus', 'software update point'].map(text => rows.filter({ hasText: text }).first()
            .locator('.outline-element-icon').evaluate(icon => getComputedStyle(icon, '::before').content)));
        await workbench.picture('outline');
        expect(new Set(icons).size).toBe(5);
    });

    test('renames a site where it is declared and where others report to it', async () => {
        await workbench.goTo('BER "Bergen"');
        await workbench.page.keyboard.press('ArrowLeft');
        await workbench.page.keyboard.press('F2');
        const input = workbench.page.locator('.rename-box input');
        await input.fill('BGO');
        await workbench.page.keyboard.press('Enter');
        await line('primary site BGO "Bergen"').first().waitFor();
        await line('site VOS "Voss" reports to BGO').first().waitFor();
        await workbench.page.keyboard.press('Control+Z');
        await line('site VOS "Voss" reports to BER').first().waitFor();
    });

    test('formats the file with the layout of .editorconfig', async () => {
        await workbench.command('Format Document');
        await workbench.page.locator('[id="status.editor.eol"]').filter({ hasText: 'CRLF' }).waitFor();
        await expect.poll(() => line(/^\s{4}mode:/).count()).toBe(2);
    });
});
