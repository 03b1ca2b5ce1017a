import { describe, expect, test } from 'vitest';
import { clientsOf, loadOf, usedOnInternet, usedOnIntranet } from '@sup/model';
import { hierarchyOf, siteOf } from '../support/hierarchy.js';

const role = (server: string, words: string): string => `server ${server} {\nwsus 3.0 SP2\nsoftware update point ${words}\n}`;

describe('the clients at a site', () => {
    const clients = (...lines: string[]): unknown => clientsOf(siteOf(hierarchyOf(`central site NRD {\n${lines.join('\n')}\n}\n`), 'NRD'));

    test('adds the clients of the property and of the groups of a site', () => {
        expect(clients('clients: 100 intranet, 5 internet', 'clients "Kiosks" { count: 20 }', 'clients "Sales" { count: 7  on: internet }')).toEqual({ intranet: 120, internet: 12 });
    });

    test('counts no clients where the plan names none or its numbers cannot be read', () => {
        expect(clients()).toEqual({ intranet: 0, internet: 0 });
        expect(clients('clients: many', 'clients "Sales" { count: some }', 'clients "Kiosks"')).toEqual({ intranet: 0, internet: 0 });
    });
});

describe('the load of an active software update point', () => {
    const load = (site: string, below = ''): number => {
        const hierarchy = hierarchyOf(`central site NRD {\nmode: native\nclients: 1000 intranet, 50 internet\n${site}\n}\n${below}`);
        return loadOf(hierarchy, siteOf(hierarchy, 'NRD'));
    };

    test('a site without an active software update point has no load', () => {
        expect(load('')).toBe(0);
        expect(load(role('NRDSUP01', ''))).toBe(0);
    });

    test('counts Internet clients where the software update point accepts them', () => {
        expect(load(role('NRDSUP01', 'active'))).toBe(1000);
        expect(load(role('NRDSUP01', 'active { accepts: intranet, internet }'))).toBe(1050);
    });

    test('counts the intranet clients of secondary sites without an active software update point', () => {
        expect(load(role('NRDSUP01', 'active'), [
            'secondary site VIK reports to NRD { clients: 80 intranet, 3 internet }',
            `secondary site BRE reports to NRD {\nclients: 40\n${role('BRESUP01', 'active')}\n}`,
            `secondary site ODD reports to NRD {\nclients: 20\n${role('ODDSUP01', 'inactive')}\n}`,
            'primary site FJD reports to NRD { clients: 500 }',
            'secondary site LYN reports to FJD { clients: 10 }'
        ].join('\n'))).toBe(1100);
    });
});

describe('the software update point that clients use', () => {
    const text = `
central site NRD {
  ${role('NRDSUP01', 'active')}
  ${role('NRDDMZ01', 'internet')}
}
primary site FJD reports to NRD { ${role('FJDSUP01', 'active { accepts: intranet, internet }')} }
primary site LYN reports to NRD { ${role('LYNSUP01', 'inactive')} }
secondary site VIK reports to FJD
secondary site BRE reports to FJD { ${role('BRESUP01', 'active')} }
secondary site ODD reports to LYN
secondary site SUB reports to BRE
`;
    const plan = hierarchyOf(text);
    const used = (codes: string[], internet = false): (string | undefined)[] =>
        codes.map(code => (internet ? usedOnInternet(siteOf(plan, code)) : usedOnIntranet(plan, siteOf(plan, code)))?.host.name);

    test('intranet clients use the active software update point of their site, or of its parent at a secondary site without one', () => {
        expect(used(['NRD', 'FJD', 'VIK', 'BRE'])).toEqual(['NRDSUP01', 'FJDSUP01', 'FJDSUP01', 'BRESUP01']);
    });

    test('intranet clients use none where neither their site nor its parent has an active one', () => {
        expect(used(['LYN', 'ODD', 'SUB'])).toEqual([undefined, undefined, undefined]);
    });

    test('Internet clients use the Internet-based software update point, or else an active one that accepts them; at secondary sites, none', () => {
        expect(used(['NRD', 'FJD', 'LYN', 'BRE'], true)).toEqual(['NRDDMZ01', 'FJDSUP01', undefined, undefined]);
    });

    test('clients use none where several software update points are active', () => {
        const several = hierarchyOf(`central site NRD {\n${role('A', 'active { accepts: intranet, internet }')}\n${role('B', 'active { accepts: intranet, internet }')}\n}\nsecondary site VIK reports to NRD\n`);
        expect(several.sites.map(site => usedOnIntranet(several, site))).toEqual([undefined, undefined]);
        expect(usedOnInternet(siteOf(several, 'NRD'))).toBeUndefined();
    });
});
