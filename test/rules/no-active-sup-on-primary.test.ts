import { expect, test } from 'vitest';
import { workspaceWith } from '../support/workspace.js';

const messagesOf = async (text: string): Promise<string[]> => (await workspaceWith(text)).findings('plan.sup')
    .filter(finding => finding.rule.id === 'no-active-sup-on-primary').map(finding => finding.message.what);

test('counts the clients of secondary sites without an active software update point', async () => {
    expect(await messagesOf(`central site FJD {
  clients "Kiosks" { count: 1 }
}
secondary site BAY reports to FJD { clients: 80 intranet }
secondary site TRD reports to FJD {
  clients: 40 intranet
  server TRDSUP01 { software update point }
}
secondary site BOD reports to FJD {
  clients: 20 intranet
  server BODSUP01 { software update point active }
}
`)).toEqual(['FJD has no software update point for its 1 client and 120 clients of its secondary sites.']);
});

test('reports neither a site without clients nor a site of SMS 2003', async () => {
    expect(await messagesOf('central site FJD\nprimary site OLD reports to FJD { release: SMS 2003  clients: 90 intranet }\n')).toEqual([]);
});
