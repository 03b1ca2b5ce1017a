import { groupBy, toUpperCaseCode } from '@sup/model';
import type { PlanFacts, SiteFacts } from '../facts/plan-facts.js';
import { type Move, sitesOf } from '../moves/move.js';
import { textsIn } from './texts-in-facts.js';

/** The moves that may depend on another one of them: those at one site, at a site and its parent, or at sites of which one names the other or a server of it. */
export function relatedMoves(moves: readonly Move[], states: readonly PlanFacts[]): readonly Move[] {
    const bySite = groupBy(moves, move => sitesOf(move).map(toUpperCaseCode));
    const versionsOf = (code: string): readonly SiteFacts[] => states.flatMap(({ sites }) => sites.get(code) ?? []);
    const siteOfName = new Map([...bySite.keys()].flatMap(code => [code, ...versionsOf(code).flatMap(({ hosts }) => [...hosts.keys()])].map(name => [name, code] as const)));
    const related = new Set([...bySite].filter(([, ofSite]) => ofSite.length > 1).map(([code]) => code));
    for (const code of bySite.keys()) {
        for (const other of new Set(versionsOf(code).flatMap(textsIn).flatMap(name => siteOfName.get(name) ?? []))) {
            if (other !== code) {
                related.add(code).add(other);
            }
        }
    }
    return moves.filter(move => sitesOf(move).some(site => related.has(toUpperCaseCode(site))));
}
