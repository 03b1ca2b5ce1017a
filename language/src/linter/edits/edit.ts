import type { LangiumDocument } from 'langium';
import type * as ast from '../../syntax/generated/ast.js';
import type { Target } from '../../syntax/place.js';
import type { Span } from '../../syntax/span.js';

/** A change to the plan in the plan's own terms; `text-edits.ts` turns it into text edits. */
export type Edit =
    /** Sets a property: replaces its value, or adds the property on a new line. */
    | { readonly kind: 'set'; readonly target: Target; readonly key: string; readonly value: string }
    /** Deletes a property. */
    | { readonly kind: 'unset'; readonly target: Target; readonly key: string }
    /** Replaces the key of a property. */
    | { readonly kind: 'rename'; readonly target: Target; readonly key: string }
    /** Replaces the head of a statement: everything before its block. */
    | { readonly kind: 'rewrite'; readonly target: Target; readonly head: string }
    /** Changes a part of a block's head, adds it if it is missing, or removes it if `value` is undefined. */
    | { readonly kind: 'head'; readonly target: Target; readonly part: HeadPart; readonly value: string | undefined }
    /** Deletes a statement with its block. A comment after it stays, unless the statement is written elsewhere with its comments. */
    | { readonly kind: 'remove'; readonly target: Target; readonly withComment?: boolean }
    /** Adds a statement at the end (or beginning) of a block. The lines are indented relative to the content of the block. */
    | { readonly kind: 'insert'; readonly into: Target; readonly lines: readonly string[]; readonly where?: 'first' | 'last' }
    /** Moves a statement to the end of another block, in the same file or in another one. */
    | { readonly kind: 'move'; readonly target: Target; readonly into: Target }
    /** Adds a declaration after another one at the top level of its file. */
    | { readonly kind: 'declare'; readonly after: Target; readonly lines: readonly string[] }
    /** Replaces characters that are not a statement: a brace, a quote, or unreadable text. */
    | { readonly kind: 'text'; readonly document: LangiumDocument; readonly span: Span; readonly text: string };

/**
 * The parts of a block's head: `name` is a site code or the name of a server or cluster, `state` follows `software update
 * point`, `version` follows `wsus`, and `parents` follows `reports to`. In a scenario, `title` is quoted, and `duration`
 * follows `for`.
 */
export type HeadPart = 'kind' | 'name' | 'parents' | 'state' | 'version' | 'title' | 'duration';

export const setProperty = (target: Target, key: string, value: string): Edit => ({ kind: 'set', target, key, value });
export const unsetProperty = (target: Target, key: string): Edit => ({ kind: 'unset', target, key });
export const renameProperty = (target: ast.Property, key: string): Edit => ({ kind: 'rename', target, key });
export const rewriteHead = (target: Target, head: string): Edit => ({ kind: 'rewrite', target, head });
export const setHead = (target: Target, part: HeadPart, value: string | undefined): Edit => ({ kind: 'head', target, part, value });
export const removeStatement = (target: Target): Edit => ({ kind: 'remove', target });
/** Deletes a statement that another edit writes elsewhere with its comments. */
export const takeOut = (target: Target): Edit => ({ kind: 'remove', target, withComment: true });
export const insertStatement = (into: Target, ...lines: string[]): Edit => ({ kind: 'insert', into, lines });
export const moveStatement = (target: Target, into: Target): Edit => ({ kind: 'move', target, into });
export const declareAfter = (after: Target, ...lines: string[]): Edit => ({ kind: 'declare', after, lines });
export const replaceText = (document: LangiumDocument, span: Span, text: string): Edit => ({ kind: 'text', document, span, text });
