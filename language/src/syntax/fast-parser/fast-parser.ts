import { AstUtils, GrammarAST, GrammarUtils } from 'langium';
import { refusalOf } from '../parser/refusal.js';
import type { LookUp } from './nodes.js';
import { giveUp } from './scanner.js';
import { type FastParseResult, StatementParser } from './statement-parser.js';
import type { Keywords } from './token-parser.js';

/**
 * Parses text that is plainly valid, some twenty times as fast as Langium's parser: it makes no tokens and does not backtrack. Its tree
 * equals the one that Langium's parser builds, node for node, and it accepts only texts in which that parser finds no error. So it knows
 * just the plain form of each statement of `sup.langium`, and gives up at the first word that could mean something else.
 */
export class FastParser {
    private readonly keywords: Keywords;
    private readonly reported = new Set<string>();

    /** `report` receives internal errors. */
    constructor(grammar: GrammarAST.Grammar, private readonly lookUp: LookUp, private readonly report: (error: unknown) => void) {
        this.keywords = keywordsOf(grammar);
    }

    /** Undefined if the text needs Langium's parser. */
    parse(text: string): FastParseResult | undefined {
        return this.run(text).result;
    }

    /** Where the parser gives up on a text that needs Langium's parser. */
    endOfPlainText(text: string): number {
        return this.run(text).end;
    }

    private run(text: string): { result?: FastParseResult; end: number } {
        if (refusalOf(text)) {
            return { end: 0 };
        }
        let parser: StatementParser | undefined;
        try {
            parser = new StatementParser(text, this.keywords, this.lookUp);
            return { result: parser.parseAll(), end: text.length };
        } catch (error) {
            if (error !== giveUp) {
                this.reportOnce(error);
            }
            return { end: parser?.offset ?? 0 };
        }
    }

    /** Logs each internal error once, because the same error tends to occur in many segments. */
    private reportOnce(error: unknown): void {
        const text = String(error);
        if (!this.reported.has(text)) {
            this.reported.add(text);
            this.report(error);
        }
    }
}

function keywordsOf(grammar: GrammarAST.Grammar): Keywords {
    const key = grammar.rules.find(rule => GrammarAST.isTerminalRule(rule) && rule.name === 'KEY') as GrammarAST.TerminalRule;
    const keywords = AstUtils.streamAllContents(grammar).filter(GrammarAST.isKeyword).map(({ value }) => value);
    return { key: new RegExp(GrammarUtils.terminalRegex(key), 'y'), keywords: keywords.toSet() };
}
