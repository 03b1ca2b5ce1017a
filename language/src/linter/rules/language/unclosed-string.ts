import { replaceText } from '../../edits/edit.js';
import { syntaxErrorsIn } from '../../../syntax/segments/segment.js';
import { defineRule } from '../../define-rule.js';
import { inCode } from '../../../syntax/tree/characters.js';

export default defineRule({
    id: 'unclosed-string',
    since: '0.1.0',
    summary: 'Every quoted text has a closing quote.',
    category: 'language',
    reach: 'segment',
    sources: ['The .sup language'],
    messages: {
        unclosed: ({ text }: { text: string }) => ({
            what: `The quoted text ${text} has no closing quote.`,
            why: 'A quoted text ends with its line, so everything after the opening quote is read as part of the text.',
            todo: 'Add a double quote where the text ends.'
        })
    },
    fixable: 'quickfix',
    checks: {
        segment({ document, segment }, context) {
            for (const { kind, offset, length } of syntaxErrorsIn(segment).lexerIssues) {
                if (kind === 'unclosed-string') {
                    const start = offset - segment.start.offset;
                    const literal = segment.text.slice(start, start + length).trimEnd();
                    const end = offset + literal.length;
                    context.report('unclosed', {
                        at: { offset, length: literal.length },
                        args: { text: inCode(literal) },
                        fixes: () => [{ title: 'Add the closing quote', edits: [replaceText(document, { offset: end, end }, '"')] }]
                    });
                }
            }
        }
    }
});
