import { removeStatement } from '../edits/edit.js';
import * as ast from '../generated/ast.js';
import { statementOf } from '../catalogue/statements.js';
import { defineRule } from '../shelf/define-rule.js';
import { type Block, blockNameOf, membersOf } from '../syntax/blocks.js';

/** Blocks of which another stands at most once. */
const single: ReadonlySet<string> = new Set([ast.WsusServer.$type, ast.Synchronization.$type, ast.SiteServer.$type, ast.ProxyServer.$type]);

export default defineRule({
    id: 'repeated-block',
    since: '0.1.0',
    summary: 'A server has one WSUS, a site one set of synchronization settings.',
    category: 'language',
    reach: 'segment',
    sources: ['The .sup language'],
    messages: {
        again: ({ name, block }: { name: string; block: string }) => ({
            what: `This ${block} has more than one \`${name}\`.`,
            why: 'Only the first is read, so what the others say is not part of the plan.',
            todo: 'Put what belongs together into one, and remove the others.'
        })
    },
    fixable: 'suggestion',
    checks: {
        statement(statement, context) {
            const block = 'body' in statement ? statement as Block : undefined;
            for (const type of block ? single : []) {
                const [first, ...others] = membersOf(block!).filter(member => member.$type === type);
                for (const other of others) {
                    context.report('again', {
                        at: { of: other },
                        args: { name: statementOf(other)?.name ?? '', block: blockNameOf(block!) ?? 'block' },
                        related: [{ of: first!, message: 'The first one' }],
                        fixes: () => [{ title: 'Remove this one', edits: [removeStatement(other)] }, { title: 'Remove the first one', edits: [removeStatement(first!)] }]
                    });
                }
            }
        }
    }
});
