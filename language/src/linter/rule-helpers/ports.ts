import { arePortsDifferent, rolesOn, type WsusServer } from '@sup/model';

/** Whether a role states other ports than the WSUS web site that it uses: `sup-port-mismatch` reports that, and only one of the two may be wrong. */
export function hasContradictingRole({ server, ports }: WsusServer): boolean {
    return rolesOn(server).some(point => point.ports && ports && arePortsDifferent(point.ports, ports));
}
