import { expect, test } from 'vitest';
import { stagePlan } from '../support/stage.js';
import { scenario, tidewater } from '../support/tidewater.js';

// CEN has an update 1d 47m after its publication at most, OSL 24 minutes later. A week of scans follows, and all clients of BER scan against OSL.

const statements = [
    'at 1d: publish update "KB1" of product "Windows 7" as "Security Updates"',
    'expect 99 % of clients of all sites scan for "KB1" within 8d', 'expect 90 % of clients of OSL scan for "KB1" within 7d'
];
const stage = stagePlan({ 'plan.sup': tidewater, 'runs.sup': scenario('Deadlines', '14 days', ...statements) });
const { compliance } = stage.record(stage.scenario('Deadlines')).recording;

test('records for each site when which share of clients has scanned, the slowest site first', () => {
    expect(compliance.sites.map(({ code, clients, by }) => [code, clients, ...by])).toEqual([
        ['BER', 40, 6_551, 10_583, 11_491, 11_772],
        ['OSL', 400, 6_551, 10_583, 11_491, 11_771],
        ['CEN', 100, 6_527, 10_559, 11_467, 11_747]
    ]);
    expect(compliance.otherSites).toBe(0);
});

test('records the share of clients at the deadlines that are about them', () => {
    expect(compliance.deadlines).toEqual([{ share: 0.99, minutes: 8 * 1_440 }, { share: 0.9, minutes: 7 * 1_440 }]);
    const shares = compliance.sites.map(({ code, byDeadline }) => [code, ...byDeadline.map(share => share === null ? null : Math.round(share * 1_000))]);
    expect(shares).toEqual([['BER', 993, null], ['OSL', 993, 850], ['CEN', 995, null]]);
});

test('records clients that never scan as the slowest', () => {
    const text = tidewater.replace('secondary site BER reports to OSL {\n  link: 512 kbps, 40 ms', 'secondary site BER reports to OSL {\n  cannot reach: OSLSUP01');
    const cut = stagePlan({ 'plan.sup': text, 'runs.sup': scenario('Deadlines', '14 days', ...statements) });
    expect(cut.record(cut.scenario('Deadlines')).recording.compliance.sites[0]).toMatchObject({ code: 'BER', by: [null, null, null, null], byDeadline: [0, null] });
});

test('records the hundred slowest sites of a large plan, and the number of the others', () => {
    const sites = Array.from({ length: 120 }, (_, i) => `secondary site ${String(i).padStart(3, '0')} reports to OSL { clients: ${i + 1} }\n`).join('');
    const large = stagePlan({ 'plan.sup': tidewater + sites, 'runs.sup': scenario('Deadlines', '1 day', ...statements) });
    const { recording } = large.record(large.scenario('Deadlines'));
    expect([recording.compliance.sites.length, recording.compliance.otherSites]).toEqual([100, 23]);
});
