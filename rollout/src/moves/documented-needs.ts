import { groupBy, toUpperCaseCode } from '@sup/model';
import type { PlanFacts } from '../facts/plan-facts.js';
import type { Move, Need } from './move.js';
import type { MoveKind } from './move-kinds.js';

/** Orders that documents ask for and no rule checks, by the kind of the move that has to wait. */
const needsOfParent: Partial<Record<MoveKind, { readonly kind: MoveKind; readonly why: string; readonly source: string | undefined }>> = {
    'upgrade release': { kind: 'upgrade release', why: 'Sites are upgraded from the top down: the parent first.', source: 'Considerations for Upgrading Sites' },
    'install site': { kind: 'install site', why: 'A site is installed below a parent that exists.', source: undefined },
    'reinstall site': { kind: 'install site', why: 'A site is installed below a parent that exists.', source: undefined }
};

/** No document describes a downgrade; a site below must not be newer than its parent at any time. */
const needOfChildren = { kind: 'downgrade release', why: 'A site must not have a later release than its parent: the child sites first.', source: undefined } as const;

/** Adds the order that documents ask for. */
export function withDocumentedNeeds(moves: readonly Move[], before: PlanFacts, after: PlanFacts): readonly Move[] {
    const bySite = new Map<string, Move[]>();
    moves.forEach(move => bySite.set(toUpperCaseCode(move.site), [...bySite.get(toUpperCaseCode(move.site)) ?? [], move]));
    const childrenOf = groupBy([...after.sites.keys()], code => after.sites.get(code)!.own.parentCodes.map(toUpperCaseCode));
    return moves.map(move => {
        const rule = needsOfParent[move.kind];
        const code = toUpperCaseCode(move.site);
        const parents = new Set([before, after].flatMap(({ sites }) => sites.get(code)?.own.parentCodes.map(toUpperCaseCode) ?? []));
        const ofParents = rule === undefined ? [] : [...parents].flatMap(parent => bySite.get(parent) ?? []).filter(({ kind }) => kind === rule.kind)
            .map((first): Need => ({ move: first.id, why: rule.why, source: rule.source }));
        const ofChildren = move.kind !== needOfChildren.kind ? [] : (childrenOf.get(code) ?? []).flatMap(child => bySite.get(child) ?? []).filter(({ kind }) => kind === needOfChildren.kind)
            .map((first): Need => ({ move: first.id, why: needOfChildren.why, source: needOfChildren.source }));
        const needs = [...ofParents, ...ofChildren];
        return needs.length === 0 ? move : { ...move, needs: [...move.needs, ...needs] };
    });
}
