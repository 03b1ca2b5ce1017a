import { isSiteCode, toUpperCaseCode } from '@sup/model';
import { giveFreeCode } from '../../edits/site-edits.js';
import { defineRule } from '../../define-rule.js';

const why = 'A site code is three characters, each a letter from A to Z or a digit from 0 to 9.';

export default defineRule({
    id: 'site-code-invalid',
    since: '0.1.0',
    summary: 'A site code is three characters, A to Z and 0 to 9.',
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
            what: `Site code ${code} has ${length} ${length === 1 ? 'character' : 'characters'}.`,
            why,
            todo: length > 3 ? 'Shorten it.' : 'Lengthen it.'
        }),
        characters: ({ code, wrong }: { code: string; wrong: string }) => ({
            what: `Site code ${code} holds \`${wrong}\`.`,
            why,
            todo: 'Use other characters.'
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
