import { changeHost } from '../facts/draft.js';
import type { RoleFacts, SiteFacts } from '../facts/plan-facts.js';
import { roleId, selectionId } from './host-moves.js';
import { joinMoves, type Move, type Need } from './move.js';
import type { MoveKind } from './move-kinds.js';

type State = RoleFacts['state'];

interface StateChange {
    readonly name: string;
    readonly shown: string;
    readonly from: State | undefined;
    readonly to: State | undefined;
}

const roleFirst: Omit<Need, 'move'> = { why: 'Only a site system with the role can be selected.', source: 'Software Update Point Component Properties: General Tab', confidence: 'high' };

/**
 * The selection of the active and of the Internet-based software update point of a site. Deselecting one and selecting another of the same kind is one
 * click of the product: the site never has two of them, nor none in between.
 */
export function activationMoves(code: string, before: SiteFacts | undefined, after: SiteFacts): readonly Move[] {
    const changes = [...new Set([...before?.hosts.keys() ?? [], ...after.hosts.keys()])].flatMap((name): readonly StateChange[] => {
        const [was, is] = [before?.hosts.get(name), after.hosts.get(name)];
        const [from, to] = [was?.role?.state, is?.role?.state];
        return from === to ? [] : [{ name, shown: (is ?? was)!.own.name, from, to }];
    });
    const involving = (state: State): readonly StateChange[] => changes.filter(({ from, to }) => from === state || to === state);
    const [active, internet] = [involving('active'), involving('internet')];
    const isBoth = active.some(change => internet.includes(change));
    return isBoth ? [moveOf(['active', 'internet'], [...new Set([...active, ...internet])])] : [
        ...active.length === 0 ? [] : [moveOf(['active'], active)],
        ...internet.length === 0 ? [] : [moveOf(['internet'], internet)]
    ];

    function moveOf(states: readonly ['active' | 'internet', ...('active' | 'internet')[]], involved: readonly StateChange[]): Move {
        const [state] = states;
        const [first, ...others] = involved.map(({ name, shown, to }): Move => ({
            id: selectionId(code, state), joined: states.map(each => selectionId(code, each)), kind: kindOf(state, involved), site: after.own.code, hosts: [shown],
            apply: draft => changeHost(draft, code, name, host => host?.role ? { ...host, role: { ...host.role, state: to ?? 'inactive' } } : host),
            needs: to === state ? [{ move: roleId(code, name), ...roleFirst }] : []
        }));
        return joinMoves(first!.kind, [first!, ...others]);
    }
}

function kindOf(state: 'active' | 'internet', changes: readonly StateChange[]): MoveKind {
    const [gained, lost] = [changes.some(({ to }) => to === state), changes.some(({ from }) => from === state)];
    if (state === 'internet') {
        return gained && lost ? 'switch Internet service' : gained ? 'begin Internet service' : 'end Internet service';
    }
    return gained && lost ? 'switch' : gained ? 'activate' : 'deactivate';
}
