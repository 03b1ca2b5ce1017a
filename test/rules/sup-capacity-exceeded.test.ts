import { expect, test } from 'vitest';
import { findingsOf } from '../support/rule-findings.js';
import { workspaceWith } from '../support/workspace.js';

const id = 'sup-capacity-exceeded';
const plan = (clients: string, server: string, more = ''): string => `central site NRD {\n  mode: native\n  clients: ${clients}\n  ${server}\n}\n${more}`;
const server = (version: string, role: string, more = ''): string => `server NRDSUP01 {\n    ${more}\n    wsus ${version} { ssl: required }\n    software update point ${role}\n  }`;
const titles = async (text: string): Promise<string[][]> => (await findingsOf(id, text)).map(({ fixes }) => Object.keys(fixes));

test.each([
    ['3.0 SP1', '', 25_000], ['3.0', '', 25_000], ['3.0 SP2', '', 100_000], ['3.0 SP2', 'site server', 25_000], ['3.0 SP2', 'other roles: management point', 25_000], ['unknown', '', 100_000],
    ['3.0 SP2', 'other roles: unknown', 100_000]
])('WSUS %s on a computer with %j supports %i clients', async (version, more, capacity) => {
    const limited = capacity === 100_000 ? 'primary-client-limit' : id;
    expect(await findingsOf(id, plan(`${capacity} intranet`, server(version, 'active { ssl: yes }', more)))).toEqual([]);
    expect(await findingsOf(limited, plan(`${capacity + 1} intranet`, server(version, 'active { ssl: yes }', more)))).toHaveLength(1);
});

test('counts Internet clients where a role accepts them', async () => {
    expect(await findingsOf(id, plan('20000 intranet, 6000 internet', server('3.0 SP1', 'active { ssl: yes }')))).toEqual([]);
    expect((await findingsOf(id, plan('20000 intranet, 6000 internet', server('3.0 SP1', 'active { ssl: yes  accepts: intranet, internet }')))).map(({ what }) => what))
        .toEqual(['26,000 clients use the software update point on NRDSUP01 (20,000 of NRD and 6,000 on the Internet), but it supports 25,000.']);
    expect(await findingsOf(id, plan('100 intranet, 26000 internet', server('3.0 SP1', 'internet { ssl: yes }')))).toHaveLength(1);
});

test('does not judge a cluster, for which the documentation states no number', async () => {
    const cluster = 'server A { wsus 3.0 SP2 }\n  server B { wsus 3.0 SP2 }\n  cluster C {\n    nodes: A, B\n    software update point active\n  }';
    expect(await findingsOf(id, plan('60000', cluster))).toEqual([]);
});

test('relieves the role by as few secondary sites as possible', async () => {
    const below = ['VIK', 'BRE', 'ODD'].map((code, i) => `secondary site ${code} reports to NRD { clients: ${3_000 + i} }\n`).join('');
    const [found] = await findingsOf(id, plan('20000', server('3.0 SP2', 'active { ssl: yes }', 'site server'), below));
    expect(Object.keys(found!.fixes)).toEqual(['Give ODD and BRE their own software update points']);
    expect((await workspaceWith(Object.values(found!.fixes)[0]!)).listing().filter(finding => !finding.includes('sync-criteria'))).toEqual([]);
});

test('offers nothing where a new computer would have to replace the site server', async () => {
    expect(await titles(plan('42000', server('3.0 SP2', 'active { ssl: yes }', 'site server')))).toEqual([[]]);
});
