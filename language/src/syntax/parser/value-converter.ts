import { type CstNode, DefaultValueConverter, type GrammarAST, type ValueType } from 'langium';

/**
 * Strings have no escape sequences but the doubled quote: a backslash is an ordinary character, so that administrators can write
 * `"D:\WSUS"` and `"CORP\svc"` as usual. The closing quote may be missing.
 */
export class SupValueConverter extends DefaultValueConverter {
    protected override runConverter(rule: GrammarAST.AbstractRule, input: string, cstNode: CstNode): ValueType {
        return rule.name === 'STRING' ? unquote(input) : super.runConverter(rule, input, cstNode);
    }
}

/** The text of a string literal of the language. */
export function unquote(literal: string): string {
    return literal.slice(1, isClosed(literal) ? -1 : undefined).replaceAll('""', '"');
}

/** A text as a string literal of the language. */
export function quoteString(text: string): string {
    return `"${text.replaceAll('"', '""')}"`;
}

/** Whether a string literal has its closing quote: its number of quotes is even. */
export function isClosed(literal: string): boolean {
    let quotes = 0;
    for (let i = literal.indexOf('"'); i >= 0; i = literal.indexOf('"', i + 1)) {
        quotes++;
    }
    return quotes % 2 === 0;
}
