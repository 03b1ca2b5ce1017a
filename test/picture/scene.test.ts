import { describe, expect, test } from 'vitest';
import { assembleHierarchy } from '@sup/model';
import { buildScene, clientsText, type Scene, type SceneSite, supplyText, totalClientsText } from '@sup/picture';
import { hierarchyOf, siteOf } from '../support/hierarchy.js';
import { largeHierarchy } from '../support/large-hierarchy.js';

const plan = `
hierarchy Fjordline
central site OSL "Oslo" {
  release: SP2 R3
  mode: native
  clients: 900 intranet, 40 internet
  server OSLSRV01 { site server }
  server OSLSUP01 { wsus 3.0 SP2 { } software update point }
  server OSLSUP02 { wsus 3.0 SP2 { } software update point }
  cluster OSLNLB {
    nodes: OSLSUP01, OSLSUP02
    software update point active
  }
  server OSLDMZ01 {
    wsus 3.0 SP2 { }
    software update point internet { source: none }
  }
}
secondary site BER "Bergen" reports to OSL {
  mode: mixed
  clients: 240 intranet
  link: 2 Mbps, 35 ms, open 19:00 to 06:00
  server BERSUP01 { wsus 3.0 SP2 { replica: yes } software update point active }
}
secondary site ALE "Alesund" reports to OSL { clients: 1 intranet }
primary site TRD "Trondheim" reports to OSL { server TRDSUP01 { wsus 3.0 SP2 { } software update point active } }
primary site STV "Stavanger" reports to OSL { server STVSUP01 { wsus 3.0 SP2 { } software update point active } synchronization { source: none } }
`;

const sceneOf = (text: string): Scene => buildScene(hierarchyOf(text), []);

function siteIn({ sites }: Scene, code: string): SceneSite {
    return sites.find(site => site.code === code)!;
}

test('marks sites and servers with unknown values, and lists the values', () => {
    const scene = sceneOf('central site OSL {\n  mode: unknown\n  server OSLSUP01 { wsus unknown { ports: unknown } software update point unknown }\n  server OSLSRV01 { site server }\n  synchronization { source: unknown }\n}');
    const site = siteIn(scene, 'OSL');
    expect(site.unknowns).toEqual(['mode', 'source of the synchronization', 'ports of WSUS on OSLSUP01', 'version of WSUS on OSLSUP01', 'state of the software update point on OSLSUP01']);
    expect(site.servers.map(({ name, marks, wsus, isUncertain }) => [name, marks, wsus, isUncertain])).toEqual([['OSLSUP01', ['uncertain'], 'WSUS ?', true], ['OSLSRV01', ['site-server'], undefined, false]]);
    expect(site.sentence).toContain('5 unknown values');
    const active = sceneOf('central site OSL { server OSLSUP01 { wsus 3.0 SP2 { } software update point active } synchronization { source: unknown } }');
    expect(supplyText(siteIn(active, 'OSL').supply)).toBe('synchronization source unknown');
});

test('shows an unknown number of clients as unknown, not as none', () => {
    const { sites } = sceneOf('central site OSL { clients: 10 }\nprimary site BER reports to OSL { clients: unknown }\nprimary site TRD reports to OSL { clients: 40\nclients "Shop" { count: unknown } }');
    expect(sites.map(({ code, clients }) => `${code}: ${clientsText(clients)}`)).toEqual(['OSL: 10 clients', 'BER: unknown number of clients', 'TRD: at least 40 clients']);
    expect(totalClientsText(sites)).toBe('at least 50 clients');
    expect(sites.map(({ sentence }) => /unknown number of clients|(?:at least )?\d+ clients/.exec(sentence)?.[0])).toEqual(['10 clients', 'unknown number of clients', 'at least 40 clients']);
});

