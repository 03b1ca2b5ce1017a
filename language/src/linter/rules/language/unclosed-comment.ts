import { counted } from '@sup/model';
import { replaceText } from '../../edits/edit.js';
import { syntaxErrorsIn } from '../../../syntax/segments/segment.js';
import { defineRule } from '../../define-rule.js';

export default defineRule({
    id: 'unclosed-comment',
    since: '0.1.0',
    summary: 'Every comment that begins with `/*` ends with `*/`.',
    category: 'language',
    reach: 'segment',
    sources: ['The .sup language'],
    messages: {
        unclosed: ({ lines }: { lines: number }) => ({
            what: 'This comment is not closed.',
            why: `It hides the rest of the file${lines > 1 ? `, ${counted(lines, 'line')}` : ''}.`,
            todo: 'Write `*/` where the comment ends.'
        })
    },
    fixable: 'suggestion',
    checks: {
        segment({ document, segment }, context) {
            const comment = syntaxErrorsIn(segment).lexerIssues.find(({ kind }) => kind === 'unclosed-comment');
            if (!comment) {
                return;
            }
            // The text that was parsed: the document may have a newer one already.
            const hidden = segment.text.slice(comment.offset - segment.start.offset).trimEnd();
            const lines = hidden.split(/\r\n|\n|\r/).length;
            const endings = [
                { title: 'Close the comment at the end of its first line', end: comment.offset + /^\/\*[^\r\n]*/.exec(hidden)![0].trimEnd().length },
                { title: 'Close the comment at the end of the file', end: comment.offset + hidden.length }
            ];
            context.report('unclosed', {
                at: { offset: comment.offset, length: 2 },
                args: { lines },
                fixes: () => endings.slice(lines > 1 ? 0 : 1).map(({ title, end }) => ({ title, edits: [replaceText(document, { offset: end, end }, ' */')] }))
            });
        }
    }
});
