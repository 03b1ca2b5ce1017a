import {
    activeUpdatePointOf, centralSiteOf, counted, type Hierarchy, isDiscouragedSiteCode, isReservedSiteCode, isSiteCode, listOf, modeOf, number, type Site, sitesIgnoringCase, subtreeOf, toUpperCaseCode
} from '@sup/model';
import { declareAfter, setHead } from '../../edits/edit.js';
import { roleLine, wsusLines } from '../../edits/role-edits.js';
import { versionBelow } from '../../edits/wsus-edits.js';
import { reportsTo } from '../../explain/facts/sites.js';
import { defineRule, type Fix } from '../../define-rule.js';
import { nearest } from '../../../syntax/nearest.js';

export default defineRule({
    id: 'unknown-parent',
    since: '0.1.0',
    summary: 'Every site reports to a site of its hierarchy.',
    category: 'hierarchy',
    reach: 'name',
    sources: ['The .sup language', 'How to Join Primary Sites into a Hierarchy'],
    messages: {
        unknown: ({ site, code, upperCase }: { site: string; code: string; upperCase?: string | undefined }) => ({
            what: `${site} reports to ${code}, but no site of this hierarchy has that code.`,
            why: 'A site reports to a site of its own hierarchy; without the parent, the plan does not say where this site gets its settings and updates.',
            todo: upperCase ? `Write ${upperCase}: site codes are in upper case, and ${code} would be a different code.` : `Correct the code, or declare site ${code}; files that belong together have the same \`hierarchy\` line.`
        })
    },
    fixable: 'quickfix',
    checks: {
        site(site, context) {
            const { hierarchy } = context;
            if (site.code === '' || site.kind === 'central' || site.parentCodes.some(code => hierarchy.sitesByCode.has(code))) {
                return;
            }
            site.parentCodes.forEach((code, index) => {
                if (isDeclaredInLowerCase(hierarchy, code)) {
                    return;
                }
                context.report('unknown', {
                    at: { of: site, part: 'parents', index },
                    args: { site: site.code, code, upperCase: sitesIgnoringCase(hierarchy, code).map(other => other.code).find(other => other === toUpperCaseCode(code)) },
                    because: () => [
                        reportsTo(site, { code }),
                        { text: `${hierarchy.name === undefined ? 'This file' : hierarchy.name} has ${counted(hierarchy.sites.length, 'site')}: ${codesOf(hierarchy)}. None has the code ${code}.`, at: { of: site, part: 'parents', index } },
                        { text: 'Files with the same `hierarchy` line are one hierarchy; a file without the line is a hierarchy by itself.', source: 'The .sup language' },
                        { text: 'A site reports to a site of its own hierarchy.', source: 'How to Join Primary Sites into a Hierarchy' }
                    ],
                    fixes: () => {
                        const change = (other: string, isGuess: boolean): Fix => ({
                            title: `Change to ${other}`,
                            edits: [setHead(site, 'parents', site.parentCodes.map((each, i) => i === index ? other : each).join(', '))],
                            isGuess
                        });
                        const inOtherCase = sitesIgnoringCase(hierarchy, code).filter(other => isEligible(hierarchy, site, other));
                        return inOtherCase.length > 0
                            ? inOtherCase.map(other => change(other.code, false))
                            : [...similarCodes(hierarchy, site, code).map(other => change(other, true)), ...declare(hierarchy, site, code)];
                    }
                });
            });
        }
    }
});

/** Whether a valid code belongs to a site that is declared in lower case; `site-code-invalid` reports that site. */
function isDeclaredInLowerCase(hierarchy: Hierarchy, code: string): boolean {
    return isSiteCode(code) && sitesIgnoringCase(hierarchy, code).length === 1;
}

/** The number of codes that an explanation lists. */
const listedCodes = 12;

function codesOf({ sites }: Hierarchy): string {
    const codes = [...new Set(sites.map(({ code }) => code).filter(code => code !== ''))];
    return listOf(codes.length > listedCodes ? [...codes.slice(0, listedCodes), `${number(codes.length - listedCodes)} more`] : codes);
}

/** Codes of possible parents that resemble a code. */
function similarCodes(hierarchy: Hierarchy, site: Site, code: string): readonly string[] {
    const below = new Set(subtreeOf(hierarchy, site));
    const codes = hierarchy.sites.filter(other => other.kind !== 'secondary' && !below.has(other)).map(other => other.code);
    return [...new Set(nearest(code, codes))].filter(other => other !== '');
}

function isEligible(hierarchy: Hierarchy, site: Site, other: Site): boolean {
    return other.code !== '' && other.kind !== 'secondary' && !subtreeOf(hierarchy, site).includes(other);
}

/** A fix that declares the missing site: below the central site or, if there is none, as the central site. */
function declare(hierarchy: Hierarchy, site: Site, code: string): readonly Fix[] {
    if (!isSiteCode(code) || isReservedSiteCode(code) || isDiscouragedSiteCode(code)) {
        return [];
    }
    const central = centralSiteOf(hierarchy);
    const head = central ? `primary site ${code} reports to ${central.code}` : `central site ${code}`;
    // A site between two software update points needs one, too.
    const isBetween = activeUpdatePointOf(site) && (site.kind === 'secondary' || (central && activeUpdatePointOf(central)));
    const isNative = modeOf(hierarchy, site) === 'native';
    const version = versionBelow(hierarchy, central && activeUpdatePointOf(central), site);
    const lines = isBetween ? [`  server ${code}SUP01 {`, '    site server', ...[...wsusLines(site, isNative, undefined, version), roleLine('active', isNative)].map(line => `    ${line}`), '  }'] : [];
    return [{
        title: central ? `Declare primary site ${code} below ${central.code}` : `Declare ${code} as the central site`,
        edits: [declareAfter(site, ...(lines.length > 0 ? [`${head} {`, ...lines, '}'] : [head]))],
        isGuess: true
    }];
}
