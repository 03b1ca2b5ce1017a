import { describe, expect, test } from 'vitest';
import { modeOf, sitesToSwitch } from '@sup/model';
import { codesOf, hierarchyOf, siteOf } from '../support/hierarchy.js';

const modes = (text: string): Record<string, string | undefined> => {
    const hierarchy = hierarchyOf(text);
    return Object.fromEntries(hierarchy.sites.map(site => [site.code, modeOf(hierarchy, site)]));
};

describe('the mode of a site', () => {
    test('a primary site has the mode that it declares, whatever the mode of its parent', () => {
        expect(modes('central site NRD { mode: native }\nprimary site FJD reports to NRD { mode: mixed }\nprimary site LYN reports to NRD\n'))
            .toEqual({ NRD: 'native', FJD: 'mixed', LYN: undefined });
    });

    test('a secondary site has the mode of its parent, whatever it declares', () => {
        expect(modes('central site NRD { mode: native }\nsecondary site VIK reports to NRD { mode: mixed }\nsecondary site BRE reports to NRD\n'))
            .toEqual({ NRD: 'native', VIK: 'native', BRE: 'native' });
    });

    test('the mode of a secondary site is unknown without a parent, or below a site of unknown mode', () => {
        expect(modes('central site NRD\nsecondary site VIK reports to NRD { mode: native }\nsecondary site BRE { mode: native }\n'))
            .toEqual({ NRD: undefined, VIK: undefined, BRE: undefined });
    });

    test('a chain of secondary sites takes the mode of the nearest primary site above', () => {
        expect(modes('primary site AAA { mode: native }\nsecondary site BBB reports to AAA { mode: mixed }\nsecondary site CCC reports to BBB\n'))
            .toEqual({ AAA: 'native', BBB: 'native', CCC: 'native' });
    });

    test('the mode is unknown where it cannot be read, and in loops of secondary sites', () => {
        expect(modes('central site NRD { mode: natve }\nsecondary site AAA reports to BBB\nsecondary site BBB reports to AAA\n'))
            .toEqual({ NRD: undefined, AAA: undefined, BBB: undefined });
    });
});

describe('sites that switch together', () => {
    const plan = hierarchyOf(`
central site NRD { mode: mixed }
primary site FJD reports to NRD { mode: mixed }
primary site LYN reports to FJD { mode: mixed }
secondary site VIK reports to LYN
primary site ALT reports to NRD { mode: native }
primary site BOD reports to ALT { mode: native }
primary site CAP reports to ALT { mode: mixed }
`);

    test('a switch to native mode includes the mixed sites above', () => {
        expect(codesOf(sitesToSwitch(plan, siteOf(plan, 'LYN'), 'native'))).toEqual(['LYN', 'FJD', 'NRD']);
        expect(codesOf(sitesToSwitch(plan, siteOf(plan, 'CAP'), 'native'))).toEqual(['CAP']);
    });

    test('a switch to mixed mode includes the native sites below', () => {
        expect(codesOf(sitesToSwitch(plan, siteOf(plan, 'ALT'), 'mixed'))).toEqual(['ALT', 'BOD']);
    });

    test('a loop of sites ends the search', () => {
        const circle = hierarchyOf('primary site AAA reports to BBB { mode: mixed }\nprimary site BBB reports to AAA { mode: mixed }\n');
        expect(codesOf(sitesToSwitch(circle, siteOf(circle, 'AAA'), 'native'))).toEqual(['AAA', 'BBB']);
    });
});
