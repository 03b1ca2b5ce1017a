import { describe, expect, test } from 'vitest';
import { changesOf } from '@sup/language';
import { applied, workspaceWith } from '../support/workspace.js';

const site = (line: string): string => `central site NOR {\n  ${line}\n}\n`;
const wsus = (line: string): string => `central site NOR {\n  server A {\n    wsus 3.0 SP2 {\n      ${line}\n    }\n  }\n}\n`;
const point = (line: string): string => `central site NOR {\n  server A {\n    wsus 3.0 SP2\n    software update point active {\n      ${line}\n    }\n  }\n}\n`;
const synchronization = (line: string): string => `central site NOR {\n  synchronization {\n    ${line}\n  }\n}\n`;

describe('fixes of a value', () => {
    test.each<[(line: string) => string, string, string]>([
        [site, 'release: sp2 r2', 'release: SP2 R2'],
        [site, 'release: SP 2', 'release: SP2'],
        [site, 'mode: "native"', 'mode: native'],
        [site, 'clients: 12,000 intranet', 'clients: 12000 intranet'],
        [site, 'clients: intranet 40', 'clients: 40 intranet'],
        [site, 'link: 512kbps, 40ms', 'link: 512 kbps, 40 ms'],
        [wsus, 'ports: 8530 8531', 'ports: 8530, 8531'],
        [wsus, 'ssl: require', 'ssl: required'],
        [wsus, 'replica: Yes', 'replica: yes'],
        [point, 'accepts: intrnet', 'accepts: intranet'],
        [point, 'accepts: internet', 'accepts: intranet, internet'],
        [point, 'ssl: yse', 'ssl: yes'],
        [synchronization, 'source: microsoft update', 'source: Microsoft Update'],
        [synchronization, 'source: parent', 'source: parent site'],
        [site, 'release: 2007 SP2', 'release: SP2'],
        [site, 'release: ConfigMgr 2007 SP2 R3', 'release: SP2 R3'],
        [site, 'release: SCCM 2007 RTM', 'release: RTM'],
        [site, 'link: 2mbit', 'link: 2 Mbps'],
        [site, 'link: 2 Mbps 40 ms', 'link: 2 Mbps, 40 ms'],
        [site, 'link: "2 mbit/s"', 'link: 2 Mbps'],
        [site, 'link: 512 kbit, 40 msec', 'link: 512 kbps, 40 ms'],
        [synchronization, 'schedule: daily', 'schedule: every 1 day'],
        [synchronization, 'schedule: daily at 2am', 'schedule: every 1 day at 02:00'],
        [synchronization, 'schedule: every day at 2:00', 'schedule: every 1 day at 02:00'],
        [synchronization, 'schedule: nightly at 11:30 PM', 'schedule: every 1 day at 23:30'],
        [synchronization, 'schedule: daily at 12 am', 'schedule: every 1 day at 00:00'],
        [synchronization, 'schedule: 2am', 'schedule: every 1 day at 02:00'],
        [synchronization, 'schedule: every 2 hrs', 'schedule: every 2 hours'],
        [synchronization, 'schedule: hourly', 'schedule: every 1 hour'],
        [synchronization, 'schedule: weekly on sunday at 2 am', 'schedule: every 1 week on Sunday at 02:00'],
        [synchronization, 'schedule: every Sunday, 14:05', 'schedule: every 1 week on Sunday at 14:05'],
        [synchronization, 'schedule: second tuesday of the month at 20:07', 'schedule: on the second Tuesday of every month at 20:07'],
        [synchronization, 'schedule: monthly on the 15th', 'schedule: on day 15 of every month'],
        [synchronization, 'schedule: 7 days at 02:00', 'schedule: every 7 days at 02:00'],
        [synchronization, 'schedule: every 7 day', 'schedule: every 7 days'],
        [synchronization, 'products: Windows 7, Office 2007', 'products: "Windows 7", "Office 2007"'],
        [synchronization, 'languages: en,, de,', 'languages: en, de']
    ])('offers the intended value first, %#: %s %s', async (block, written, meant) => {
        const files = { 'plan.sup': block(written) };
        const [finding] = (await workspaceWith(files)).findings('plan.sup').filter(({ rule }) => rule.id === 'invalid-value');
        expect(applied(files, changesOf(finding!.fixes()[0]!.edits))['plan.sup']).toBe(block(meant));
    });

    test.each(['25:00', 'daily at 13 pm', 'at some time', 'every 7'])('does not offer another schedule for %s', async written => {
        const workspace = await workspaceWith(synchronization(`schedule: ${written}`));
        expect(workspace.findings('plan.sup').flatMap(finding => finding.fixes().map(fix => fix.title))).toEqual(['Remove `schedule`']);
    });

    test('does not offer another number', async () => {
        const workspace = await workspaceWith(wsus('ports: 853000'));
        expect(workspace.findings('plan.sup').flatMap(finding => finding.fixes().map(fix => fix.title))).toEqual(['Remove `ports`']);
    });

    test('offers all values if none is similar and there are only a few', async () => {
        const workspace = await workspaceWith(point('ssl: true'));
        expect(workspace.findings('plan.sup')[0]!.fixes().map(fix => fix.title)).toEqual(['Change to `yes`', 'Change to `no`', 'Remove `ssl`']);
    });
});

test('marks the unreadable item of a list', async () => {
    const workspace = await workspaceWith(site('link: 2 Mbps, 40 msec, open 20:00 to 06:00'));
    expect(workspace.diagnostics('plan.sup')).toMatchObject([{ range: { start: { line: 1, character: 16 }, end: { line: 1, character: 23 } } }]);
});

test('leaves a value that another error splits to the rule that reports this error', async () => {
    expect((await workspaceWith(wsus('content folder: D:\\WSUS'))).listing()).toEqual(['plan.sup:4:23 unknown-property']);
    expect((await workspaceWith(site('mode: “native”'))).listing()).toEqual(['plan.sup:2:9 syntax-error']);
});
