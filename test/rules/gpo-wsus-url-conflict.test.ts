import { expect, test } from 'vitest';
import { changesOf } from '@sup/language';
import { applied, workspaceWith } from '../support/workspace.js';

const id = 'gpo-wsus-url-conflict';

/** A site with one software update point and the address that Group Policy gives. */
const plan = (url: string, server: string): string => `central site FJD {
  group policy: "${url}"
  server FJDSUP01 {
${server}
}
}
`;

async function mended(text: string): Promise<string[]> {
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
])('a plan that says %s contradicts no address', async (_, url, server) => {
    expect(await mended(plan(url, server))).toEqual([]);
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
])('an address with %s is mended', async (_, url, server, expected) => {
    expect(await mended(plan(url, server))).toEqual([expected]);
});

test('default ports need not be written', async () => {
    expect(await mended(plan('http://FJDSUP01/', `wsus 3.0 SP2 { ports: 80, 443 }\n${role}`))).toEqual([]);
});

test('of several software update points it is not known which one clients use', async () => {
    expect(await mended(`central site FJD {
  group policy: "http://elsewhere:8530"
  server FJDSUP01 { ${wsus} ${role} }
  server FJDSUP02 { ${wsus} ${role} }
}
`)).toEqual([]);
});

test('clients on the Internet use the active one where it accepts them, and no other', async () => {
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
    expect(await mended(site('intranet, internet'))).toEqual(['"https://updates.fjord.example:8531"']);
    expect(await mended(site('intranet'))).toEqual([]);
});
