import { ancestorsOf, coversProduct, isSameName, isSynchronizationRoot, listOf, requirementsOf, rolesOn, type Site, type Synchronization, type WsusServer } from '@sup/model';
import { setProperty, unsetProperty } from '../../edits/edit.js';
import { quoteString } from '../../../syntax/parser/value-converter.js';
import { holdsRole } from '../../explain/facts/roles.js';
import { defineRule, type Fix } from '../../define-rule.js';
import { classifications } from '../../../syntax/catalogue/vocabulary.js';

/** A property of WSUS, and the property of the synchronization settings that it is compared with. */
interface Criterion {
    readonly key: 'previous products' | 'previous classifications';
    readonly selected: 'products' | 'classifications';
    /** The previous values that are not selected. */
    readonly surplus: readonly string[];
}

export default defineRule({
    id: 'wsus-preconfigured',
    since: '0.1.0',
    summary: 'A WSUS server has not synchronized products or classifications that the top site does not select.',
    category: 'wsus',
    reach: 'graph',
    sources: ['How to Configure Software Updates Synchronization', 'About the Software Update Point'],
    messages: {
        surplus: ({ server, surplus, root }: { server: string; surplus: readonly string[]; root: string }) => ({
            what: `WSUS on ${server} has already synchronized updates for ${listOf(surplus)}, which ${root} does not select.`,
            why: 'Configuration Manager synchronizes everything that is in the database of a WSUS server, whatever you select, so these updates appear in the console.',
            todo: `Install WSUS on ${server} with a new database, or select them at ${root}.`
        })
    },
    severities: {
        surplus: { severity: 'warning', because: 'It works; there are only more updates than planned.' }
    },
    fixable: 'suggestion',
    checks: {
        wsus(wsus, context) {
            const { hierarchy } = context;
            const { server } = wsus;
            if ((!wsus.previousProducts && !wsus.previousClassifications) || rolesOn(server).every(({ state }) => state === 'inactive')) {
                return;
            }
            const root = [server.site, ...ancestorsOf(hierarchy, server.site)].find(site => isSynchronizationRoot(hierarchy, site));
            const settings = root?.synchronizations[0];
            const found = settings ? criteriaOf(wsus, settings).filter(({ surplus }) => surplus.length > 0) : [];
            const [first] = found;
            if (!root || !settings || !first) {
                return;
            }
            const single = found.length === 1 && first.surplus.length === 1 ? previous(wsus, first.key).indexOf(first.surplus[0]!) : undefined;
            context.report('surplus', {
                at: { of: wsus, part: first.key, index: single },
                args: { server: server.name, surplus: found.flatMap(({ surplus }) => surplus), root: root.code },
                because: () => [
                    ...rolesOn(server).filter(({ state }) => state !== 'inactive').flatMap(point => holdsRole(point, server)),
                    ...found.map(({ key }) => ({ text: `WSUS on ${server.name} has synchronized ${listOf(previous(wsus, key))} before.`, at: { of: wsus, part: key } })),
                    ...found.map(({ selected }) => ({ text: `${root.code} selects the ${selected} ${listOf(settings[selected]!)}.`, at: { of: settings, part: selected } })),
                    { text: 'Everything in the database of a WSUS server that was used before is synchronized too, whatever the settings select.', source: 'How to Configure Software Updates Synchronization' }
                ],
                related: found.map(({ selected }) => ({ of: settings, part: selected, message: `The ${selected} that ${root.code} selects` })),
                fixes: () => [
                    { title: `Plan a new database for WSUS on ${server.name}`, edits: (['previous products', 'previous classifications'] as const).filter(key => previous(wsus, key).length > 0).map(key => unsetProperty(wsus, key)) },
                    ...select(root, settings, found)
                ]
            });
        }
    }
});

function criteriaOf(wsus: WsusServer, settings: Synchronization): readonly Criterion[] {
    return ([['previous products', 'products'], ['previous classifications', 'classifications']] as const).map(([key, selected]) => {
        const covers = selected === 'products' ? coversProduct : isSameName;
        return { key, selected, surplus: settings[selected] ? previous(wsus, key).filter(value => !settings[selected]!.some(chosen => covers(chosen, value))) : [] };
    });
}

function previous(wsus: WsusServer, key: Criterion['key']): readonly string[] {
    return (key === 'previous products' ? wsus.previousProducts : wsus.previousClassifications) ?? [];
}

/** Selects the values at the top site, if they have no requirements of their own. */
function select(root: Site, settings: Synchronization, found: readonly Criterion[]): readonly Fix[] {
    const isSelectable = found.every(({ selected, surplus }) => surplus.every(value => selected === 'products' ? requirementsOf(value).length === 0 : (classifications as readonly string[]).includes(value)));
    return isSelectable ? [{
        title: `Select ${listOf(found.flatMap(({ surplus }) => surplus))} at ${root.code}`,
        edits: found.map(({ selected, surplus }) => setProperty(settings, selected, [...settings[selected]!, ...surplus].map(quoteString).join(', ')))
    }] : [];
}
