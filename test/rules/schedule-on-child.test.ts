import { expect, test } from 'vitest';
import { findingsOf } from '../support/rule-findings.js';
import { workspaceWith } from '../support/workspace.js';

const site = (head: string, settings = ''): string => `${head} {
  server ${head.split(' ')[2]}SUP01 {
    site server
    wsus 3.0 SP2 { ports: 8530, 8531 }
    software update point active
  }
  ${settings}
}
`;
const top = site('central site NRD', 'synchronization { source: Microsoft Update  schedule: every 7 days at 02:07  products: "Windows XP"  classifications: "Updates"  languages: en }');
const child = (settings: string): string => site('primary site FJD reports to NRD', `synchronization { ${settings} }`);

test('moves the settings of a child in one line to the top in one line', async () => {
    const plan = top + child('products: "Windows XP", "Office 2003"  classifications: "updates"  summary languages: nb');
    const [found] = await findingsOf('sync-criteria-on-child', plan);
    const { 'plan.sup': fixed } = Object.values(found!.fixes)[1]!;
    expect(fixed).toContain('products: "Windows XP", "Office 2003"  classifications: "Updates"  languages: en  summary languages: nb }');
    expect(fixed).not.toContain('FJD reports to NRD {\n  synchronization');
    expect((await workspaceWith(fixed!)).listing()).toEqual([]);
});

test('completes the settings of a top without any when it moves a schedule there', async () => {
    const plan = site('central site NRD') + child('schedule: every 1 day at 04:07');
    const [found] = await findingsOf('schedule-on-child', plan);
    const moved = found!.fixes['Move the schedule to NRD, and add starter values for products, classifications and languages']!['plan.sup'];
    expect(moved).toMatch(/ {2}synchronization \{\n(?: {4}.*\n)* {4}schedule: every 1 day at 04:07\n/);
    expect(moved).toMatch(/\n {4}products: /);
});

test('does not move products that WSUS below the top is too old for', async () => {
    const plan = top.replace('3.0 SP2', '3.0 SP1') + child('products: "Windows 7"').replace('3.0 SP2', '3.0 SP1');
    expect((await findingsOf('sync-criteria-on-child', plan)).map(({ fixes }) => Object.keys(fixes))).toEqual([['Remove `products` of FJD']]);
});

test('does not move a schedule that the console does not accept, and reports it once', async () => {
    const plan = top + child('schedule: every 24 hours');
    expect((await findingsOf('schedule-on-child', plan)).map(({ fixes }) => Object.keys(fixes))).toEqual([['Remove the schedule of FJD']]);
    expect(await findingsOf('schedule-out-of-range', plan)).toEqual([]);
});

test.each(['schedule-on-child', 'sync-criteria-on-child'])('%s leaves a central site that has a parent by mistake to another rule', async id => {
    expect(await findingsOf(id, top + site('central site FJD reports to NRD', 'synchronization { schedule: every 1 day  products: "Windows XP" }'))).toEqual([]);
});

test.each(['schedule-on-child', 'sync-criteria-on-child'])('%s reports a child without a software update point, whatever its source', async id => {
    const plan = `${top}primary site FJD reports to NRD {\n  synchronization { source: Microsoft Update  schedule: every 1 day  products: "Office 2003" }\n}\n`;
    expect(await findingsOf(id, plan)).toHaveLength(1);
});

test.each(['schedule-on-child', 'sync-criteria-on-child'])('%s leaves a child that synchronizes from Microsoft Update to another rule', async id => {
    expect(await findingsOf(id, top + child('source: Microsoft Update  schedule: every 1 day  products: "Windows XP"'))).toEqual([]);
});

test('does not take a secondary site for the top of synchronization', async () => {
    const plan = `central site NRD\n${site('secondary site VIK reports to NRD')}primary site FJD reports to VIK\n${site('primary site LYN reports to FJD', 'synchronization { schedule: every 1 day at 04:07 }').replaceAll(/software update point active/g, '')}`;
    expect(await findingsOf('schedule-on-child', plan)).toEqual([]);
});
