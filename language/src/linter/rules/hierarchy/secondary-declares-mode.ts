import { parentOf } from '@sup/model';
import { unsetProperty } from '../../edits/edit.js';
import { switchMode } from '../../edits/site-edits.js';
import { hasMode, statesMode } from '../../explain/facts/modes.js';
import { defineRule } from '../../define-rule.js';
import { isSurelySecondary } from '../../rule-helpers/secondary-sites.js';

export default defineRule({
    id: 'secondary-declares-mode',
    since: '0.1.0',
    summary: 'A secondary site inherits its mode from its parent site and does not declare one.',
    category: 'hierarchy',
    reach: 'name',
    sources: ['How to Revert a Configuration Manager Site to Mixed Mode', 'Configuration Manager Site Modes'],
    messages: {
        different: ({ site, mode, parent, parentMode }: { site: string; mode: string; parent: string; parentMode: string }) => ({
            what: `Secondary site ${site} is planned in ${mode} mode, but its parent site ${parent} is in ${parentMode} mode.`,
            why: 'A secondary site always has the mode of its parent site, even when that changes; it cannot have one of its own.',
            todo: `Remove \`mode\`, or set ${parent} to ${mode} mode.`
        }),
        inherited: ({ site, parent }: { site: string; parent: string }) => ({
            what: `Secondary site ${site} declares a mode, but inherits it from its parent site ${parent}.`,
            why: 'A secondary site always has the mode of its parent site, even when that changes, so this line can only repeat it or become wrong.',
            todo: 'Remove `mode`.'
        })
    },
    severities: {
        inherited: { severity: 'information', because: 'The line matches the behavior of the product, or nothing in the plan contradicts it.' }
    },
    fixable: 'quickfix',
    checks: {
        site(site, context) {
            const parent = parentOf(context.hierarchy, site);
            const isChild = site.code !== '' && isSurelySecondary(context.hierarchy, site) && site.parentCodes.length === 1;
            const { mode } = site;
            if (!isChild || mode === undefined || !parent?.kind || parent.kind === 'secondary') {
                return;
            }
            const at = { of: site, part: 'mode' };
            const removeMode = { title: `Remove the mode of ${site.code}, which it inherits from ${parent.code}`, edits: [unsetProperty(site, 'mode')] };
            const setParentMode = () => {
                const { title, edits } = switchMode(context.hierarchy, parent, mode);
                return { title, edits: [...removeMode.edits, ...edits] };
            };
            if (parent.mode !== undefined && parent.mode !== mode) {
                context.report('different', {
                    at,
                    args: { site: site.code, mode, parent: parent.code, parentMode: parent.mode },
                    because: () => [...hasMode(context.hierarchy, site), statesMode(site)],
                    related: [{ of: parent, part: 'mode', message: `${parent.code} is in ${parent.mode} mode` }],
                    fixes: () => [removeMode, setParentMode()]
                });
            } else {
                context.report('inherited', {
                    at,
                    args: { site: site.code, parent: parent.code },
                    because: () => [...hasMode(context.hierarchy, site), statesMode(site)],
                    related: [{ of: parent, part: 'mode', message: `${site.code} inherits its mode from ${parent.code}` }],
                    fixes: () => parent.mode === undefined ? [removeMode, setParentMode()] : [removeMode]
                });
            }
        }
    }
});
