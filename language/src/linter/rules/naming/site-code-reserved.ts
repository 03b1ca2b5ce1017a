import { isDiscouragedSiteCode, isReservedSiteCode } from '@sup/model';
import { giveFreeCode } from '../../edits/site-edits.js';
import { defineRule } from '../../define-rule.js';

export default defineRule({
    id: 'site-code-reserved',
    since: '0.1.0',
    summary: 'No site code is a reserved name.',
    category: 'naming',
    reach: 'segment',
    sources: ['Configuration Manager Site Naming', 'Reserved site code names in SMS 2003 and Configuration Manager'],
    messages: {
        reserved: ({ code }: { code: string }) => ({
            what: `Site code ${code} is a name that Windows reserves.`,
            why: 'Components of Configuration Manager name folders after the site code, and a folder cannot have this name.',
            todo: 'Choose another code before the site is installed; the code cannot be changed afterwards.'
        }),
        discouraged: ({ code }: { code: string }) => ({
            what: `Site code ${code} is a name that Microsoft advises against.`,
            why: `Later revisions of the article on reserved site codes add ${code} to the names that the documentation of Configuration Manager 2007 lists.`,
            todo: 'Choose another code before the site is installed; the code cannot be changed afterwards.'
        })
    },
    severities: {
        discouraged: { severity: 'warning', because: 'Only later revisions of the Knowledge Base article name it; the documentation of Configuration Manager 2007 does not.' }
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const { hierarchy } = context;
            const { code } = site;
            if (!isReservedSiteCode(code) && !isDiscouragedSiteCode(code)) {
                return;
            }
            context.report(isReservedSiteCode(code) ? 'reserved' : 'discouraged', {
                at: { of: site, part: 'name' },
                args: { code },
                fixes: () => giveFreeCode(hierarchy, site)
            });
        }
    }
});
