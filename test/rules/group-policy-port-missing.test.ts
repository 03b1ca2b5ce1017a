import { expect, test } from 'vitest';
import { findingsOf } from '../support/rule-findings.js';

const id = 'group-policy-port-missing';

const plan = (url: string, ports = '80, 443', wsus = ''): string => `central site FJD {
  group policy: "${url}"
  server FJDSUP01 {
    wsus 3.0 SP2 { ports: ${ports}${wsus} }
    software update point active
  }
}
`;

test.each([
    ['on port 80', plan('http://fjdsup01'), 'Set the Group Policy address to http://fjdsup01:80'],
    ['with a slash at its end', plan('http://FJDSUP01/'), 'Set the Group Policy address to http://FJDSUP01:80'],
    ['on port 443 with SSL', plan('https://fjdsup01', '80, 443', '  ssl: required'), 'Set the Group Policy address to https://fjdsup01:443']
])('reports an address without a port %s', async (_, text, fix) => {
    const [found] = await findingsOf(id, text);
    expect(Object.keys(found!.fixes)[0]).toBe(fix);
    expect(await findingsOf(id, found!.fixes[fix]!)).toEqual([]);
});

test.each([
    ['has the port', plan('http://fjdsup01:80')],
    ['lacks a port that is not the default one', plan('http://fjdsup01', '8530, 8531')],
    ['names another server', plan('http://oldwsus')],
    ['has another scheme', plan('https://fjdsup01', '80, 443', '  ssl: no')],
    ['cannot be compared because the plan has no ports', plan('http://fjdsup01').replace('ports: 80, 443', '')]
])('reports nothing if the address %s', async (_, text) => {
    expect(await findingsOf(id, text)).toEqual([]);
});
