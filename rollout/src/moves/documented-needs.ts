import { groupBy, toUpperCaseCode } from '@sup/model';
import type { PlanFacts } from '../facts/plan-facts.js';
import type { Move, Need } from './move.js';
import type { MoveKind } from './move-kinds.js';

interface NeedOfParent {
    /** The kinds of moves at the parent that come first. */
    readonly kinds: readonly MoveKind[];
    readonly why: string;
    readonly source: string | undefined;
}

const belowExistingParent: NeedOfParent = { kinds: ['install site'], why: 'A site is installed below a parent that exists.', source: undefined };
const topDown: NeedOfParent = { kinds: ['upgrade release'], why: 'Sites are upgraded from the top down: the parent first.', source: 'Considerations for Upgrading Sites' };

/** Orders that documents ask for and no rule checks, by the kind of the move that has to wait. */
const needsOfParent: Partial<Record<MoveKind, readonly NeedOfParent[]>> = {
    'upgrade release': [topDown],
    'install site': [belowExistingParent],
    'reinstall site': [belowExistingParent],
    'attach site': [
        { kinds: ['upgrade release'], why: 'A site must not have a later release than its parent.', source: 'Considerations for Upgrading Sites' },
        { kinds: ['activate', 'change source'], why: 'The parent is the source of synchronization as soon as the site joins.', source: 'About Software Updates Synchronization' },
        { kinds: ['change criteria'], why: 'The site synchronizes what its parent does: without these products and classifications, its clients would lose updates.', source: 'About Software Updates Synchronization' }
    ]
};

/** No document describes a downgrade; a site below must not be newer than its parent at any time. */
const needOfChildren = { kind: 'downgrade release', why: 'A site must not have a later release than its parent: the child sites first.', source: undefined } as const;

/** Adds the order that documents ask for. */
export function withDocumentedNeeds(moves: readonly Move[], before: PlanFacts, after: PlanFacts): readonly Move[] {
    const bySite = new Map<string, Move[]>();
    moves.forEach(move => bySite.set(toUpperCaseCode(move.site), [...bySite.get(toUpperCaseCode(move.site)) ?? [], move]));
    const childrenOf = groupBy([...after.sites.keys()], code => after.sites.get(code)!.own.parentCodes.map(toUpperCaseCode));
    return moves.map(move => {
        const code = toUpperCaseCode(move.site);
        const parents = new Set([before, after].flatMap(({ sites }) => sites.get(code)?.own.parentCodes.map(toUpperCaseCode) ?? []));
        const ofParents = (needsOfParent[move.kind] ?? []).flatMap(({ kinds, why, source }) => [...parents].flatMap(parent => bySite.get(parent) ?? [])
            .filter(({ kind }) => kinds.includes(kind)).map((first): Need => ({ move: first.id, why, source })));
        const ofChildren = move.kind !== needOfChildren.kind ? [] : (childrenOf.get(code) ?? []).flatMap(child => bySite.get(child) ?? []).filter(({ kind }) => kind === needOfChildren.kind)
            .map((first): Need => ({ move: first.id, why: needOfChildren.why, source: needOfChildren.source }));
        const needs = [...ofParents, ...ofChildren];
        return needs.length === 0 ? move : { ...move, needs: [...move.needs, ...needs] };
    });
}
