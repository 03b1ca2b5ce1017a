import type { LinterServices } from '../linter/services.js';
import type { WorkspaceEdits } from './workspace-edits.js';

/** The services that the editor features add to those of the linter. */
export interface AddedEditorServices {
    lsp: {
        WorkspaceEdits: WorkspaceEdits;
        /** Whether `Accept risk…` may ask the client for the reason. */
        asksForReason: () => boolean;
        /** Whether the client has the command that explains a problem. */
        explainsProblems: () => boolean;
    };
}

export type SupServices = LinterServices & AddedEditorServices;
