import { expect, test } from 'vitest';
import { changesOf } from '@sup/language';
import { applied, workspaceWith } from '../support/workspace.js';

const id = 'internet-sup-not-remote';

async function fixesOf(text: string): Promise<Record<string, string>> {
    const workspace = await workspaceWith(text);
    const [finding] = workspace.findings('plan.sup').filter(each => each.rule.id === id);
    return Object.fromEntries((finding?.fixes() ?? []).map(fix => [fix.title, applied({ 'plan.sup': text }, changesOf(fix.edits))['plan.sup']!]));
}

test('treats a cluster as being on the servers of its nodes', async () => {
    const workspace = await workspaceWith(`central site FJD {
  mode: native
  server FJDSUP01 { software update point active }
  server FJDSRV01 { site server }
  server FJDDMZ01
  cluster FJDNLB01 {
    nodes: FJDDMZ01, FJDSRV01
    software update point internet
  }
}
`);
    expect(workspace.findings('plan.sup').filter(finding => finding.rule.id === id).map(finding => finding.message.what)).toEqual([
        'The Internet-based software update point of FJD is on its site server, FJDSRV01.'
    ]);
});

test('moves the role unchanged, with its comments, ports and account', async () => {
    const fixes = await fixesOf(`central site FJD {
  mode: native
  server FJDSUP01 {
    internet fqdn: "updates.fjord.example"
    wsus 3.0 SP2 { ports: 80, 443  ssl: required }
    software update point active { ssl: yes }
    /** For the ferries. */
    software update point internet {
      ssl: yes
      account: "FJORD\\svc-dmz" // ends in May
    }
  }
}
`);
    expect(fixes['Move the role to a new server FJDDMZ01']).toBe(`central site FJD {
  mode: native
  server FJDSUP01 {
    wsus 3.0 SP2 { ports: 80, 443  ssl: required }
    software update point active { ssl: yes }
  }
  server FJDDMZ01 {
    internet fqdn: "updates.fjord.example"
    wsus 3.0 SP2 { ports: 80, 443  ssl: required }
    /** For the ferries. */
    software update point internet {
      ssl: yes
      account: "FJORD\\svc-dmz" // ends in May
    }
  }
}
`);
});

test('offers one software update point for all clients in native mode', async () => {
    const fixes = await fixesOf(`central site FJD {
  mode: native
  server FJDSUP01 {
    wsus 3.0 SP2 { ports: 80, 443  ssl: required }
    software update point active
    software update point internet
  }
}
`);
    expect(fixes['Make the active one on FJDSUP01 accept clients from the Internet instead']).toBe(`central site FJD {
  mode: native
  server FJDSUP01 {
    internet fqdn: "updates.example.com"
    wsus 3.0 SP2 { ports: 80, 443  ssl: required }
    software update point active {
      accepts: intranet, internet
    }
  }
}
`);
});
