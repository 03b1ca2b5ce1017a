import { counted, isSiteCode, sitesIgnoringCase, toUpperCaseCode } from '@sup/model';
import { giveFreeCode } from '../../edits/site-edits.js';
import { defineRule } from '../../define-rule.js';

const why = 'A site code has three characters, each a letter from A to Z or a digit from 0 to 9.';

export default defineRule({
    id: 'site-code-invalid',
    since: '0.1.0',
    summary: 'A site code has three characters, each from A to Z or 0 to 9.',
    category: 'naming',
    reach: 'name',
    sources: ['Configuration Manager Site Naming'],
    messages: {
        lowerCase: ({ code }: { code: string }) => ({
            what: `Site code ${code} has lower-case letters.`,
            why,
            todo: `Write ${toUpperCaseCode(code)}.`
        }),
        length: ({ code, length }: { code: string; length: number }) => ({
            what: `Site code ${code} has ${counted(length, 'character')}.`,
            why,
            todo: length > 3 ? 'Shorten it to three characters.' : 'Lengthen it to three characters.'
        }),
        characters: ({ code, wrong }: { code: string; wrong: string }) => ({
            what: `Site code ${code} contains \`${wrong}\`.`,
            why,
            todo: 'Replace the invalid characters.'
        })
    },
    fixable: 'quickfix',
    checks: {
        site(site, context) {
            const { hierarchy } = context;
            const { code } = site;
            // `site-code-duplicate` reports codes that are the same in upper case.
            if (code === '' || isSiteCode(code) || (isSiteCode(toUpperCaseCode(code)) && sitesIgnoringCase(hierarchy, code).length > 1)) {
                return;
            }
            const at = { of: site, part: 'name' };
            const isLowerCase = isSiteCode(toUpperCaseCode(code));
            // Only the letters of a code in lower case are certain.
            const fixes = () => giveFreeCode(hierarchy, site).map(fix => ({ ...fix, isGuess: !isLowerCase }));
            const length = [...code.normalize('NFC')].length;
            if (length !== 3) {
                context.report('length', { at, args: { code, length }, fixes });
            } else if (isLowerCase) {
                context.report('lowerCase', { at, args: { code }, fixes });
            } else {
                context.report('characters', { at, args: { code, wrong: code.replace(/[A-Za-z0-9]/g, '') }, fixes });
            }
        }
    }
});
