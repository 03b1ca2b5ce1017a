/** How an output format escapes the two characters. */
export interface LogCommandEscapes {
    readonly hash: string;
    readonly colon: string;
}

/** Escapes of the form that {@link visible} uses. */
const plainEscapes: LogCommandEscapes = { hash: '\\x23', colon: '\\x3a' };

/** `##vso[…]`, `##teamcity[…]` and `##[…]`, which pipelines look for anywhere in a line. */
const bracketCommand = /#(?=#[a-z]*\[)/gi;
/** `::name::` at the beginning of a line, after white space or a style. */
const colonCommand = /^((?:[^\S\r\n]|\x1b\[[\d;]*m)*):(?=:)/gm;

/**
 * Escapes the commands that pipelines read from the output of their steps. Otherwise, the name of a file or of a part of a plan could make a
 * pipeline set variables, hide text or report a result.
 */
export function withoutLogCommands(text: string, { hash, colon }: LogCommandEscapes = plainEscapes): string {
    return text.replace(bracketCommand, hash).replace(colonCommand, (_, indent: string) => `${indent}${colon}`);
}
