import { compareTexts } from '@sup/model';
import { quoteString, writtenName } from '@sup/language';
import type { Properties } from '../inventory.js';
import { plainText } from '../text/plain-text.js';
import { categoryNames } from './category-names.js';
import { type DraftMember, property, silent, unread } from './draft.js';
import { componentNames, type Facts, type SiteFacts } from './facts.js';
import { scheduleOf } from './schedules.js';
import { numberOf, textOf } from './text-values.js';
import { isActiveAt, type RoleStates } from './active-role.js';

const topOnly = ['schedule', 'products', 'classifications', 'summary languages'] as const;

/** The synchronization settings of a site; nothing for a site that synchronizes from its parent by itself. */
export function settingsBlock(site: SiteFacts, { settings }: RoleStates, isSecondary: boolean, facts: Facts): readonly DraftMember[] {
    const hasPoint = site.servers.some(({ updatePoints }) => updatePoints.length > 0);
    if (settings === undefined && (isSecondary || !hasPoint)) {
        return silent({ kind: 'block', head: 'synchronization', members: unread('source', ...topOnly, 'languages', 'reporting events', 'import') });
    }
    const isTop = site.parent === '' || (site.parent === undefined && !isSecondary);
    const source = sourceOf(site, settings, facts);
    return [{
        kind: 'block', head: 'synchronization', members: [
            property('source', source),
            ...isTop || source?.startsWith('server') ? [scheduleLine(site)] : unread('schedule'),
            ...isTop ? criteria(facts) : unread('products', 'classifications', 'summary languages'),
            ...languagesLine('languages', settings, 'SupportedUpdateLanguages'),
            ...isTop ? languagesLine('summary languages', settings, 'SupportedTitleLanguages') : [],
            ...reportingEvents(settings),
            ...unread('import')
        ]
    }];
}

function sourceOf(site: SiteFacts, settings: Properties | undefined, facts: Facts): string | undefined {
    switch (numberOf(settings, 'DefaultUseParentWSUS')) {
        case '0': return 'Microsoft Update';
        case '1': return upstreamOf(site, textOf(settings, 'ParentWSUS') ?? '', facts);
        case '2': return 'none';
        default: return undefined;
    }
}

function upstreamOf({ parent = '' }: SiteFacts, name: string, facts: Facts): string {
    const upstream = facts.names.resolve(name);
    const parentSite = facts.sites.get(parent);
    if (upstream === undefined || (parentSite && isActiveAt(parentSite, upstream))) {
        return 'parent site';
    }
    return `server ${facts.isPlanned(upstream) ? writtenName(upstream) : quoteString(plainText(name))}`;
}

function scheduleLine({ components }: SiteFacts): DraftMember {
    const properties = components.get(componentNames.synchronization);
    const token = properties?.get('Sync Schedule');
    const { value, note } = scheduleOf(token && (token.value1.trim() || token.value2.trim()));
    return property('schedule', value, note);
}

/** The products and classifications, which apply to the whole hierarchy. */
function criteria({ inventory: { hasCategories, categories, sources } }: Facts): readonly DraftMember[] {
    const note = sources.every(({ kind }) => kind === 'site control file') ? 'in the database, not in a site control file' : undefined;
    return (['products', 'classifications'] as const).flatMap(key => {
        if (!hasCategories) {
            return [property(key, undefined, note)];
        }
        const types = key === 'products' ? ['Product', 'ProductFamily'] : ['UpdateClassification'];
        const names = categories.filter(({ type, isSubscribed }) => isSubscribed && types.includes(type)).map(({ id, name }) => categoryNames.get(guidIn(id)) ?? plainText(name)).filter(name => name !== '');
        return names.length === 0 ? [] : [property(key, [...new Set(names)].sort(compareTexts).map(quoteString).join(', '))];
    });
}

const guidIn = (id: string): string => id.slice(id.indexOf(':') + 1, id.indexOf(':') + 101).trim().toLowerCase();

/** In the order of the source. An empty list means that no language is chosen. */
function languagesLine(key: string, settings: Properties | undefined, name: string): readonly DraftMember[] {
    const text = textOf(settings, name);
    if (text === undefined) {
        return [property(key, undefined)];
    }
    const codes = [...new Set(text.slice(0, 2_000).split(/[,;]/).map(code => plainText(code)).filter(code => code !== ''))];
    return codes.length === 0 ? [] : [property(key, codes.map(writtenName).join(', '))];
}

function reportingEvents(settings: Properties | undefined): readonly DraftMember[] {
    const level = { 0: 'none', 1: 'status', 2: 'all' }[numberOf(settings, 'ClientReportingLevel') ?? ''];
    return level === undefined ? unread('reporting events') : [property('reporting events', level)];
}
