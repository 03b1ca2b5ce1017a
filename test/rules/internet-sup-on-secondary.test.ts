import { expect, test } from 'vitest';
import { changesOf } from '@sup/language';
import { applied, workspaceWith } from '../support/workspace.js';

const moves = async (primary: string, secondary: string): Promise<string[]> => {
    const workspace = await workspaceWith(`central site FJD {\n${primary}\n}\nsecondary site BAY reports to FJD {\n${secondary}\n}\n`);
    const found = workspace.findings('plan.sup').filter(finding => finding.rule.id === 'internet-sup-on-secondary');
    expect(found).toHaveLength(1);
    return found.flatMap(finding => finding.fixes()).map(fix => fix.title).filter(title => title.startsWith('Move'));
};

const native = 'mode: native\nserver FJDSUP01 { software update point active }';
const alone = 'server BAYDMZ01 {\ninternet fqdn: "updates.bay.example"\nsoftware update point internet\n}';

test('offers to move a server that exists for the role only', async () => {
    expect(await moves(native, alone)).toEqual(['Move BAYDMZ01 with its role to FJD']);
});

test.each([
    ['the primary site is in mixed mode', 'mode: mixed\nserver FJDSUP01 { software update point active }', alone],
    ['the primary site has no active one', 'mode: native', alone],
    ['the active one of the primary site serves the Internet', 'mode: native\nserver FJDSUP01 { software update point active { accepts: intranet, internet } }', alone],
    ['the primary site has an Internet-based one', `${native}\nserver FJDDMZ01 { software update point internet }`, alone],
    ['the primary site has a server of that name', `${native}\nserver BAYDMZ01`, alone],
    ['it has no Internet FQDN', native, 'server BAYDMZ01 { software update point internet }'],
    ['it is the site server', native, 'server BAYDMZ01 {\ninternet fqdn: "updates.bay.example"\nsite server\nsoftware update point internet\n}'],
    ['it holds another role', native, 'server BAYDMZ01 {\ninternet fqdn: "updates.bay.example"\nsoftware update point active\nsoftware update point internet\n}'],
    ['it is a node of a cluster', native, `${alone}\ncluster BAYNLB01 { nodes: BAYDMZ01 }`],
    ['it is a cluster', native, 'server BAYDMZ01\ncluster BAYNLB01 {\nnodes: BAYDMZ01\nsoftware update point internet\n}']
])('does not offer to move the server if %s', async (_, primary, secondary) => {
    expect(await moves(primary, secondary)).toEqual([]);
});

test('moves a server with its comments', async () => {
    const text = `central site FJD {
  mode: native
  server FJDSUP01 { software update point active }
}
secondary site BAY reports to FJD {
  /** In the perimeter network. */
  server BAYDMZ01 { // since spring
    internet fqdn: "updates.bay.example"
    software update point internet
  }
}
`;
    const workspace = await workspaceWith(text);
    const fix = workspace.findings('plan.sup').find(finding => finding.rule.id === 'internet-sup-on-secondary')!.fixes().at(-1)!;
    expect(applied({ 'plan.sup': text }, changesOf(fix.edits))['plan.sup']).toBe(`central site FJD {
  mode: native
  server FJDSUP01 { software update point active }
  /** In the perimeter network. */
  server BAYDMZ01 { // since spring
    internet fqdn: "updates.bay.example"
    software update point internet
  }
}
secondary site BAY reports to FJD {
}
`);
});
