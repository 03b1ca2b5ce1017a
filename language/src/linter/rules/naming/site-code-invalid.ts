import { counted, isSiteCode, toUpperCaseCode } from '@sup/model';
import { giveFreeCode } from '../../edits/site-edits.js';
import { defineRule } from '../../define-rule.js';

const why = 'A site code has three characters, each a letter from A to Z or a digit from 0 to 9.';

export default defineRule({
    id: 'site-code-invalid',
    since: '0.1.0',
    summary: 'A site code has three characters, each from A to Z or 0 to 9.',
    category: 'naming',
    reach: 'segment',
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
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const { hierarchy } = context;
            const { code } = site;
            if (code === '' || isSiteCode(code)) {
                return;
            }
            const at = { of: site, part: 'name' };
            const fixes = () => giveFreeCode(hierarchy, site);
            const length = [...code.normalize('NFC')].length;
            if (length !== 3) {
                context.report('length', { at, args: { code, length }, fixes });
            } else if (isSiteCode(toUpperCaseCode(code))) {
                context.report('lowerCase', { at, args: { code }, fixes });
            } else {
                context.report('characters', { at, args: { code, wrong: code.replace(/[A-Za-z0-9]/g, '') }, fixes });
            }
        }
    }
});
