import type { LangiumDocument } from 'langium';
import type { LangiumServices } from 'langium/lsp';
import type { FastParser } from '../syntax/fast-parser/fast-parser.js';
import type { SupLinker } from './references/linker.js';
import type { Hierarchies } from './workspace/hierarchies.js';
import type { PlanFolders } from './workspace/plan-folders.js';

/** The services that the analysis adds to Langium's. */
export interface AddedAnalysisServices {
    parser: {
        FastParser: FastParser;
    };
    references: {
        Linker: SupLinker;
    };
    analysis: {
        hierarchies: Hierarchies;
        planFolders: PlanFolders;
        /** Returns those of the given documents whose diagnostics are out of date. The linter provides it. */
        staleAmong: (documents: readonly LangiumDocument[]) => readonly LangiumDocument[];
        /** Logs an internal error. */
        report: (message: string) => void;
    };
}

export type AnalysisServices = LangiumServices & AddedAnalysisServices;
