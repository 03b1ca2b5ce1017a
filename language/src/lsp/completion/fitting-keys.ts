import { activeUpdatePointOf } from '@sup/model';
import { definitionOf } from '../../syntax/catalogue/properties.js';
import type { BlockName } from '../../syntax/tree/blocks.js';
import { fitsValue, upstreamOfWsus } from './fitting-values.js';
import type { PlanPlace } from './plan-place.js';

/** Whether a property can have a value here that no rule reports. */
export function fitsKey(block: BlockName, key: string, place: PlanPlace): boolean {
    const { site } = place;
    switch (`${block}: ${key}`) {
        case 'site: mode': return site?.kind !== 'secondary' && hasFit(block, key, place);
        case 'site: link': return site === undefined || site.parentCodes.length > 0;
        case 'site: client installation': return site === undefined || activeUpdatePointOf(site) !== undefined;
        case 'wsus: virtual directories': return true;
        // It names the server that exports.
        case 'synchronization: import': return [...place.hierarchy.serversByName.keys()].some(name => name !== '');
        case 'wsus: upstream': return upstreamOfWsus(place) !== undefined;
        case 'synchronization: schedule':
        case 'synchronization: products':
        case 'synchronization: classifications':
        case 'synchronization: summary languages': return site === undefined || site.parentCodes.length === 0;
        default: return hasFit(block, key, place);
    }
}

function hasFit(block: BlockName, key: string, place: PlanPlace): boolean {
    const { suggestions = [] } = definitionOf(block, key)?.value ?? {};
    return suggestions.length === 0 || suggestions.some(value => fitsValue(block, key, value, place));
}
