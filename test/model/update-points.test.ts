import { describe, expect, test } from 'vitest';
import {
    activeUpdatePointOf, activeUpdatePointsOf, customWebSitePorts, defaultWebSitePorts, internetUpdatePointsOf, nodesOf, isTooOldFor, portsOf, serversOf, siteServerOf, type SoftwareUpdatePoint, updatePointsOf, usesSsl, wsusOf, wsusVersionOf
} from '@sup/model';
import { hierarchyOf, siteOf } from '../support/hierarchy.js';

/** The first role of a site NRD with these statements. */
const role = (...lines: string[]): SoftwareUpdatePoint => updatePointsOf(siteOf(hierarchyOf(`central site NRD {\n${lines.join('\n')}\n}\n`), 'NRD'))[0]!;
const onServer = (wsus: string, point: string, fqdn = ''): SoftwareUpdatePoint => role(`server NRDSUP01 {\n${fqdn}\n${wsus}\nsoftware update point active ${point}\n}`);

describe('the roles of a site', () => {
    const site = siteOf(hierarchyOf(`central site NRD {
  cluster NRDNLB01 { software update point active }
  server NRDSUP01 { software update point }
  server NRDSUP02 { software update point inactive }
  server NRDDMZ01 { software update point internet }
  server NRDSUP03 { software update point actve }
}`), 'NRD');
    const names = (points: readonly SoftwareUpdatePoint[]): string[] => points.map(point => point.host.name);

    test('a role is inactive unless it declares another state', () => {
        expect(names(updatePointsOf(site))).toEqual(['NRDSUP01', 'NRDSUP02', 'NRDDMZ01', 'NRDSUP03', 'NRDNLB01']);
        expect(names(activeUpdatePointsOf(site))).toEqual(['NRDNLB01']);
        expect(names(internetUpdatePointsOf(site))).toEqual(['NRDDMZ01']);
        expect(activeUpdatePointOf(site)?.host.name).toBe('NRDNLB01');
    });
});

describe('the servers of a role', () => {
    const cluster = (nodes: string): SoftwareUpdatePoint => role(
        'server A { wsus 3.0 SP1 { ports: 80, 443 } }', 'server B', 'server C { wsus 3.0 SP2 { ports: 8530, 8531 } }', `cluster N {\nnodes: ${nodes}\nsoftware update point active\n}`
    );

    test('a role on a server runs on that server', () => {
        expect(serversOf(onServer('', '')).map(server => server.name)).toEqual(['NRDSUP01']);
    });

    test('a role on a cluster runs on the nodes that the site declares, in order, each once', () => {
        expect(serversOf(cluster('C, X, B, C')).map(server => server.name)).toEqual(['C', 'B']);
        expect(serversOf(cluster('X, N'))).toEqual([]);
    });

    test('a cluster with unreadable nodes has no servers', () => {
        expect(serversOf(cluster('10:00'))).toEqual([]);
        expect(nodesOf(siteOf(hierarchyOf('central site NRD { cluster N }'), 'NRD').clusters[0]!)).toEqual([]);
    });

    test('a cluster uses the WSUS of its first node that has one', () => {
        expect(wsusOf(cluster('B, C, A'))?.server.name).toBe('C');
        expect(wsusOf(cluster('B'))).toBeUndefined();
    });
});

describe('the ports', () => {
    test('WSUS uses ports 80 and 443 on the default web site, and 8530 and 8531 on a custom one', () => {
        expect(defaultWebSitePorts).toEqual({ http: 80, https: 443 });
        expect(customWebSitePorts).toEqual({ http: 8530, https: 8531 });
    });

    test('a role uses its own ports, else those of its WSUS server, else those of the default web site', () => {
        expect(portsOf(onServer('wsus 3.0 SP2 { ports: 8530, 8531 }', '{ ports: 81 }'))).toEqual({ http: 81, https: undefined });
        expect(portsOf(onServer('wsus 3.0 SP2 { ports: 8530, 8531 }', ''))).toEqual({ http: 8530, https: 8531 });
        expect(portsOf(onServer('wsus 3.0 SP2', ''))).toEqual(defaultWebSitePorts);
        expect(portsOf(onServer('', ''))).toEqual(defaultWebSitePorts);
    });

    test('ignores unreadable ports of a role', () => {
        expect(portsOf(onServer('wsus 3.0 SP2 { ports: 8530, 8531 }', '{ ports: many }'))).toEqual({ http: 8530, https: 8531 });
    });
});

describe('SSL', () => {
    test.each([
        ['', '', undefined], ['wsus 3.0 SP2', '', undefined],
        ['wsus 3.0 SP2 { ssl: required }', '', true], ['wsus 3.0 SP2 { ssl: whole website }', '', true], ['wsus 3.0 SP2 { ssl: no }', '', false],
        ['wsus 3.0 SP2 { ssl: required }', '{ ssl: no }', false], ['wsus 3.0 SP2 { ssl: no }', '{ ssl: yes }', true], ['', '{ ssl: yes }', true]
    ])('uses SSL with %j on the server and %j on the role: %s', (wsus, point, expected) => {
        expect(usesSsl(onServer(wsus, point))).toBe(expected);
    });
});

describe('the site server', () => {
    const siteServer = (text: string): string | undefined => siteServerOf(siteOf(hierarchyOf(`central site NRD {\n${text}\n}\n`), 'NRD'))?.name;

    test('takes the server that the plan marks, if it marks exactly one', () => {
        expect(siteServer('server NRDSUP01\nserver NRDSRV01 { site server }')).toBe('NRDSRV01');
        expect(siteServer('server NRDSUP01')).toBeUndefined();
        expect(siteServer('server NRDSRV01 { site server }\nserver NRDSRV02 { site server }')).toBeUndefined();
    });
});

describe('the version of WSUS', () => {
    const cluster = (...versions: string[]): SoftwareUpdatePoint =>
        role(...versions.map((version, i) => `server S${i} {\n${version}\n}`), `cluster C {\nnodes: ${versions.map((_, i) => `S${i}`).join(', ')}\nsoftware update point active\n}`);

    test('a cluster has the WSUS version of its nodes, where they agree', () => {
        expect(wsusVersionOf(onServer('wsus 3.0 SP1', ''))).toBe('3.0 SP1');
        expect(wsusVersionOf(cluster('wsus 3.0 SP2', 'wsus 3.0 SP2'))).toBe('3.0 SP2');
        expect(wsusVersionOf(cluster('wsus 3.0 SP2', ''))).toBe('3.0 SP2');
        expect(wsusVersionOf(cluster('wsus 3.0 SP2', 'wsus 3.0 SP1'))).toBeUndefined();
        expect(wsusVersionOf(cluster('wsus 3.0 SP2', 'wsus 4.0'))).toBeUndefined();
        expect(wsusVersionOf(onServer('', ''))).toBeUndefined();
    });

    test.each([
        ['SP1', '3.0', true], ['SP2 R3', '3.0', true], ['SP1', '3.0 SP1', false], ['RTM', '3.0', false], ['SMS 2003', '3.0', false], ['SP9', '3.0', false]
    ] as const)('compares the release %s of a site with WSUS %s', (release, version, isTooOld) => {
        expect(isTooOldFor(siteOf(hierarchyOf(`central site NRD { release: ${release} }\n`), 'NRD'), version)).toBe(isTooOld);
    });
});
