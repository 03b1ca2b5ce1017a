import { counted } from '@sup/model';
import type { LangiumDocument } from 'langium';
import { type Edit, replaceText } from '../../edits/edit.js';
import { defineRule, type RuleContext } from '../../define-rule.js';
import { bidiControls, codePointOf, controls, zeroWidths } from '../../../syntax/tree/characters.js';
import { holdsUnreadable } from '../../../analysis/unreadable.js';
import type { Span } from '../../../syntax/span.js';

const invisible = new RegExp(`([${bidiControls}])|([${zeroWidths}])|([${controls}])|\\uFFFD`, 'g');
const because = 'The plan can be read; only its appearance may differ from its content.';

const messages = {
    direction: ({ character }: { character: string }) => ({
        what: `This line contains ${character}, which changes the direction of the surrounding text.`,
        why: 'The line is not displayed as it is read, so a reviewer sees a plan that differs from the one in effect.',
        todo: 'Remove it.'
    }),
    width: ({ character }: { character: string }) => ({
        what: `This line contains ${character}, which is invisible.`,
        why: 'Two texts that look the same can differ by this character, and a search for one does not find the other.',
        todo: 'Remove it.'
    }),
    control: ({ character }: { character: string }) => ({
        what: `This line contains the control character ${character}.`,
        why: 'It is invisible, and different tools treat it differently.',
        todo: 'Remove it.'
    }),
    lost: ({ character }: { character: string }) => ({
        what: `This line contains ${character}.`,
        why: 'Editors insert it where a file contains something that is not UTF-8: the original character is lost.',
        todo: 'Reopen the file in the encoding in which it was saved and save it as UTF-8, or remove the character.'
    })
};

export default defineRule({
    id: 'invisible-character',
    since: '0.1.0',
    summary: 'A plan contains no invisible characters.',
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
                // At the very beginning of a file, a byte order mark is allowed. Outside of texts and comments, `syntax-error` reports the character.
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
            return [{ title: edits.length === 1 ? `Remove ${character}` : `Remove the ${counted(edits.length, 'invisible character')} in this line`, edits }];
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
