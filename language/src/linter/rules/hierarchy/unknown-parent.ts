import { centralSiteOf, type Hierarchy, isDiscouragedSiteCode, isReservedSiteCode, isSiteCode, type Site, sitesIgnoringCase, subtreeOf, toUpperCaseCode } from '@sup/model';
import { declareAfter, setHead } from '../../edits/edit.js';
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
    fixable: 'suggestion',
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
                    fixes: () => [
                        ...similarCodes(hierarchy, site, code).map(other => ({
                            title: `Change to ${other}`,
                            edits: [setHead(site, 'parents', site.parentCodes.map((each, i) => i === index ? other : each).join(', '))]
                        })),
                        ...declare(hierarchy, site, code)
                    ]
                });
            });
        }
    }
});

/** Whether a valid code belongs to a site that is declared in lower case; `site-code-invalid` reports that site. */
function isDeclaredInLowerCase(hierarchy: Hierarchy, code: string): boolean {
    return isSiteCode(code) && sitesIgnoringCase(hierarchy, code).length === 1;
}

/** Codes of possible parents that resemble a code; those that differ only in case come first. */
function similarCodes(hierarchy: Hierarchy, site: Site, code: string): readonly string[] {
    const below = new Set(subtreeOf(hierarchy, site));
    const eligible = (other: Site): boolean => other.kind !== 'secondary' && !below.has(other);
    const inOtherCase = sitesIgnoringCase(hierarchy, code).filter(eligible).map(other => other.code);
    return [...new Set([...inOtherCase, ...nearest(code, hierarchy.sites.filter(eligible).map(other => other.code))])].filter(other => other !== '');
}

/** A fix that declares the missing site: below the central site or, if there is none, as the central site. */
function declare(hierarchy: Hierarchy, site: Site, code: string): readonly Fix[] {
    if (!isSiteCode(code) || isReservedSiteCode(code) || isDiscouragedSiteCode(code)) {
        return [];
    }
    const central = centralSiteOf(hierarchy);
    return [central
        ? { title: `Declare primary site ${code} below ${central.code}`, edits: [declareAfter(site, `primary site ${code} reports to ${central.code}`)] }
        : { title: `Declare ${code} as the central site`, edits: [declareAfter(site, `central site ${code}`)] }];
}