describe('the scene of a valid plan', () => {
    const scene = sceneOf(plan);

    test('lists parents before their children, primary before secondary sites, then by code', () => {
        expect(scene.sites.map(({ code, level }) => `${level} ${code}`)).toEqual(['1 OSL', '2 STV', '2 TRD', '2 ALE', '2 BER']);
        expect(scene.tops).toEqual(['site:OSL']);
        expect(siteIn(scene, 'OSL').children).toEqual(['site:STV', 'site:TRD', 'site:ALE', 'site:BER']);
        expect(siteIn(scene, 'BER').parent).toBe('site:OSL');
    });

    test('describes each site in one sentence', () => {
        expect(scene.sites.map(({ sentence }) => sentence)).toEqual([
            'Oslo, OSL, central site at the top, 900 clients, 40 more on the Internet, synchronizes from Microsoft Update',
            'Stavanger, STV, primary site below OSL, no clients, updated by export and import',
            'Trondheim, TRD, primary site below OSL, no clients, synchronizes from OSLNLB',
            'Alesund, ALE, secondary site below OSL, 1 client, clients scan at OSLNLB',
            'Bergen, BER, secondary site below OSL, 240 clients, replica of OSLNLB'
        ]);
    });

    test('shows the effective mode, not the written one', () => {
        expect(siteIn(scene, 'BER')).toMatchObject({ mode: 'native' });
    });

    test('describes links in the words of the language', () => {
        expect(siteIn(scene, 'BER').link).toEqual({ speed: '2 Mbps, 35 ms', window: 'open 19:00 to 06:00' });
        expect(siteIn(scene, 'OSL').link).toBeUndefined();
    });

    test('lists servers with their roles, those that clients use first', () => {
        expect(siteIn(scene, 'OSL').servers.map(({ id, marks, wsus }) => [id, marks.join(' '), wsus])).toEqual([
            ['cluster:OSLNLB', 'active cluster', 'WSUS 3.0 SP2'],
            ['server:OSLDMZ01', 'internet', 'WSUS 3.0 SP2'],
            ['server:OSLSUP01', 'node', 'WSUS 3.0 SP2'],
            ['server:OSLSUP02', 'node', 'WSUS 3.0 SP2'],
            ['server:OSLSRV01', 'site-server', undefined]
        ]);
    });

    test('shows the server for clients on the Internet and where it gets its updates from', () => {
        const { internet, servers } = siteIn(scene, 'OSL');
        expect(internet).toEqual({ clients: 40, server: 'OSLDMZ01' });
        expect(servers.map(({ note }) => note).filter(Boolean)).toEqual(['updated by export and import']);
        expect(siteIn(scene, 'TRD').internet).toBeUndefined();
    });

    test('only the top site gets updates from Microsoft Update', () => {
        expect(scene.feeds).toEqual([{ from: 'microsoft-update', to: 'site:OSL' }]);
    });

    test('survives a round trip through JSON', () => {
        expect(JSON.parse(JSON.stringify(scene))).toEqual(JSON.parse(JSON.stringify(sceneOf(plan))));
    });
});

describe('sources of updates', () => {
    const supplies = (text: string, code: string): string => supplyText(siteIn(sceneOf(text), code).supply);
    const point = (name: string): string => `server ${name} { wsus 3.0 SP2 { } software update point active }`;

    test('a site without a software update point cuts off the sites below it', () => {
        const gap = `central site AAA { ${point('A1')} }\nprimary site BBB reports to AAA { }\nprimary site CCC reports to BBB { ${point('C1')} }`;
        expect(supplies(gap, 'BBB')).toBe('no software update point');
        expect(supplies(gap, 'CCC')).toBe('no upstream server');
    });

    test('clients of a secondary site cannot scan if neither it nor its parent has a software update point', () => {
        expect(supplies('central site AAA { }\nsecondary site BBB reports to AAA { }', 'BBB')).toBe('no software update point');
    });

    test('a named source has a separate line, unless it is the parent\'s server', () => {
        const named = (server: string): string => `central site AAA { ${point('A1')} }\nprimary site BBB reports to AAA { ${point('B1')} }
            primary site CCC reports to AAA { ${point('C1')} synchronization { source: server ${server} } }`;
        expect(sceneOf(named('B1')).feeds).toContainEqual({ from: 'site:BBB', to: 'site:CCC' });
        expect(siteIn(sceneOf(named('B1')), 'CCC').supply).toEqual({ kind: 'server', server: 'B1' });
        expect(siteIn(sceneOf(named('A1')), 'CCC').supply).toEqual({ kind: 'parent', server: 'A1' });
    });

    test('Microsoft Update feeds the first site that has a software update point', () => {
        const scene = sceneOf(`central site AAA { }\nprimary site BBB reports to AAA { ${point('B1')} }`);
        expect(scene.feeds).toEqual([{ from: 'microsoft-update', to: 'site:BBB' }]);
    });
});

