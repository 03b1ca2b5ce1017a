import type { LangiumDocument } from 'langium';
import { type Edit, replaceText } from '../../edits/edit.js';
import { defineRule, type RuleContext } from '../../define-rule.js';
import { bidiControls, codePointOf, controls, zeroWidths } from '../../../syntax/tree/characters.js';
import { holdsUnreadable } from '../../../analysis/unreadable.js';
import type { Span } from '../../../syntax/span.js';

const invisible = new RegExp(`([${bidiControls}])|([${zeroWidths}])|([${controls}])|\\uFFFD`, 'g');
const because = 'The plan can be read; only what is seen may differ from what is there.';

const messages = {
    direction: ({ character }: { character: string }) => ({
        what: `This line holds ${character}, which turns the direction of the text around it.`,
        why: 'The line is shown otherwise than it is read, so a reviewer sees another plan than the one that counts.',
        todo: 'Remove it.'
    }),
    width: ({ character }: { character: string }) => ({
        what: `This line holds ${character}, which cannot be seen.`,
        why: 'Two texts that look alike can differ by it, and a search for one does not find the other.',
        todo: 'Remove it.'
    }),
    control: ({ character }: { character: string }) => ({
        what: `This line holds the control character ${character}.`,
        why: 'It cannot be seen, and the tools that a plan passes through treat it differently.',
        todo: 'Remove it.'
    }),
    lost: ({ character }: { character: string }) => ({
        what: `This line holds ${character}.`,
        why: 'Editors put it where a file holds something that is not UTF-8: the character that was meant is lost.',
        todo: 'Open the file again in the encoding that it was saved in and save it in UTF-8, or remove the character.'
    })
};

export default defineRule({
    id: 'invisible-character',
    since: '0.1.0',
    summary: 'A plan holds no characters that cannot be seen.',
    category: 'language',
    reach: 'segment',
    sources: ['The .sup language', 'Unicode Technical Standard #55: Unicode Source Code Handling'],
    messages,
    severities: { direction: { severity: 'warning', because }, width: { severity: 'warning', because }, control: { severity: 'warning', because }, lost: { severity: 'warning', because } },
    fixable: 'suggestion',
    checks: {
        segment({ document, segment: { syntaxErrors, start, text } }, context) {
            const isRead = !syntaxErrors.lexerIssues.some(({ kind }) => kind === 'not-text' || kind === 'too-large');
            let reported = -1;
            for (const match of isRead ? text.matchAll(invisible) : []) {
                const offset = start.offset + match.index;
                // At the very beginning of a file it says that the file is UTF-8, and where no name or text is, the parser has refused it.
                const isMark = offset === 0 && match[0] === '\uFEFF';
                if (match.index >= reported && !isMark && !holdsUnreadable(document, { offset, end: offset + 1 })) {
                    reported = endOfLine(text, match.index);
                    report(match, { offset, end: start.offset + reported }, document, context);
                }
            }
        }
    }
});

function report(match: RegExpExecArray, { offset, end }: Span, document: LangiumDocument, context: RuleContext<typeof messages>): void {
    const character = codePointOf(match[0]);
    context.report(match[1] ? 'direction' : match[2] ? 'width' : match[3] ? 'control' : 'lost', {
        at: { offset, length: 1 },
        args: { character },
        fixes: () => {
            const edits = removals(document, offset, end);
            return [{ title: edits.length === 1 ? `Remove ${character}` : `Remove the ${edits.length} invisible characters of this line`, edits }];
        }
    });
}

function removals(document: LangiumDocument, from: number, to: number): readonly Edit[] {
    return [...document.textDocument.getText().slice(from, to).matchAll(invisible)]
        .map(match => ({ offset: from + match.index, end: from + match.index + 1 }))
        .filter(span => !holdsUnreadable(document, span))
        .map(span => replaceText(document, span, ''));
}

function endOfLine(text: string, offset: number): number {
    const lineBreak = /[\r\n]|$/g;
    lineBreak.lastIndex = offset;
    return lineBreak.exec(text)!.index;
}
