import { describe, expect, test } from 'vitest';
import { importPlan } from '@sup/import';
import { rowsOf } from '../../import/src/csv/cells.js';
import { bandwidthIn, clientCountIn, isYes, portsIn, rolesIn, siteKindIn } from '../../import/src/csv/words.js';

const planOf = (text: string): string => importPlan([{ name: 'sites.csv', text }]).files[0]!.text;

describe('cells', () => {
    test.each<[string, string, readonly (readonly string[])[]]>([
        ['commas', 'a,b\n1,2\n', [['a', 'b'], ['1', '2']]],
        ['semicolons, and decimal commas inside cells', 'a;b;c\n1,5;2;3', [['a', 'b', 'c'], ['1,5', '2', '3']]],
        ['tabs', 'a\tb\r\n1\t2\r\n', [['a', 'b'], ['1', '2']]],
        ['a declared separator', 'sep=;\r\na,x;b\r\n1;2', [['a,x', 'b'], ['1', '2']]],
        ['the first line of Export-Csv', '#TYPE System.Object\r\n"a","b"\r\n"1","2"', [['a', 'b'], ['1', '2']]],
        ['quotes, separators and line breaks in quotes', 'a,b\n"1 ""x"", y","2\r\n3"\n', [['a', 'b'], ['1 "x", y', '2\r\n3']]],
        ['an unclosed quote', 'a,b\n1,"2\n3', [['a', 'b'], ['1', '2\n3']]],
        ['text after a closing quote', 'a,b\n"1"x,2', [['a', 'b'], ['1x', '2']]],
        ['empty rows and missing cells', 'a,b\n\n,\n1\n', [['a', 'b'], ['1']]],
        ['line breaks of old systems', 'a,b\r1,2\r', [['a', 'b'], ['1', '2']]],
        ['nothing', '', []]
    ])('reads %s', (_, text, rows) => {
        expect(rowsOf('a.csv', text)).toEqual(rows);
    });

    test('refuses too many columns', () => {
        expect(() => rowsOf('a.csv', ','.repeat(501))).toThrow('a.csv has more than 500 columns, which is the limit');
    });

    test('keeps cells of doubled quotes in little more than their size', () => {
        const row = `A01,"${'""'.repeat(400_000)}"\n`;
        const before = process.memoryUsage().heapUsed;
        const rows = rowsOf('a.csv', row.repeat(40));
        const used = process.memoryUsage().heapUsed - before;
        expect(rows[39]![1]).toBe('"'.repeat(400_000));
        expect(used).toBeLessThan(200_000_000);
    });

    test.each([['an unclosed quote', '""'.repeat(500_001)], ['no quotes', 'x'.repeat(1_000_001)]])('refuses a cell of more than a million characters with %s', (_, cell) => {
        expect(() => rowsOf('a.csv', `a,b\n1,2\n1,${cell}`)).toThrow('a.csv has a cell with more than 1,000,000 characters, which is the limit. Its row begins with 1. If a quote in this row or above is not closed, close it');
    });
});

describe('words of people', () => {
    test('reads kinds of sites in English and German', () => {
        expect(['Primary', 'primär', 'P', '2', 'Primär (zentral)', 'CAS', 'central', 'Sekundär', 'secondary', 's', '1', 'branch', ''].map(siteKindIn))
            .toEqual(['primary', 'primary', 'primary', 'primary', 'central', 'central', 'central', 'secondary', 'secondary', 'secondary', 'secondary', undefined, undefined]);
    });

    test('reads roles and their states', () => {
        expect(rolesIn('Standortserver, SUP (aktiv)')).toEqual({ isSiteServer: true, hasUpdatePoint: true, state: 'active' });
        expect(rolesIn('WSUS / DMZ')).toEqual({ isSiteServer: false, hasUpdatePoint: true, state: 'internet' });
        expect(rolesIn('software update point (inactive)')).toEqual({ isSiteServer: false, hasUpdatePoint: true, state: 'inactive' });
        expect(rolesIn('MP')).toEqual({ isSiteServer: false, hasUpdatePoint: false, state: undefined });
    });

    test('reads numbers of clients with any separator of thousands, and nothing that only looks like one', () => {
        expect(['4200', '4.200', '4,200', '4\'200', '4 200', '1.234.567', '4.2', '42.00', 'about 40', '-3', ''].map(clientCountIn)).toEqual([4200, 4200, 4200, 4200, 4200, 1_234_567, undefined, undefined, undefined, undefined, undefined]);
    });

    test('reads bandwidths in bits', () => {
        expect(['10 MBit/s', '2 MBit', '512k', '2 Mbps', '1,5 Mbit/s', '1G', '10', 'fast'].map(bandwidthIn)).toEqual([10_000, 2_000, 512, 2_000, 1_500, 1_000_000, undefined, undefined]);
    });

    test('reads ports and answers', () => {
        expect(portsIn('8530/8531')).toEqual({ http: '8530', https: '8531' });
        expect(portsIn('80')).toEqual({ http: '80', https: undefined });
        expect(['ja', 'X', 'nein', 'maybe', ''].map(isYes)).toEqual([true, true, false, undefined, undefined]);
    });
});

describe('tables of any layout', () => {
    test('reads ports, SSL and links from the columns of English spreadsheets', () => {
        const text = planOf('Site Code,Site Type,Parent Site,Server Name,Roles,WSUS Version,HTTP Port,HTTPS Port,Use SSL,WAN Link\nLON,Central,,LONSUP01,Software Update Point (active),3.0 SP2,8530,8531,No,\nMAN,Secondary,LON,MANSRV01,"Site Server, Software Update Point",3.0 SP2,80,443,Yes,10 Mbps\n');
        expect(text).toContain('ports: 8530, 8531');
        expect(text).toContain('ports: 80, 443');
        expect(text).toContain('link: 10 Mbps');
        expect(text).not.toContain('import: HTTP');
    });

    test('finds columns by their names in any order, language and case', () => {
        const text = planOf('parent site;SERVER;Site-Code;Kind\n;CENSRV01;CEN;Central\nCEN;BERSRV01;BER;Secondary\n');
        expect(text).toContain('central site CEN {');
        expect(text).toContain('secondary site BER reports to CEN {');
        expect(text).toMatch(/server BERSRV01 \{\n {4}site server\n/);
    });

    test('keeps a cell that it cannot read as a comment', () => {
        expect(planOf('Site code,Parent,Type,Clients,Link\nCEN,,central,about 40,slow\n')).toContain('  // import: Clients: about 40\n  // import: Link: slow\n');
    });

    test('says that the kind of a site is not in the table', () => {
        expect(planOf('Site code,Parent,Role\nCEN,,\nBER,CEN,\n')).toMatch(/primary site BER reports to CEN \{ +\/\/ import: the kind of the site is not in the source; it may be a secondary site\n/);
    });

    test('refuses a table without site codes', () => {
        expect(() => planOf('a,b\n1,2\n')).toThrow(/^sites\.csv is not recognized: /);
    });
});
