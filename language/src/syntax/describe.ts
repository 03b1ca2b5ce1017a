import * as ast from '../generated/ast.js';
import { statementOf } from '../catalogue/statements.js';
import type { Block } from './blocks.js';
import { shown } from './characters.js';

/** A statement as a message names it: `site CEN`, `server OSLSRV01`, `` `wsus` ``. */
export function describe(statement: Block | ast.Member): string {
    if (ast.isSupFile(statement)) {
        return 'the file';
    }
    if (ast.isProperty(statement) || ast.isUnknownStatement(statement)) {
        return shown(ast.isProperty(statement) ? statement.key : statement.head);
    }
    const keyword = statementOf(statement)?.name ?? '';
    const name = 'name' in statement ? statement.name : undefined;
    return name === undefined ? `\`${keyword}\`` : `${keyword} ${shown(name).slice(1, -1)}`;
}
