import { toUpperCaseCode } from '@sup/model';
import type { PlanFacts, SiteFacts } from '../facts/plan-facts.js';
import { joinMoves, type Move } from './move.js';

/**
 * Joins the selection of a software update point with the settings that begin or end with it: those of its own site, and the source of child sites that
 * synchronized from Microsoft Update until then.
 */
export function joinOverSites(moves: readonly Move[], before: PlanFacts, after: PlanFacts): readonly Move[] {
    const byId = new Map(moves.map(move => [move.id, move]));
    const joined = new Set<Move>();
    const result = moves.map(move => {
        const partners = [byId.get(`${move.id} settings`), ...move.kind === 'activate' ? sourcesBelow(move, byId, before, after) : []].filter(each => each !== undefined);
        partners.forEach(partner => joined.add(partner));
        return partners.length === 0 ? move : joinMoves(move.kind, [move, ...partners]);
    });
    return result.filter((_, i) => !joined.has(moves[i]!));
}

function sourcesBelow({ site }: Move, byId: ReadonlyMap<string, Move>, before: PlanFacts, after: PlanFacts): readonly Move[] {
    const code = toUpperCaseCode(site);
    return [...after.sites].filter(([child, facts]) => facts.own.parentCodes.map(toUpperCaseCode).includes(code) && isRoot(before.sites.get(child)) && !isRoot(facts))
        .flatMap(([child]) => byId.get(`${child} change source`) ?? byId.get(`${child} source`) ?? []);
}

const isRoot = (site: SiteFacts | undefined): boolean => site?.synchronization?.source?.kind === 'microsoft-update';
