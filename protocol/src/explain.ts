import { type Location, type Range, RequestType, type TextDocumentIdentifier } from 'vscode-languageserver-protocol';

/** A command of the client that shows a document of this project. Its argument is the path in `docs`, such as `rules/syntax-error.md`. */
export const showDocumentationCommand = 'sup.showDocumentation';

/** A command of the client that explains a finding. Its argument is a {@link FindingTarget}. */
export const explainProblemCommand = 'sup.explainProblem';

/** Identifies a finding by its rule and the range of its diagnostic. */
export interface FindingTarget {
    textDocument: TextDocumentIdentifier;
    rule: string;
    range: Range;
}

/** The chain of facts that led to a finding, as a text with links. */
export interface ExplanationText {
    text: string;
    links: ExplanationLink[];
}

export interface ExplanationLink {
    /** The part of the text. */
    range: Range;
    /** A place in a plan, or the path of a document in `docs`. */
    target: Location | string;
}

/** Client → server: the explanation of a finding, or null if the finding no longer exists. */
export const ExplainRequest = new RequestType<FindingTarget, ExplanationText | null, void>('sup/explain');

/** The URI that runs a command of the client with one argument. */
export function commandUri(command: string, argument: unknown): string {
    return `command:${command}?${encodeURIComponent(JSON.stringify([argument]))}`;
}
