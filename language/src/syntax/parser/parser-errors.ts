import type { TokenType } from 'chevrotain';
import { LangiumParserErrorMessageProvider } from 'langium';

/** Error messages that are just the name of the expected token. The rule `syntax-error` words the finding. */
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
