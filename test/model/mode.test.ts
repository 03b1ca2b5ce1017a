import { describe, expect, test } from 'vitest';
import { modeOf, sitesToSwitch } from '@sup/model';
import { codesOf, hierarchyOf, siteOf } from '../support/hierarchy.js';

const modes = (text: string): Record<string, string | undefined> => {
    const hierarchy = hierarchyOf(text);
    return Object.fromEntries(hierarchy.sites.map(site => [site.code, modeOf(hierarchy, site)]));
};

describe('the mode of a site', () => {
    test('is what a primary site says, whatever its parent is in', () => {
        expect(modes('central site NRD { mode: native }\nprimary site FJD reports to NRD { mode: mixed }\nprimary site LYN reports to NRD\n'))
            .toEqual({ NRD: 'native', FJD: 'mixed', LYN: undefined });
    });

    test('is the parent\'s for a secondary site, whatever that says itself', () => {
        expect(modes('central site NRD { mode: native }\nsecondary site VIK reports to NRD { mode: mixed }\nsecondary site BRE reports to NRD\n'))
            .toEqual({ NRD: 'native', VIK: 'native', BRE: 'native' });
    });

    test('is not known for a secondary site without a parent, or below one that does not say it', () => {
        expect(modes('central site NRD\nsecondary site VIK reports to NRD { mode: native }\nsecondary site BRE { mode: native }\n'))
            .toEqual({ NRD: undefined, VIK: undefined, BRE: undefined });
    });

    test('comes from the nearest primary site where secondary ones stand below each other', () => {
        expect(modes('primary site AAA { mode: native }\nsecondary site BBB reports to AAA { mode: mixed }\nsecondary site CCC reports to BBB\n'))
            .toEqual({ AAA: 'native', BBB: 'native', CCC: 'native' });
    });

    test('is not known where it cannot be read, and in loops of secondary sites', () => {
        expect(modes('central site NRD { mode: natve }\nsecondary site AAA reports to BBB\nsecondary site BBB reports to AAA\n'))
            .toEqual({ NRD: undefined, AAA: undefined, BBB: undefined });
    });
});

describe('sites that switch with one', () => {
    const plan = hierarchyOf(`
central site NRD { mode: mixed }
primary site FJD reports to NRD { mode: mixed }
primary site LYN reports to FJD { mode: mixed }
secondary site VIK reports to LYN
primary site ALT reports to NRD { mode: native }
primary site BOD reports to ALT { mode: native }
primary site CAP reports to ALT { mode: mixed }
`);

    test('to native mode are the mixed ones above', () => {
        expect(codesOf(sitesToSwitch(plan, siteOf(plan, 'LYN'), 'native'))).toEqual(['LYN', 'FJD', 'NRD']);
        expect(codesOf(sitesToSwitch(plan, siteOf(plan, 'CAP'), 'native'))).toEqual(['CAP']);
    });

    test('to mixed mode are the native ones below', () => {
        expect(codesOf(sitesToSwitch(plan, siteOf(plan, 'ALT'), 'mixed'))).toEqual(['ALT', 'BOD']);
    });

    test('do not go round in circles', () => {
        const circle = hierarchyOf('primary site AAA reports to BBB { mode: mixed }\nprimary site BBB reports to AAA { mode: mixed }\n');
        expect(codesOf(sitesToSwitch(circle, siteOf(circle, 'AAA'), 'native'))).toEqual(['AAA', 'BBB']);
    });
});
