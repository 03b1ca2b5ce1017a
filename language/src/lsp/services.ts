import type { Site } from '@sup/model';
import type { LangiumDocument, URI } from 'langium';
import type { LineLengthOf } from '../linter/edits/wrapped-list.js';
import type { LinterServices } from '../linter/services.js';
import type { ConfiguredLayout } from './style.js';
import type { WorkspaceEdits } from './workspace-edits.js';

/** The services that the editor features add to those of the linter. */
export interface AddedEditorServices {
    lsp: {
        WorkspaceEdits: WorkspaceEdits;
        /** The layout that a file next to a plan configures. */
        configuredLayout: (uri: URI) => ConfiguredLayout;
        /** The number of columns beyond which lists are wrapped. */
        lineLengthOf: LineLengthOf;
        /** Whether `Accept risk…` may ask the client for the reason. */
        asksForReason: () => boolean;
        /** Whether *Duplicate* may ask the client for the codes and the title of the copy. */
        asksForCodes: () => boolean;
        /** The longest time until the last client of a site has a new update, in words; undefined if it is not cheap to find. */
        boundOf: (document: LangiumDocument, site: Site) => string | undefined;
        /** Whether the client has the command that explains a problem. */
        explainsProblems: () => boolean;
        /** The command of the client that opens the list of completions, if it has one. */
        suggestCommand: () => string | undefined;
    };
}

export type SupServices = LinterServices & AddedEditorServices;
