import { describe, expect, test } from 'vitest';
import { freeNameFor, freeSiteCodeFor, hostsIgnoringCase, isSiteCode, sitesIgnoringCase } from '@sup/model';
import { codesOf, hierarchyOf, siteOf } from '../support/hierarchy.js';

describe('a free site code', () => {
    const free = (text: string, code: string): string | undefined => {
        const hierarchy = hierarchyOf(text);
        return freeSiteCodeFor(hierarchy, siteOf(hierarchy, code));
    };

    test.each([
        ['OSL', 'primary site OSL\nprimary site OSL\n', 'OS2'], ['OS1', 'primary site OS1\nprimary site OS1\n', 'OS2'],
        ['osl', 'primary site osl\n', 'OSL'], ['osl', 'primary site osl\nprimary site OSL\n', 'OS2'], ['OSLO', 'primary site OSLO\n', 'OSL'],
        ['AUX', 'primary site AUX\n', 'AU2'], ['SMS', 'primary site SMS\n', 'SM2'], ['A', 'primary site A\n', 'A01'],
        ['OSL', 'primary site OSL\nprimary site OSL\nsecondary site VIK reports to OS2\n', 'OS3']
    ])('replaces %s in %j by %s', (code, text, expected) => {
        expect(free(text, code)).toBe(expected);
    });

    test('a site code has three upper-case letters or digits', () => {
        expect(['OSL', '001', 'A1Z'].map(isSiteCode)).toEqual([true, true, true]);
        expect(['osl', 'OS', 'OSLO', 'ØST', ''].map(isSiteCode)).toEqual(Array(5).fill(false));
    });

    test('finds sites by code in any case', () => {
        const hierarchy = hierarchyOf('primary site osl\nprimary site OSL\nprimary site BER\n');
        expect(codesOf(sitesIgnoringCase(hierarchy, 'Osl'))).toEqual(['OSL', 'osl']);
    });
});

describe('a free name for a server', () => {
    const free = (text: string): string[] => {
        const hierarchy = hierarchyOf(text);
        return hierarchy.sites.flatMap(site => [...site.servers, ...site.clusters]).map(host => freeNameFor(hierarchy, host));
    };

    test('a free server name has the next unused number', () => {
        expect(free('central site NRD { server NRDSUP01 { }\n server NRDSUP01 { }\n server nrdsup02 { } }')).toEqual(['NRDSUP03', 'NRDSUP03', 'nrdsup03']);
        expect(free('central site NRD { server SUP099 { } }')).toEqual(['SUP100']);
        expect(free('central site NRD { server WSUS { }\n cluster WSUS { } }')).toEqual(['WSUS2', 'WSUS2']);
    });

    test('a server copied from another site gets the code of its own site', () => {
        expect(free('central site NRD { server NRDSUP01 { } }\nprimary site FJD reports to NRD { server nrdsup01 { } }')).toEqual(['FJDsup01', 'NRDSUP02']);
        expect(free('central site NRD { server NRDSUP01 { } }\nprimary site FJD reports to NRD { server NRDSUP01 { }\n server FJDSUP01 { } }')).toEqual(['FJDSUP02', 'FJDSUP02', 'NRDSUP02']);
    });

    test('finds servers and clusters of all sites by name in any case', () => {
        const hierarchy = hierarchyOf('central site NRD { server SUP { } }\nprimary site FJD reports to NRD { cluster sup { } }');
        expect(hostsIgnoringCase(hierarchy, 'Sup').map(host => `${host.element} ${host.name}`)).toEqual(['cluster sup', 'server SUP']);
        expect(hostsIgnoringCase(hierarchy, '')).toEqual([]);
    });
});
