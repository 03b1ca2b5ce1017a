import { changeSite, differingProperties, type Draft, withProperties } from '../facts/draft.js';
import type { SiteFacts } from '../facts/plan-facts.js';
import type { Move } from './move.js';
import type { MoveKind } from './move-kinds.js';
import { parentKeyOf } from './versions-of-site.js';

/** The changes of the Software Update Point Component of a site: its source, criteria, languages and schedule. */
export function synchronizationMoves(code: string, before: SiteFacts | undefined, after: SiteFacts, activation: readonly Move[]): readonly Move[] {
    const [was, is] = [before?.synchronization, after.synchronization];
    if (!was || !is) {
        return was || is ? replacedSettings(code, before, after, activation) : [];
    }
    const differing = differingProperties(was, is);
    // A site that gets a parent loses its own source with it.
    const isWithParent = before && parentKeyOf(before) !== parentKeyOf(after) && was.source?.kind !== is.source?.kind;
    const some = (kind: MoveKind, keys: readonly string[]): readonly Move[] => keys.some(key => differing.has(key)) ? [{
        id: `${code} ${kind}`, kind, site: after.own.code, hosts: [], needs: [],
        apply: (draft: Draft) => changeSite(draft, code, site => ({ ...site, synchronization: site.synchronization ? withProperties(site.synchronization, is, keys) : is }))
    }] : [];
    return isWithParent ? [] : [
        ...some('change source', ['source', 'importPlan']),
        ...some('change criteria', ['products', 'classifications']),
        ...some('change languages', ['languages', 'summaryLanguages']),
        ...some('change schedule', ['schedule', 'reportingEvents'])
    ];
}

/** A site that begins or ceases to have settings of its own: with the selection of its active software update point, where that changes too. */
function replacedSettings(code: string, before: SiteFacts | undefined, after: SiteFacts, activation: readonly Move[]): readonly Move[] {
    if (before && parentKeyOf(before) !== parentKeyOf(after)) {
        return [];
    }
    const settings: Move = {
        id: `${code} source`, kind: 'change source', site: after.own.code, hosts: [], needs: [],
        apply: draft => changeSite(draft, code, site => ({ ...site, synchronization: after.synchronization }))
    };
    return activation.length === 0 ? [settings] : [{ ...settings, id: `${activation[0]!.id} settings` }];
}
