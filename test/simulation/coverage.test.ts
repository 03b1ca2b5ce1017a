import { describe, expect, test } from 'vitest';
import { CoverageMeter, Run } from '@sup/simulation';
import { child, planOf, secondary, top } from '../support/simulated.js';

const plan = `${top}${child}${secondary}secondary site TRD reports to OSL {\nclients: 5\nserver TRDSRV01 { site server }\nserver TRDFILE1\n}\n`;

/** Returns the coverage of each part of the plan, by `part name`. */
function covered(duration: string, ...lines: readonly string[]): Record<string, string> {
    const { hierarchy, scenario } = planOf(plan, duration, ...lines);
    const meter = new CoverageMeter(hierarchy);
    new Run(hierarchy, scenario, { seed: 1, observers: [meter] }).finish();
    return Object.fromEntries(meter.result().map(({ part, name, used, failed }) => [`${part} ${name}`, [used && 'used', failed && 'failed'].filter(Boolean).join(', ') || 'untouched']));
}

describe('coverage', () => {
    test('includes all parts that events can affect', () => {
        expect(Object.keys(covered('1 hour'))).toEqual([
            'site BER', 'link BER', 'server BERSUP01', 'site CEN', 'server CENSUP01', 'site OSL', 'link OSL', 'server OSLSUP01', 'site TRD', 'link TRD', 'server TRDSRV01'
        ]);
    });

    test('marks no part as used before anything happens', () => {
        expect(new Set(Object.values(covered('1 hour')))).toEqual(new Set(['untouched']));
    });

    test('marks all parts as used that synchronization and scans reach', () => {
        expect(new Set(Object.values(covered('3 days')))).toEqual(new Set(['used']));
    });

    test('marks parts as failed that an event stops or changes', () => {
        expect(covered('1 hour', 'at 5m: stop OSLSUP01', 'at 6m: fail link of TRD', 'at 7m: set BERSUP01 ports to 80, 443', 'at 8m: fail Microsoft Update')).toMatchObject({
            'server OSLSUP01': 'failed', 'site OSL': 'failed', 'link TRD': 'failed', 'link OSL': 'untouched', 'server BERSUP01': 'failed', 'site CEN': 'untouched', 'server CENSUP01': 'untouched'
        });
    });

    test('marks no part as failed by an event that is not possible', () => {
        expect(covered('1 hour', 'at 5m: fail WSUS of TRDFILE1', 'at 5m: set TRDSRV01 ports to 80, 443')).toMatchObject({ 'server TRDSRV01': 'untouched' });
    });
});

test('one meter accumulates the coverage of several runs', () => {
    const { hierarchy, scenario } = planOf(plan, '3 days');
    const meter = new CoverageMeter(hierarchy);
    const failing = planOf(plan, '1 hour', 'at 5m: stop OSLSUP01').scenario;
    new Run(hierarchy, scenario, { seed: 1, observers: [meter] }).finish();
    new Run(hierarchy, failing, { seed: 1, observers: [meter] }).finish();
    expect(meter.result().find(({ name, part }) => name === 'OSLSUP01' && part === 'server')).toMatchObject({ used: true, failed: true });
});
