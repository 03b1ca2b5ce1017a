import { groupBy, toUpperCaseCode } from '@sup/model';
import type { PlanFacts } from '../facts/plan-facts.js';
import { criteriaNeeds } from './criteria-need.js';
import type { Move, Need } from './move.js';
import type { MoveKind } from './move-kinds.js';

interface NeedOfParent extends Omit<Need, 'move'> {
    /** The kinds of moves at the parent that come first. */
    readonly kinds: readonly MoveKind[];
}

const belowExistingParent: NeedOfParent = { kinds: ['install site'], why: 'A site is installed below a parent that exists.', source: undefined, confidence: 'high' };
/** The document is about the upgrade from SMS 2003. */
const topDown: NeedOfParent = { kinds: ['upgrade release'], why: 'Sites are upgraded from the top down: the parent first.', source: 'Considerations for Upgrading Sites', confidence: 'medium' };

/** Orders that documents ask for and no rule checks, by the kind of the move that has to wait. */
const needsOfParent: Partial<Record<MoveKind, readonly NeedOfParent[]>> = {
    'upgrade release': [topDown],
    'install site': [belowExistingParent],
    'reinstall site': [belowExistingParent],
    'attach site': [
        { kinds: ['upgrade release'], why: 'A site must not have a later release than its parent.', source: 'Considerations for Upgrading Sites', confidence: 'medium' },
        { kinds: ['activate', 'change source'], why: 'The parent is the source of synchronization as soon as the site joins.', source: 'About Software Updates Synchronization', confidence: 'high' }
    ]
};

/** No document describes a downgrade; a site below must not be newer than its parent at any time. */
const needOfChildren = { kind: 'downgrade release', why: 'A site must not have a later release than its parent: the child sites first.', source: undefined, confidence: 'medium' } as const;

/** Adds the order that documents ask for. */
export function withDocumentedNeeds(moves: readonly Move[], before: PlanFacts, after: PlanFacts): readonly Move[] {
    const bySite = new Map<string, Move[]>();
    moves.forEach(move => bySite.set(toUpperCaseCode(move.site), [...bySite.get(toUpperCaseCode(move.site)) ?? [], move]));
    const childrenOf = groupBy([...after.sites.keys()], code => after.sites.get(code)!.own.parentCodes.map(toUpperCaseCode));
    const criteriaMoves = new Map(moves.filter(({ kind }) => kind === 'change criteria').map(move => [toUpperCaseCode(move.site), move]));
    return moves.map(move => {
        const code = toUpperCaseCode(move.site);
        const parents = new Set([before, after].flatMap(({ sites }) => sites.get(code)?.own.parentCodes.map(toUpperCaseCode) ?? []));
        const ofParents = (needsOfParent[move.kind] ?? []).flatMap(({ kinds, ...need }) => [...parents].flatMap(parent => bySite.get(parent) ?? [])
            .filter(({ kind }) => kinds.includes(kind)).map((first): Need => ({ move: first.id, ...need })));
        const ofChildren = move.kind !== needOfChildren.kind ? [] : (childrenOf.get(code) ?? []).flatMap(child => bySite.get(child) ?? []).filter(({ kind }) => kind === needOfChildren.kind)
            .map((first): Need => ({ move: first.id, why: needOfChildren.why, source: needOfChildren.source, confidence: needOfChildren.confidence }));
        const needs = [...ofParents, ...ofChildren, ...move.kind === 'attach site' ? criteriaNeeds(move, criteriaMoves, before, after) : []];
        return needs.length === 0 ? move : { ...move, needs: [...move.needs, ...needs] };
    });
}
