import type { TokenType, TokenVocabulary } from 'chevrotain';
import { DefaultTokenBuilder, type GrammarAST, type TokenBuilderOptions } from 'langium';

/** Matches the key of a property before any keyword, so that `clients:` begins a property and `clients "Sales" {` a block. */
export class SupTokenBuilder extends DefaultTokenBuilder {
    override buildTokens(grammar: GrammarAST.Grammar, options?: TokenBuilderOptions): TokenVocabulary {
        const tokens = super.buildTokens(grammar, options) as TokenType[];
        const first = tokens.filter(token => token.name === 'KEY');
        return [...first, ...tokens.filter(token => token.name !== 'KEY')];
    }
}
