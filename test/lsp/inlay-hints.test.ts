import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { TestEditor } from '../support/editor.js';

const plan = `hierarchy Harbour
central site AAA {
  mode: native
  server A1 {
    site server
    wsus 3.0 SP2 { ports: 8530, 8531  ssl: required }
    software update point active {
      ssl: yes
    }
  }
}
secondary site BBB "Bergen" reports to AAA {
  server B1 { site server  wsus 3.0 SP2 { ports: 80, 443  ssl: required }
    software update point active
  }
}
`;

async function hintsIn(settings: Readonly<Record<string, boolean>>): Promise<{ editor: TestEditor; hints: { text: string; edits: string | undefined }[] }> {
    const editor = await TestEditor.open(plan);
    const { services } = editor.workspace;
    await services.shared.workspace.ConfigurationProvider.initialized({});
    services.shared.workspace.ConfigurationProvider.updateConfiguration({ settings: { sup: { inlayHints: settings } } });
    const { textDocument } = editor.document;
    const whole = { start: { line: 0, character: 0 }, end: textDocument.positionAt(textDocument.getText().length) };
    const hints = await services.lsp.InlayHintProvider!.getInlayHints(editor.document, { ...editor.params, range: whole }) ?? [];
    const lines = plan.split('\n');
    return {
        editor,
        hints: hints.map(({ position: { line, character }, label, textEdits }) => ({
            text: `${lines[line]!.slice(0, character).trim()} ‹${String(label)}›`,
            edits: textEdits && TextDocument.applyEdits(textDocument as TextDocument, textEdits)
        }))
    };
}

test('shows no derived values unless a setting asks for them', async () => {
    expect((await hintsIn({})).hints).toEqual([]);
    expect((await hintsIn({ mode: false })).hints).toEqual([]);
});

test('shows the derived mode, ports, upstream server and replica, each by its own setting', async () => {
    const shown = async (kind: string): Promise<string[]> => (await hintsIn({ [kind]: true })).hints.map(({ text }) => text);
    expect(await shown('mode')).toEqual(['secondary site BBB "Bergen" reports to AAA ‹mode: native›']);
    expect(await shown('ports')).toEqual(['software update point active ‹ports: 8530, 8531›', 'software update point active ‹ports: 80, 443›']);
    expect(await shown('upstream')).toEqual(['server B1 { site server  wsus 3.0 SP2 ‹upstream: A1›']);
    expect(await shown('replica')).toEqual(['server B1 { site server  wsus 3.0 SP2 ‹replica: yes›']);
});

test('writes a derived value to the plan on request, without a finding', async () => {
    const { hints } = await hintsIn({ ports: true, upstream: true, replica: true });
    expect(hints.every(({ edits }) => edits !== undefined)).toBe(true);
    for (const { edits, text } of hints) {
        const before = await TestEditor.open(plan);
        const after = await TestEditor.open(edits!);
        expect(after.workspace.listing().length, text).toBeLessThanOrEqual(before.workspace.listing().length);
    }
    expect(hints[0]!.edits).toContain('    software update point active {\n      ports: 8530, 8531\n      ssl: yes\n    }');
});

test('does not offer to write the mode of a secondary site, which a rule reports', async () => {
    expect((await hintsIn({ mode: true })).hints[0]!.edits).toBeUndefined();
});
