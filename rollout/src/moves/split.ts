import type { PlanFacts } from '../facts/plan-facts.js';
import { activationMoves } from './activation-moves.js';
import { clusterGroups } from './cluster-groups.js';
import { hostMoves } from './host-moves.js';
import { joinOverSites } from './join-over-sites.js';
import type { Move } from './move.js';
import { policyMoves } from './policy-moves.js';
import { addedSite, recreatedSite, removedSite, siteId, siteMoves } from './site-moves.js';
import { isReinstalled, type VersionsOfSite } from './versions-of-site.js';
import { synchronizationMoves } from './synchronization-moves.js';
import { withDocumentedNeeds } from './documented-needs.js';

/** Splits the difference between two plans into moves. The site keys in `liftedPolicies` get their Group Policy address in two moves, with a time without one in between. */
export function splitIntoMoves(before: PlanFacts, after: PlanFacts, liftedPolicies: ReadonlySet<string>): readonly Move[] {
    const codes = [...new Set([...before.sites.keys(), ...after.sites.keys()])].sort();
    const moves = codes.flatMap(code => {
        const versions: VersionsOfSite = { code, before: before.sites.get(code), after: after.sites.get(code) };
        return movesOfSite(versions, liftedPolicies.has(code));
    });
    return withDocumentedNeeds(joinOverSites(moves, before, after), before, after);
}

function movesOfSite(versions: VersionsOfSite, isPolicyLifted: boolean): readonly Move[] {
    const { code, before, after } = versions;
    if (!after) {
        return before ? [removedSite(code, before)] : [];
    }
    if (before && isReinstalled(before, after)) {
        return recreatedSite(code, before, after);
    }
    const activation = activationMoves(code, before, after);
    const moves = [
        ...clusterGroups(before, after, hostMoves(code, before, after)),
        ...activation,
        ...synchronizationMoves(code, before, after, activation),
        ...policyMoves(code, before, after, isPolicyLifted)
    ];
    return before ? [...siteMoves(code, before, after), ...moves] : [addedSite(code, after), ...moves.map(move => onNewSite(move, code))];
}

function onNewSite(move: Move, code: string): Move {
    return { ...move, needs: [...move.needs, { move: siteId(code), why: 'The site is installed first.', source: undefined, confidence: 'high' }] };
}
