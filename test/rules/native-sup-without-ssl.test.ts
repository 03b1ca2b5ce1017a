import { expect, test } from 'vitest';
import { findingsOf } from '../support/rule-findings.js';

const id = 'native-sup-without-ssl';
const plan = (wsus: string, point: string, more = ''): string => `central site NRD {\n  mode: native\n  server NRDSUP01 {\n    site server\n    ${wsus}\n    software update point ${point}\n  }\n${more}}\n`;

test.each([
    ['the SSL setting of the role cannot be read', plan('wsus 3.0 SP2 { ports: 80, 443 }', 'active { ssl: yse }')],
    ['the SSL setting of WSUS cannot be read', plan('wsus 3.0 SP2 { ssl: requird }', 'active')],
    ['there is no WSUS yet', plan('', 'active')],
    ['the role is not active', plan('wsus 3.0 SP2', 'inactive { ssl: no }')]
])('reports nothing if %s', async (_, text) => {
    expect(await findingsOf(id, text)).toEqual([]);
});

test('does not offer mixed mode if Internet clients are planned at the site or below', async () => {
    const titles = async (text: string): Promise<string[]> => Object.keys((await findingsOf(id, text))[0]!.fixes);
    const ssl = 'Use SSL for the software update point on NRDSUP01';
    const below = 'primary site FJD reports to NRD {\n  mode: native\n  server FJDSUP01 {\n    wsus 3.0 SP2\n    software update point active { accepts: intranet, internet  ssl: yes }\n  }\n}\n';
    expect(await titles(plan('wsus 3.0 SP2', 'active'))).toEqual([ssl, 'Set NRD to mixed mode']);
    expect(await titles(plan('wsus 3.0 SP2', 'active { accepts: intranet, internet }'))).toEqual([ssl]);
    expect(await titles(plan('wsus 3.0 SP2', 'active') + below)).toEqual([ssl]);
});

test('names the site from which a secondary site inherits its mode', async () => {
    const found = await findingsOf(id, 'central site NRD { mode: native }\nsecondary site VIK reports to NRD {\n  server VIKSUP01 {\n    wsus 3.0 SP2\n    software update point active\n  }\n}\n');
    expect(found.map(({ message, related }) => [message, related])).toEqual([['unstated', ['NRD is in native mode']]]);
});
