import { capital } from '@sup/model';
import { statementOf } from '../../../syntax/catalogue/statements.js';
import { removeStatement } from '../../edits/edit.js';
import type * as ast from '../../../syntax/generated/ast.js';
import { defineRule, type Fix } from '../../define-rule.js';
import { type Block, blockNameOf, membersOf } from '../../../syntax/tree/blocks.js';
import { describe } from '../../../syntax/tree/describe.js';
import { headOf } from '../../../analysis/ranges.js';

export default defineRule({
    id: 'repeated-block',
    since: '0.1.0',
    summary: 'A server has one `wsus` block, and a site has one `synchronization` block.',
    category: 'language',
    reach: 'segment',
    sources: ['The .sup language'],
    messages: {
        again: ({ name, block }: { name: string; block: string }) => ({
            what: `${block} has more than one \`${name}\`.`,
            why: 'At most one is possible, so the first one counts, and the others are not used.',
            todo: 'Combine them into one, and remove the others.'
        })
    },
    fixable: 'suggestion',
    checks: {
        statement(statement, context) {
            const block = 'body' in statement ? statement as Block : undefined;
            for (const [first, ...others] of block ? repeatedIn(block) : []) {
                const { name } = statementOf(first!)!;
                const all = [first!, ...others];
                for (const other of others) {
                    context.report('again', {
                        at: { of: other },
                        args: { name, block: capital(describe(block!)) },
                        related: [{ of: first!, message: 'The first one is here' }],
                        fixes: () => headText(first!) === headText(other) && !('body' in other)
                            ? [{ title: `Remove this \`${name}\``, edits: [removeStatement(other)] }]
                            : [keep(first!, all, 'the first'), keep(other, all, 'this')]
                    });
                }
            }
        }
    }
});

/** The statements that a block contains more than once although only one is allowed, grouped by kind. */
function repeatedIn(block: Block): readonly (readonly ast.Member[])[] {
    const place = blockNameOf(block);
    const isSingle = (member: ast.Member): boolean => {
        const definition = statementOf(member);
        return place !== undefined && definition?.isSingle === true && definition.blocks.includes(place);
    };
    return [...Map.groupBy(membersOf(block).filter(isSingle), member => member.$type).values()].filter(members => members.length > 1);
}

function keep(kept: ast.Member, all: readonly ast.Member[], which: string): Fix {
    return { title: `Keep ${which} \`${headText(kept)}\``, edits: all.filter(each => each !== kept).map(removeStatement) };
}

function headText(member: ast.Member): string {
    const { offset, end } = headOf(member);
    return member.$cstNode!.root.fullText.slice(offset, end);
}
