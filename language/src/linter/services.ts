import type { AnalysisServices } from '../analysis/services.js';
import type { Linter } from './linter.js';

/** The services that the linter adds to those of the analysis. */
export interface AddedLinterServices {
    linter: {
        rules: Linter;
        /** Returns the address of a document of this project. */
        documentation: (page: string) => string;
    };
}

export type LinterServices = AnalysisServices & AddedLinterServices;
