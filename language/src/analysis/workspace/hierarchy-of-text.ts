import type { Hierarchy } from '@sup/model';
import { URI } from 'langium';
import type { AnalysisServices } from '../services.js';

/** The hierarchy of a text that is not a file of the workspace, such as the plan of an export. */
export function hierarchyOfText(text: string, { analysis: { hierarchies }, shared: { workspace: { LangiumDocumentFactory } } }: AnalysisServices): Hierarchy {
    return hierarchies.of(LangiumDocumentFactory.fromString(text, URI.parse('export:/export.sup')));
}
