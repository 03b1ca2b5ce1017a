// Room: protocol. Owns every message that is not part of the Language Server Protocol, typed once: this entry point has those between the
// client and the language server, `preview.ts` those between the client and the preview page. Called by: client, server, webview. Absent:
// behavior.

import { RequestType, type WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { FindingTarget } from './explain.js';

export * from './editor-levels.js';
export * from './explain.js';
export * from './compare-with-reality.js';
export * from './import-hierarchy.js';
export * from './new-hierarchy.js';
export * from './plan-tree.js';
export * from './preview-requests.js';
export * from './scenarios.js';

/** The `initializationOptions` of the server. All of them are optional: a plain LSP client sends none. */
export interface SupInitializationOptions {
    /**
     * The client has the command {@link acceptRiskCommand}. If so, `Accept risk…` prompts for the reason; otherwise it inserts an
     * `allow` with an empty reason, which is reported as a diagnostic until the reason is filled in.
     */
    acceptRiskCommand?: boolean;
    /** The client has the command {@link duplicateSiteCommand}, which asks for the codes and the title of the copy; without it, the server chooses them. */
    duplicateSiteCommand?: boolean;
    /** The client has the command {@link showDocumentationCommand}, to which links to documents lead. */
    documentationCommand?: boolean;
    /** The client has the command {@link explainProblemCommand}; without it there is no `Explain this problem`. */
    explainCommand?: boolean;
    /** A command of the client that opens the list of completions, for items after which another list follows. */
    suggestCommand?: string;
    /** The client has the commands of {@link scenarioCommands}; without them there are no code lenses. */
    scenarioCommands?: boolean;
    /** The client shows how its levels of rules differ from those of the command line, and is notified when they may have changed. */
    editorLevels?: boolean;
    /** The client changes the line breaks of a document if the edits that format it have others. */
    lineBreaks?: boolean;
    /** The client shows previews and is notified when they may have changed. */
    preview?: boolean;
}

/** A command of the client, called by the code action `Accept risk…` with one {@link AcceptRiskTarget}. */
export const acceptRiskCommand = 'sup.acceptRisk';

/** Identifies the finding to accept. */
export type AcceptRiskTarget = FindingTarget;

export interface AcceptRiskParams extends AcceptRiskTarget {
    /** Why the risk is accepted. Written to the file. */
    reason: string;
    /** The last day on which it is accepted, `YYYY-MM-DD`. */
    until?: string;
}

/** Client → server: the edit that adds `allow … because …` for a finding, or null if the finding no longer exists. */
export const AcceptRiskRequest = new RequestType<AcceptRiskParams, WorkspaceEdit | null, void>('sup/acceptRisk');
