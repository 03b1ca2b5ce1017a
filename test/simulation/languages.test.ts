import { describe, expect, test } from 'vitest';
import { child, secondary, simulated, siteText, top } from '../support/simulated.js';

// CEN synchronizes at 02:00 every day, OSL follows at 02:49 and BER at 03:13; on the first day at 03:34 and 03:58.

const norwegian = siteText('primary site OSL reports to CEN', 'OSLSUP01', 'mode: mixed', 'clients: 40', 'synchronization { languages: en, nb }');
const publish = ['at 0d 12:00: publish update "German" in de', 'at 0d 12:00: publish update "Norwegian" in nb, de', 'at 0d 12:00: publish update "All"'];

describe('a child site', () => {
    test('does not get updates in other languages than its own, and neither do the sites below it', () => {
        const run = simulated(top + norwegian + secondary, '3 days', ...publish,
            'expect update "German" available at CEN by 2d', 'expect update "Norwegian" available at BER by 2d', 'expect update "All" available at BER by 2d', 'expect update "German" available at OSL by 2d', 'expect update "German" available at BER by 2d');
        expect(run.verdicts).toEqual(['held', 'held', 'held', 'broken', 'broken']);
        expect(run.result.judgements.slice(3).map(({ breach }) => breach!.actual)).toEqual([
            'The update was unknown at OSL: OSL synchronizes none of its languages (de).',
            'The update was unknown at BER: OSL, from which it gets its updates, synchronizes none of its languages (de).'
        ]);
    });

    test('has the languages of its parent if it selects none', () => {
        expect(simulated(top + child, '3 days', ...publish, 'expect update "German" available at OSL by 2d').verdicts).toEqual(['held']);
    });

    test('lacks updates after a change of its languages in the WSUS console until the setting is restored', () => {
        const run = simulated(top + child, '4 days', ...publish, 'at 1d 02:40: set OSLSUP01 languages to en',
            'expect update "German" available at OSL by 2d', 'expect update "German" available at OSL by 3d');
        expect(run.verdicts).toEqual(['broken', 'held']);
        expect(run.when('settings-restored')).toEqual(['1d 03:00 OSL']);
    });

    test('gets updates in a language that an administrator adds in the WSUS console', () => {
        const run = simulated(top + norwegian, '4 days', ...publish, 'at 1d 02:40: set OSLSUP01 languages to en, de', 'expect update "German" available at OSL by 2d', 'expect update "German" available at OSL by 3d');
        expect(run.verdicts).toEqual(['held', 'held']);
    });

    test('imports no updates in other languages than its own', () => {
        const disconnected = siteText('primary site OSL reports to CEN', 'OSLSUP01', 'mode: mixed', 'clients: 40', 'synchronization { source: none\nlanguages: en }');
        expect(simulated(top + disconnected, '3 days', ...publish, 'at 1d 12:00: import OSLSUP01', 'expect update "German" available at OSL by 2d 12h', 'expect update "All" available at OSL by 2d 12h').verdicts).toEqual(['broken', 'held']);
    });
});
