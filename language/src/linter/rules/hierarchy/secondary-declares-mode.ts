import { parentOf } from '@sup/model';
import { unsetProperty } from '../../edits/edit.js';
import { switchMode } from '../../edits/site-edits.js';
import { defineRule } from '../../define-rule.js';

export default defineRule({
    id: 'secondary-declares-mode',
    since: '0.1.0',
    summary: 'A secondary site takes its mode from its parent and declares none.',
    category: 'hierarchy',
    reach: 'name',
    sources: ['How to Revert a Configuration Manager Site to Mixed Mode', 'Configuration Manager Site Modes'],
    messages: {
        different: ({ site, mode, parent, parentMode }: { site: string; mode: string; parent: string; parentMode: string }) => ({
            what: `Secondary site ${site} is planned in ${mode} mode, but its parent site ${parent} is in ${parentMode} mode.`,
            why: 'A secondary site takes the mode of its parent, also when that changes; it cannot have one of its own.',
            todo: `Leave \`mode\` out, or set ${parent} to ${mode} mode.`
        }),
        inherited: ({ site, parent }: { site: string; parent: string }) => ({
            what: `The mode of secondary site ${site} is written here, but it comes from its parent site ${parent}.`,
            why: 'A secondary site takes the mode of its parent, also when that changes, so this line can only repeat it or become wrong.',
            todo: 'Leave `mode` out.'
        })
    },
    severities: {
        inherited: { severity: 'information', because: 'What is written is what the product does, or nothing in the plan says otherwise.' }
    },
    fixable: 'quickfix',
    checks: {
        site(site, context) {
            const parent = parentOf(context.hierarchy, site);
            const isChild = site.code !== '' && site.kind === 'secondary' && site.parentCodes.length === 1;
            const { mode } = site;
            if (!isChild || mode === undefined || !parent?.kind || parent.kind === 'secondary') {
                return;
            }
            const at = { of: site, part: 'mode' };
            const leaveOut = { title: `Leave the mode of ${site.code} to ${parent.code}`, edits: [unsetProperty(site, 'mode')] };
            const setParent = () => {
                const { title, edits } = switchMode(context.hierarchy, parent, mode);
                return { title, edits: [...leaveOut.edits, ...edits] };
            };
            if (parent.mode !== undefined && parent.mode !== mode) {
                context.report('different', {
                    at,
                    args: { site: site.code, mode, parent: parent.code, parentMode: parent.mode },
                    related: [{ of: parent, part: 'mode', message: `${parent.code} is in ${parent.mode} mode` }],
                    fixes: () => [leaveOut, setParent()]
                });
            } else {
                context.report('inherited', {
                    at,
                    args: { site: site.code, parent: parent.code },
                    related: [{ of: parent, part: 'mode', message: `${parent.code}, from which it has its mode` }],
                    fixes: () => parent.mode === undefined ? [leaveOut, setParent()] : [leaveOut]
                });
            }
        }
    }
});