describe('sites outside the tree', () => {
    test('shows a site whose parent does not exist outside the tree', () => {
        const scene = sceneOf('central site AAA { }\nprimary site BBB reports to XYZ { }\nsecondary site CCC { }\nsecondary site DDD reports to BBB { }');
        expect(scene.tops).toEqual(['site:AAA', 'site:BBB', 'site:CCC']);
        expect(scene.sites.map(({ code, apart }) => [code, apart])).toEqual([
            ['AAA', undefined], ['BBB', 'parent XYZ does not exist'], ['DDD', undefined], ['CCC', 'has no parent site']
        ]);
        expect(siteIn(scene, 'BBB').sentence).toBe('BBB, primary site outside the tree (parent XYZ does not exist), no clients, no software update point');
    });

    test('shows a loop outside the tree, starting at its first code, with the sites below it', () => {
        const scene = sceneOf('central site AAA { }\nprimary site CCC reports to BBB { }\nprimary site BBB reports to CCC { }\nsecondary site DDD reports to CCC { }\nprimary site EEE reports to EEE { }');
        expect(scene.sites.map(({ code, parent }) => [code, parent])).toEqual([['AAA', undefined], ['EEE', undefined], ['BBB', undefined], ['CCC', 'site:BBB'], ['DDD', 'site:CCC']]);
        expect(siteIn(scene, 'CCC').apart).toBe('in a loop: BBB → CCC → BBB');
        expect(siteIn(scene, 'EEE').apart).toBe('in a loop: EEE → EEE');
    });

    test('gives sites and servers with the same name different ids, even if another name looks like such an id', () => {
        const { sites } = hierarchyOf('central site AAA { server S1 { } server S1 { } }\nprimary site AAA { server S1 { } }\nprimary site BBB { }\nprimary site { }\nprimary site { }');
        const scene = buildScene(assembleHierarchy(undefined, sites.map(site => site.code === 'BBB' ? { ...site, code: 'AAA#2' } : site)), []);
        const ids = scene.sites.flatMap(({ id, servers }) => [id, ...servers.map(server => server.id)]);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).toContain('site:AAA');
        expect(siteIn(scene, '(no name)').id).toMatch(/^site:/);
    });
});

describe('problems of a scene', () => {
    const hierarchy = hierarchyOf(plan);
    const site = siteOf(hierarchy, 'OSL');
    const [cluster] = site.clusters;
    const scene = buildScene(hierarchy, [
        { rule: 'some-hint', severity: 'hint', message: 'Think of it.', element: site },
        { rule: 'some-error', severity: 'error', message: `What. ${'Why. '.repeat(2_000)}`, element: cluster!.updatePoints[0] },
        { rule: 'some-warning', severity: 'warning', message: 'About the whole plan.', element: undefined }
    ]);

    test('a site lists its problems, the most severe first', () => {
        expect(siteIn(scene, 'OSL').problems.map(({ rule }) => rule)).toEqual(['some-error', 'some-hint']);
        expect(siteIn(scene, 'OSL').sentence).toMatch(/, 2 problems$/);
        expect(scene.problems.map(({ rule }) => rule)).toEqual(['some-warning']);
    });

    test('counts the problems of servers and cuts long messages', () => {
        expect(siteIn(scene, 'OSL').servers[0]).toMatchObject({ id: 'cluster:OSLNLB', problems: 1 });
        expect(siteIn(scene, 'OSL').problems[0]!.message.length).toBeLessThanOrEqual(1_000);
    });
});

test('a site keeps its id when others are added', () => {
    const before = sceneOf(plan);
    const after = sceneOf(`${plan}\nprimary site AAA reports to OSL { }`);
    const ids = ({ sites }: Scene): string[] => sites.map(({ id }) => id);
    expect(ids(after).filter(id => id !== 'site:AAA')).toEqual(ids(before));
});

test('builds the scene of the longest possible chain without recursion', () => {
    const codes = Array.from({ length: 12_000 }, (_, i) => i.toString(36).toUpperCase().padStart(4, '0'));
    const text = codes.map((code, i) => `primary site ${code}${i === 0 ? '' : ` reports to ${codes[i - 1]}`}`).join('\n');
    expect(sceneOf(text).sites.at(-1)).toMatchObject({ code: codes.at(-1), level: codes.length });
});

test('the scene of a large hierarchy contains every site once', () => {
    const scene = buildScene(largeHierarchy(5_000), []);
    expect(new Set(scene.sites.map(({ id }) => id)).size).toBe(5_000);
});
