import { describe, expect, test } from 'vitest';
import { changesOf } from '@sup/language';
import { applied, workspaceWith } from '../support/workspace.js';

async function fixesOf(text: string): Promise<Record<string, string>> {
    const files = { 'plan.sup': text };
    const findings = (await workspaceWith(files)).findings('plan.sup').filter(finding => finding.rule.id === 'misplaced-property');
    return Object.fromEntries(findings.flatMap(finding => finding.fixes()).map(fix => [fix.title, applied(files, changesOf(fix.edits))['plan.sup']!]));
}

describe('the fix that moves a property', () => {
    test('moves a property to the surrounding block', async () => {
        expect(await fixesOf('central site NOR {\n  server A {\n    mode: native\n    site server\n  }\n}\n'))
            .toHaveProperty(['Move `mode` to site NOR'], 'central site NOR {\n  server A {\n    site server\n  }\n  mode: native\n}\n');
    });

    test('moves a property to an inner block if its value is valid only there', async () => {
        expect(Object.keys(await fixesOf('central site NOR {\n  server A {\n    ssl: required\n    wsus 3.0 SP2\n    software update point active\n  }\n}\n')))
            .toEqual(['Move `ssl` to `wsus` of server A', 'Remove `ssl`']);
    });

    test('moves a property to a sibling of its block', async () => {
        expect(Object.keys(await fixesOf('central site NOR {\n  server A {\n    wsus 3.0 SP2\n    software update point active { replica: no }\n  }\n}\n')))
            .toEqual(['Move `replica` to `wsus` of server A', 'Remove `replica`']);
    });

    test('moves a property into a block that it directly follows', async () => {
        expect(await fixesOf('central site NOR {\n  server A {\n    wsus 3.0 SP2  replica: no\n  }\n}\n'))
            .toHaveProperty(['Move `replica` to `wsus` of server A'], 'central site NOR {\n  server A {\n    wsus 3.0 SP2 {\n      replica: no\n    }\n  }\n}\n');
    });

    test('does not move a property if several blocks are possible, or if the block already has it', async () => {
        expect(Object.keys(await fixesOf('central site NOR {\n  os: "Windows"\n  server A\n  server B\n}\n'))).toEqual(['Remove `os`']);
        expect(Object.keys(await fixesOf('central site NOR {\n  os: "Windows"\n  server A { os: "Linux" }\n}\n'))).toEqual(['Remove `os`']);
    });
});

test('offers a similar key of the same block first', async () => {
    const text = 'central site NOR {\n  server A {\n    wsus 3.0 SP2 { port: 8530 }\n  }\n}\n';
    expect((await workspaceWith(text)).findings('plan.sup')[0]!.message.todo).toBe('Change it to `ports`, move it to a `proxy` block, or remove it.');
    expect(Object.entries(await fixesOf(text))[0]).toEqual(['Change to `ports`', text.replace('port:', 'ports:')]);
});

test('reports nothing after a missing brace', async () => {
    expect((await workspaceWith('central site NOR {\n  server A {\n    site server\n  mode: mixed\n}\n')).listing()).toEqual(['plan.sup:2:12 syntax-error']);
});

test.each([
    ['a property of assumptions in a site', 'central site NOR {\n  scan interval: 7 days\n}\n', '`scan interval` does not belong in a site block.', 'Move it to an `assume` block, or remove it.'],
    ['an accepted risk in assumptions', 'scenario "S" for 2 days {\n  assume {\n    allow sup-port-mismatch because "x"\n  }\n}\n', '`allow` does not belong in an assume block.', 'Move it to the top level of a file or to a `site`, `server`, `wsus`, `software update point`, `cluster`, `synchronization`, `clients` or `scenario` block, or remove it.']
])('states where %s belongs', async (_, text, what, todo) => {
    expect((await workspaceWith(text)).findings('plan.sup').map(({ message }) => message)).toContainEqual(expect.objectContaining({ what, todo }));
});
