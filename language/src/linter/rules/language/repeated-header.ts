import { counted } from '@sup/model';
import { AstUtils } from 'langium';
import { removeStatement, setHead } from '../../edits/edit.js';
import * as ast from '../../../syntax/generated/ast.js';
import { quoteString } from '../../../syntax/parser/value-converter.js';
import { headersIn } from '../../../syntax/segments/headers.js';
import { defineRule } from '../../define-rule.js';
import { inCode } from '../../../syntax/tree/characters.js';

export default defineRule({
    id: 'repeated-header',
    since: '0.1.0',
    summary: 'A file names its hierarchy once.',
    category: 'language',
    reach: 'segment',
    sources: ['The .sup language'],
    messages: {
        repeated: ({ first, count }: { first: string; count: number }) => ({
            what: `This file names its hierarchy ${count === 2 ? 'twice' : counted(count, 'time')}.`,
            why: first === '' ? 'The first line counts, and it has no name, so the file is a hierarchy of its own.' : `The first line counts, so all sites of the file belong to ${first}.`,
            todo: 'Keep one line, and move the sites of another hierarchy to a file of their own.'
        }),
        nameless: () => ({
            what: 'This `hierarchy` line has no name.',
            why: 'Files with the same name in this line belong together; without a name, this file is a hierarchy of its own.',
            todo: 'Write the name, or remove the line.'
        })
    },
    fixable: 'suggestion',
    checks: {
        statement(statement, context) {
            if (!ast.isHierarchyHeader(statement)) {
                return;
            }
            const headers = headersIn(AstUtils.getDocument(statement).parseResult);
            const [first, second] = headers;
            const isNameless = (header: ast.HierarchyHeader): boolean => !header.name && header.surplus.length === 0;
            for (const header of headers.length === 1 ? headers.filter(isNameless) : []) {
                const name = nameFrom(header.$container);
                context.report('nameless', {
                    at: { of: header },
                    args: undefined,
                    fixes: () => [
                        ...(name ? [{ title: `Name it ${inCode(name)}`, edits: [setHead(header, 'name', name)] }] : []),
                        { title: 'Remove the line', edits: [removeStatement(header)] }
                    ]
                });
            }
            if (first && statement === second) {
                const last = headers.at(-1)!;
                const kept = (first.name === last.name ? [first] : [first, last]).filter(header => !isNameless(header));
                context.report('repeated', {
                    at: { of: second },
                    args: { first: first.name ? inCode(first.name) : '', count: headers.length },
                    related: headers.filter(header => header !== second).map(header => ({ of: header, message: 'The hierarchy is also named here' })),
                    fixes: () => kept.map(header => ({
                        title: `Keep only ${inCode(header.$cstNode!.text)}`,
                        edits: headers.filter(other => other !== header).map(removeStatement)
                    }))
                });
            }
        }
    }
});

/** A suggested name: the friendly name of the central site, or of the first site that has one. */
function nameFrom(file: ast.SupFile): string | undefined {
    const titled = file.members.filter(ast.isSite).filter(site => site.title?.trim());
    const title = (titled.find(site => site.kind === 'central') ?? titled[0])?.title;
    return title === undefined ? undefined : /^[A-Za-z][A-Za-z0-9-]*$/.test(title) ? title : quoteString(title);
}
