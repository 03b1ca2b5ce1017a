import { type Server, siteServerOf, wsusVersionOf } from '@sup/model';
import { type Edit, setProperty } from '../../linter/edits/edit.js';
import { soundWsusVersion } from '../../linter/edits/role-edits.js';
import { printable } from '../../syntax/tree/characters.js';
import { escaped, markdown } from '../markdown.js';
import { asActive, canConfigure, isActiveFree } from './fitting-states.js';
import { fittingWsusVersions } from './fitting-wsus.js';
import { type PlanPlace, unnamedHost } from './plan-place.js';
import type { Suggestion } from './suggestion.js';

/** The console that a site server lacks to configure WSUS on another server, and the edit that plans it. */
export interface MissingConsole {
    readonly server: Server;
    readonly edits: readonly Edit[];
}

/** The missing console, if its absence is all that keeps a role on the server or cluster at the cursor, or on a new server, from being the active one. */
export function missingConsole(place: PlanPlace): MissingConsole | undefined {
    const { site } = place;
    const server = site && siteServerOf(site);
    const host = site && (place.host ?? unnamedHost(site));
    if (!server || !host || canConfigure(site, host) || !isActiveFree(site, host, place)) {
        return undefined;
    }
    const version = wsusVersionOf(asActive(host, place)) ?? fittingWsusVersions(place)[0] ?? soundWsusVersion;
    return { server, edits: [setProperty(server, 'wsus console', version)] };
}

/** An item that also plans the console, and says so. */
export function withConsole(suggestion: Suggestion, { server, edits }: MissingConsole): Suggestion {
    const reason = markdown`The site server ${escaped(server.name)} configures WSUS on other servers through the WSUS administration console, which the plan does not have there. So this also adds *wsus console* to ${escaped(server.name)}.`;
    return { ...suggestion, remark: `adds wsus console to ${printable(server.name)}`, furtherEdits: edits, documentation: `${reason}\n\n${suggestion.documentation ?? ''}` };
}
