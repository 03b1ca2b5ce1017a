import { expect, test } from 'vitest';
import { changesOf } from '@sup/language';
import { applied, workspaceWith } from '../support/workspace.js';

const id = 'gpo-wsus-url-conflict';

/** A site with one software update point and the Group Policy address `url`. */
const plan = (url: string, server: string): string => `central site FJD {
  group policy: "${url}"
  server FJDSUP01 {
${server}
}
}
`;

async function fixedAddresses(text: string): Promise<string[]> {
    const workspace = await workspaceWith(text);
    return workspace.findings('plan.sup').filter(finding => finding.rule.id === id)
        .map(finding => /".*"/.exec(applied({ 'plan.sup': text }, changesOf(finding.fixes()[0]!.edits))['plan.sup']!)![0]);
}

const role = 'software update point active';
const wsus = 'wsus 3.0 SP2 { ports: 8530, 8531 }';
const wsusWithSsl = 'wsus 3.0 SP2 { ports: 8530, 8531  ssl: required }';
const fqdn = 'fqdn: "fjdsup01.fjord.example"';

test.each([
    ['nothing about SSL', 'https://fjdsup01:8531', `${wsus}\n${role}`],
    ['nothing about ports', 'http://fjdsup01:8530', `wsus 3.0 SP2\n${role}`],
    ['no full name', 'http://fjdsup01.fjord.example:8530', `${wsus}\n${role}`],
    ['no Internet-based one', 'http://elsewhere.example', '']
])('accepts any address if the plan says %s', async (_, url, server) => {
    expect(await fixedAddresses(plan(url, server))).toEqual([]);
});

test.each([
    ['another server, the ports unknown', 'http://oldwsus:8530', `wsus 3.0 SP2\n${role}`, '"http://FJDSUP01:8530"'],
    ['another server, SSL unknown', 'https://oldwsus:8531', `${wsus}\n${role}`, '"https://FJDSUP01:8531"'],
    ['the short name where the full one is planned', 'http://fjdsup01:8530', `${fqdn}\n${wsus}\n${role}`, '"http://fjdsup01.fjord.example:8530"'],
    ['no SSL where it is required', 'http://fjdsup01:8530', `${wsusWithSsl}\n${role}`, '"https://fjdsup01:8531"'],
    ['SSL where it is off', 'https://fjdsup01:8531', `${wsus.replace('}', ' ssl: no }')}\n${role}`, '"http://fjdsup01:8530"'],
    ['the default port', 'http://fjdsup01', `${wsus}\n${role}`, '"http://fjdsup01:8530"'],
    ['no scheme', 'fjdsup01:8530', `${wsus}\n${role}`, '"http://fjdsup01:8530"'],
    ['a path', 'http://fjdsup01:8530/SelfUpdate', `${wsus}\n${role}`, '"http://fjdsup01:8530"']
])('fixes an address with %s', async (_, url, server, expected) => {
    expect(await fixedAddresses(plan(url, server))).toEqual([expected]);
});

test.each(['http://FJDSUP01:80', 'http://FJDSUP01', 'http://FJDSUP01/'])('leaves an address with the default port, or without a port, to another rule: %s', async url => {
    expect(await fixedAddresses(plan(url, `wsus 3.0 SP2 { ports: 80, 443 }\n${role}`))).toEqual([]);
});

test('accepts any address if the site has several software update points', async () => {
    expect(await fixedAddresses(`central site FJD {
  group policy: "http://elsewhere:8530"
  server FJDSUP01 { ${wsus} ${role} }
  server FJDSUP02 { ${wsus} ${role} }
}
`)).toEqual([]);
});

test('compares Internet clients with the active software update point only if it accepts them', async () => {
    const group = 'clients { on: internet  policy: "https://fjdsup01:8531" }';
    const site = (accepts: string): string => `central site FJD {
  mode: native
  server FJDSUP01 {
    internet fqdn: updates.fjord.example
    ${wsusWithSsl}
    software update point active { ssl: yes  accepts: ${accepts} }
  }
  ${group}
}
`;
    expect(await fixedAddresses(site('intranet, internet'))).toEqual(['"https://updates.fjord.example:8531"']);
    expect(await fixedAddresses(site('intranet'))).toEqual([]);
});

test('offers no address if the plan states SSL without ports, and Group Policy has the port of the other scheme', async () => {
    expect(await fixedAddresses(plan('http://wsus:8530', `wsus 3.0 SP2 { ssl: required }\n${role}`))).toEqual([]);
    expect(await fixedAddresses(plan('https://wsus:8531', `wsus 3.0 SP2 { ssl: required }\n${role}`))).toEqual(['"https://FJDSUP01:8531"']);
});
