import type { ComparedPlans } from './preview-content.js';
import { type Diagnostic, RequestType, type TextEdit } from 'vscode-languageserver-protocol';

export interface CompareWithRealityParams {
    /** The URI of an open plan. Its whole hierarchy is compared. */
    textDocument: { uri: string };
    /** The URIs of the exports that the user has chosen, on disk. */
    files: string[];
    /** Whether the answer contains a picture of the comparison. */
    isPictured?: boolean;
    workDoneToken?: string | number;
}

/** A difference at the line of a plan, with the changes that take it over. */
export interface RealityDifference {
    uri: string;
    diagnostic: Diagnostic;
    fixes: { title: string; changes: { uri: string; edits: TextEdit[] }[] }[];
}

export interface RealityComparison {
    /** The name of the hierarchy, if it has one. */
    hierarchy: string | undefined;
    differences: RealityDifference[];
    /** The files of the hierarchy. */
    files: string[];
    /** When the oldest of the exports was made, as it states it. */
    collectedAt: string | undefined;
    /** The number of values that could not be compared. */
    uncompared: number;
    /** Messages about the exports, and about what could not be read. */
    messages: string[];
    /** Whether the exports state that a part could not be read. */
    isIncomplete: boolean;
    /** The real hierarchy and the plan in one picture, on request. */
    plans?: ComparedPlans;
}

/** Client → server: the differences between a plan and exports of the real hierarchy; an objection if they cannot be compared; null if the plan is not known. */
export const CompareWithRealityRequest = new RequestType<CompareWithRealityParams, RealityComparison | { objection: string } | null, void>('sup/compareWithReality');
