import { describe, expect, test } from 'vitest';
import { expectLinear } from '../support/hostile.js';
import { findingsOf } from '../support/rule-findings.js';

const id = 'server-name-duplicate';

describe('a server name in several sites', () => {
    test('reports every server but the first, and relates it to that one', async () => {
        const found = await findingsOf(id, `central site NRD { server SUP { } }
primary site FJD reports to NRD { server SUP { } }
primary site LYN reports to NRD { cluster SUP { } }
`);
        expect(found.map(({ what, related }) => [what, related])).toEqual([
            ['The name SUP is used 3 times: for a server of FJD, a cluster of LYN and a server of NRD.', ['SUP is also a server of FJD']],
            ['The name SUP is used 3 times: for a server of FJD, a cluster of LYN and a server of NRD.', ['SUP is also a server of FJD']]
        ]);
    });

    test('lets the site keep the name whose code begins it', async () => {
        const found = await findingsOf(id, 'central site NRD { server NRDSUP01 { } }\nprimary site FJD reports to NRD { server NRDSUP01 { } }\n');
        expect(found.map(({ related, fixes }) => [related, Object.keys(fixes)])).toEqual([
            [['NRDSUP01 is also a server of NRD'], ['Rename server NRDSUP01 of FJD to FJDSUP01', 'Rename server NRDSUP01 of NRD to NRDSUP02']]
        ]);
    });

    test('renames the node in a cluster of the site too', async () => {
        const [found] = await findingsOf(id, `central site NRD { server NRDSUP01 { } }
primary site FJD reports to NRD {
  server NRDSUP01 { }
  server "FJD SUP" { }
  cluster FJDNLB01 { nodes: "FJD SUP", NRDSUP01 }
}
`);
        expect(found!.fixes['Rename server NRDSUP01 of FJD to FJDSUP01']!['plan.sup']).toBe(`central site NRD { server NRDSUP01 { } }
primary site FJD reports to NRD {
  server FJDSUP01 { }
  server "FJD SUP" { }
  cluster FJDNLB01 { nodes: "FJD SUP", FJDSUP01 }
}
`);
    });

    test('keeps a name with blanks in quotes', async () => {
        const [found] = await findingsOf(id, 'central site NRD { server "NRD SUP 1" { } }\nprimary site FJD reports to NRD { cluster "NRD SUP 1" { } }\n');
        expect(found!.fixes['Rename server NRD SUP 1 of NRD to NRD SUP 2']!['plan.sup']).toContain('server "NRD SUP 2" {');
    });
});

describe('a server name twice in one site', () => {
    test('offers no merge of a server and a cluster', async () => {
        const found = await findingsOf(id, 'central site NRD {\n  server SUP { fqdn: "a.example" }\n  cluster SUP { nodes: SUP }\n}\n');
        expect(found.map(({ message, fixes }) => [message, Object.keys(fixes)])).toEqual([['again', ['Rename cluster SUP of NRD to SUP2', 'Remove this cluster SUP']]]);
    });

    test('offers no merge of blocks with the same property', async () => {
        const found = await findingsOf(id, 'central site NRD {\n  server SUP { fqdn: "a.example" }\n  server SUP { fqdn: "b.example" }\n}\n');
        expect(Object.keys(found[0]!.fixes)).toEqual(['Rename server SUP of NRD to SUP2', 'Remove this server SUP']);
    });

    test.each([
        ['server SUP', 'server SUP { fqdn: "a.example" }', '  server SUP {\n    fqdn: "a.example"\n  }\n'],
        ['server SUP { }', 'server SUP { fqdn: "a.example" }', '  server SUP { fqdn: "a.example" }\n'],
        ['server SUP {\n    site server\n  }', 'server SUP {\n\n      // its WSUS\n      wsus 3.0 SP2 {\n        ports: 80, 443\n      }\n  }', '  server SUP {\n    site server\n    // its WSUS\n    wsus 3.0 SP2 {\n      ports: 80, 443\n    }\n  }\n']
    ])('merges %j and %j', async (first, second, expected) => {
        const [found] = await findingsOf(id, `central site NRD {\n  ${first}\n  ${second}\n}\n`);
        expect(found!.fixes['Merge both blocks of SUP into the first']!['plan.sup']).toBe(`central site NRD {\n${expected}}\n`);
    });
});

test('ignores servers without a name, which another rule reports', async () => {
    expect(await findingsOf(id, 'central site NRD {\n  server {\n  }\n  server {\n  }\n}\n')).toEqual([]);
});

test.each<[string, (i: number) => string]>([
    ['servers of one site', () => '  server SUP { }'], ['servers of as many sites', i => `}\nprimary site S${i} reports to NRD {\n  server SUP { }`]
])('finds very many %s in linear time', async (_, line) => {
    await expectLinear(n => `central site NRD {\n${Array.from({ length: n }, (_, i) => line(i)).join('\n')}\n}\n`, 1_000);
}, 60_000);

test('keeps the layout of a merged block that has a comment beside its brace', async () => {
    const [found] = await findingsOf(id, 'central site NRD {\n  server A {\n    site server\n  }\n  server A {  // the second half\n    wsus 3.0 SP2 {\n      ports: 8530, 8531\n    }\n  }\n}\n');
    expect(found!.fixes['Merge both blocks of A into the first']!['plan.sup'])
        .toBe('central site NRD {\n  server A {\n    site server\n    // the second half\n    wsus 3.0 SP2 {\n      ports: 8530, 8531\n    }\n  }\n}\n');
});
