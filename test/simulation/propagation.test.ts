import { describe, expect, test } from 'vitest';
import { type Propagation, propagationText } from '@sup/simulation';
import { child, secondary, simulated, siteText, top } from '../support/simulated.js';

const total = ({ parts }: Propagation): number => parts.reduce((sum, { minutes }) => sum + minutes, 0);
const partsOf = ({ parts }: Propagation): Record<string, number> => Object.fromEntries(parts.map(({ kind, site, minutes }) => [`${kind} ${site}`, minutes]));

describe('the propagation of an update', () => {
    test('propagation takes as long as its parts together', () => {
        const propagation = simulated(top + child + secondary, '20 days').result.propagation!;
        expect(total(propagation)).toBe(propagation.minutes);
        // The update is published right after the run of the previous day started, and propagates in one run of 45 minutes and two of 22.
        expect(partsOf(propagation)).toMatchObject({ 'schedule CEN': 1440, 'synchronization CEN': 47 });
        // The clients scan once a week, spread over two hours.
        const last = propagation.parts.at(-1)!;
        expect(last.kind).toBe('policy-and-scan');
        expect(last.minutes).toBeGreaterThan(5 * 1440);
        expect(last.minutes).toBeLessThanOrEqual(7 * 1440 + 120 + 60);
    });

    test('includes the windows of links on the path of an update', () => {
        const windowed = siteText('primary site OSL reports to CEN', 'OSLSUP01', 'clients: 40', 'link: 2 Mbps, open 20:00 to 22:00');
        const alone = siteText('central site CEN', 'CENSUP01', 'synchronization { schedule: every 1 day at 02:00 }');
        const propagation = simulated(alone + windowed, '20 days').result.propagation!;
        expect(total(propagation)).toBe(propagation.minutes);
        expect(partsOf(propagation)).toMatchObject({ 'schedule CEN': 1440, 'synchronization CEN': 47, 'link-window OSL': 20 * 60 - 167, 'notification OSL': 2, 'synchronization OSL': 22 });
    });

    test('follows an update to clients of a secondary site without a software update point to its parent', () => {
        const propagation = simulated(`${siteText('central site CEN', 'CENSUP01', 'synchronization { schedule: every 1 day at 02:00 }')}secondary site TRD reports to CEN { clients: 5 }\n`, '20 days').result.propagation!;
        expect(propagation).toMatchObject({ clients: 'TRD/intranet', server: 'CENSUP01' });
        expect(propagation.parts.map(({ site }) => site)).toEqual(['CEN', 'CEN', 'CEN']);
    });

    test('the parts of a propagation add up despite early retries, failed links and skipped versions', () => {
        const faults = ['at 3d 02:50: fail link of OSL for 3h', 'at 5d: stop OSLSUP01 for 40h', 'at 8d 03:00: fail WSUS of CENSUP01 for 2h', 'at 9d: fail Microsoft Update for 4d', 'at 15d: set BERSUP01 ports to 80, 443', 'at 18d: set BERSUP01 ports to 8530, 8531'];
        const propagation = simulated(top + child + secondary, '60 days', 'assume { scan interval: 1 day }', ...faults).result.propagation!;
        expect(total(propagation)).toBe(propagation.minutes);
        expect(propagation.parts.every(({ minutes }) => minutes > 0)).toBe(true);
    });

    test('includes the run that brought the update, but no later runs without changes', () => {
        const propagation = simulated(top + child, '20 days', 'assume { publish interval: 6 days }').result.propagation!;
        expect(partsOf(propagation)).toMatchObject({ 'schedule CEN': 1440, 'synchronization CEN': 47, 'synchronization OSL': 22 });
        expect(total(propagation)).toBe(propagation.minutes);
    });

    test('includes a run that brought several versions after a site was down', () => {
        const alone = siteText('central site CEN', 'CENSUP01', 'synchronization { schedule: every 1 day at 02:00 }');
        const propagation = simulated(alone + child, '30 days', 'at 9d: stop OSLSUP01 for 60h', 'assume { scan interval: 6 hours }').result.propagation!;
        expect(partsOf(propagation)).toMatchObject({ 'schedule CEN': 1440, 'synchronization CEN': 47, 'synchronization OSL': 22 });
        expect(partsOf(propagation)['waiting OSL']).toBeGreaterThan(2 * 1440);
    });

    test('reports an unknown propagation if the update did not reach all clients', () => {
        const { propagation } = simulated(top + child, '20 days', 'at 0m: fail link of OSL').result;
        expect(propagation).toBeUndefined();
        expect(propagationText(propagation)).toEqual(['In this run, no new update reached every client.']);
    });

    test('measures the propagation separately for each top site', () => {
        const other = top.replaceAll('CEN', 'LAX');
        const both = simulated(top + other.replace('02:00', '14:00').replace('1 day', '3 days'), '30 days').result.propagation!;
        const alone = simulated(other.replace('02:00', '14:00').replace('1 day', '3 days'), '30 days').result.propagation!;
        expect(both).toEqual(alone);
    });
});

test('renders the propagation as a headline and its parts', () => {
    const propagation: Propagation = { version: 3, minutes: 1500, clients: 'OSL/intranet', server: 'OSLSUP01', parts: [{ kind: 'schedule', site: 'CEN', minutes: 1440 }, { kind: 'link-window', site: 'OSL', minutes: 60 }] };
    expect(propagationText(propagation)).toEqual([
        'In this run, a new update took up to 1d 1h to reach the last client (OSL/intranet, against OSLSUP01):',
        '1d until CEN synchronized on schedule',
        '1h waiting for the link of OSL to open'
    ]);
});
