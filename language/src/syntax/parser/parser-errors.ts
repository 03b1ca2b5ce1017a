import type { TokenType } from 'chevrotain';
import { LangiumParserErrorMessageProvider } from 'langium';

/** What the parser says where it needed another token: the name of that token. The rule `syntax-error` puts it in words. */
export class SupParserErrors extends LangiumParserErrorMessageProvider {
    override buildMismatchTokenMessage({ expected }: { expected: TokenType }): string {
        return expected.name;
    }

    override buildNotAllInputParsedMessage(): string {
        return 'EOF';
    }

    override buildNoViableAltMessage(): string {
        return 'HEAD';
    }

    override buildEarlyExitMessage(): string {
        return 'WORD';
    }
}
