// Room: protocol, the door between an editor's extension and the language server.
// Owns: every message that is not part of the Language Server Protocol, typed once. Called by: server, client.
// Absent: behaviour.

import { type Range, RequestType, type TextDocumentIdentifier, type WorkspaceEdit } from 'vscode-languageserver-protocol';

export * from './preview-requests.js';
export * from './scenarios.js';

/** What a client may tell the server in `initializationOptions`. Everything is optional: a plain LSP client sends nothing. */
export interface SupInitializationOptions {
    /**
     * The client has the command {@link acceptRiskCommand}. Then `Accept risk…` asks for the reason; otherwise it inserts an
     * `allow` with an empty reason, which is a diagnostic until somebody fills it in.
     */
    acceptRiskCommand?: boolean;
    /** The client has the commands of {@link scenarioCommands}; without them there are no code lenses. */
    scenarioCommands?: boolean;
    /** The client shows previews: it is told when they may have changed. */
    preview?: boolean;
}

/** A command of the client, called by the code action `Accept risk…` with one {@link AcceptRiskTarget}. */
export const acceptRiskCommand = 'sup.acceptRisk';

/** Which finding is to be accepted: the rule's id and the range of its diagnostic. */
export interface AcceptRiskTarget {
    textDocument: TextDocumentIdentifier;
    rule: string;
    range: Range;
}

export interface AcceptRiskParams extends AcceptRiskTarget {
    /** Why the risk is accepted; written into the file. */
    reason: string;
    /** The last day on which it is accepted, `YYYY-MM-DD`. */
    until?: string;
}

/** Client → server: the edit that writes `allow … because …` for a finding, or null where the finding is no longer there. */
export const AcceptRiskRequest = new RequestType<AcceptRiskParams, WorkspaceEdit | null, void>('sup/acceptRisk');
