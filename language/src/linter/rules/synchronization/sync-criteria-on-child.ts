import { activeUpdatePointOf, type Hierarchy, isOlder, isSameName, isUnknown, listOf, requirementsOf, serversOf, type Site, subtreeOf, type Synchronization, synchronizationRootAbove } from '@sup/model';
import { insertStatement } from '../../edits/edit.js';
import { type Additions, addNames, type ListKey, listIn, removeProperties, writtenNames } from '../../edits/list-edits.js';
import { reportsUpTo } from '../../explain/facts/sites.js';
import { isFirstWithRole } from '../../explain/facts/synchronization.js';
import { defineRule, type Fix } from '../../define-rule.js';
import { mayHaveOwnSource } from '../../rule-helpers/settings-of-child.js';
import { isWritten } from '../../../analysis/unreadable.js';

/** The properties that only the top has. Update file languages are set at each site. */
const criteria = ['products', 'classifications', 'summary languages'] as const satisfies readonly ListKey[];
type Criterion = typeof criteria[number];

const because = 'The product does not have the settings on this site; the site synchronizes what the top synchronizes.';

export default defineRule({
    id: 'sync-criteria-on-child',
    since: '0.1.0',
    summary: 'Only the site at the top of synchronization has products, classifications and summary languages.',
    category: 'synchronization',
    reach: 'graph',
    sources: ['Software Update Point Component Properties: Sync Settings Tab', 'Software Update Point Component Properties: Products Tab', 'Planning for Software Updates (later releases)'],
    messages: {
        differ: ({ site, keys, missing, root }: { site: string; keys: readonly Criterion[]; missing: readonly string[]; root: string }) => ({
            what: `${listOf(keys.map(key => `\`${key}\``))} are planned for ${site}, among them ${listOf(missing)}, which ${root} at the top of synchronization does not choose.`,
            why: `Only the top chooses them; ${site} gets what ${root} synchronizes, and nothing more.`,
            todo: `Move them to ${root} if they are needed, or remove them.`
        }),
        same: ({ site, keys, root }: { site: string; keys: readonly Criterion[]; root: string }) => ({
            what: `${listOf(keys.map(key => `\`${key}\``))} are planned for ${site}, but ${root} at the top of synchronization chooses them for every site.`,
            why: `${site} does not have these settings. They agree with those of ${root} now, but a change there would make the plan contradict itself.`,
            todo: 'Remove them.'
        })
    },
    severities: {
        differ: { severity: 'warning', because },
        same: { severity: 'information', because: `${because} Here, both are the same.` }
    },
    fixable: 'suggestion',
    checks: {
        site(site, context) {
            const { hierarchy } = context;
            const [settings] = site.synchronizations;
            const keys = settings && !mayHaveOwnSource(settings) ? criteria.filter(key => isWritten(settings, key) && !isUnknown(settings, key === 'summary languages' ? 'summaryLanguages' : key)) : [];
            const root = keys.length > 0 ? synchronizationRootAbove(hierarchy, site) : undefined;
            if (!settings || !root) {
                return;
            }
            const [target] = root.synchronizations;
            const missing = missingAt(target, settings, keys);
            const report = {
                at: { of: settings, part: keys[0]! },
                related: [target ? { of: target, message: `The settings of ${root.code}, which apply to ${site.code}` } : { of: root, part: 'name', message: `${root.code} is the top of synchronization` }],
                because: () => [
                    ...reportsUpTo(hierarchy, site, root),
                    ...isFirstWithRole(root, activeUpdatePointOf(root)),
                    { text: 'Only the site that synchronizes from Microsoft Update has products, classifications and summary languages.', source: 'Software Update Point Component Properties: Sync Settings Tab' },
                    ...keys.map(key => ({ text: `The plan of ${site.code} states \`${key}\`.`, at: { of: settings, part: key } }))
                ],
                fixes: () => [
                    { title: `Remove ${listOf(keys.map(key => `\`${key}\``))} of ${site.code}`, edits: removeProperties(settings, keys) },
                    ...missing.size > 0 && isSupported(hierarchy, root, missing) ? [move(settings, keys, root, missing)] : []
                ]
            };
            if (missing.size > 0) {
                context.report('differ', { ...report, args: { site: site.code, keys, missing: [...missing.values()].flat(), root: root.code } });
            } else {
                context.report('same', { ...report, args: { site: site.code, keys, root: root.code } });
            }
        }
    }
});

/** The names that the top does not choose, without duplicates. A list that cannot be read there may contain them. */
function missingAt(target: Synchronization | undefined, settings: Synchronization, keys: readonly Criterion[]): Additions {
    return new Map(keys.flatMap(key => {
        const chosen = (target && listIn(target, key)) ?? [];
        const isOpen = target !== undefined && listIn(target, key) === undefined && isWritten(target, key);
        const names = listIn(settings, key) ?? [];
        const missing = names.filter((name, i) => !isOpen && !chosen.some(each => isSameName(each, name)) && names.findIndex(each => isSameName(each, name)) === i);
        return missing.length > 0 ? [[key, missing]] : [];
    }));
}

/** Whether WSUS is new enough for additional products everywhere below the top. */
function isSupported(hierarchy: Hierarchy, root: Site, additions: Additions): boolean {
    const needed = additions.get('products')?.flatMap(requirementsOf).map(({ wsus }) => wsus) ?? [];
    const servers = needed.length === 0 ? [] : subtreeOf(hierarchy, root).flatMap(site => activeUpdatePointOf(site) ?? []).flatMap(serversOf);
    return servers.every(({ wsus }) => wsus?.version === undefined || !needed.some(version => isOlder(wsus.version!, version)));
}

function move(settings: Synchronization, keys: readonly Criterion[], root: Site, additions: Additions): Fix {
    const [target] = root.synchronizations;
    const lines = [...additions].map(([key, names]) => `  ${key}: ${writtenNames(key, names)}`);
    return {
        title: `Move ${listOf(keys.map(key => `\`${key}\``))} to ${root.code}`,
        edits: [...removeProperties(settings, keys), ...target ? addNames(target, additions) : [insertStatement(root, 'synchronization {', ...lines, '}')]]
    };
}
