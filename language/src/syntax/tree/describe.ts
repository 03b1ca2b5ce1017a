import * as ast from '../generated/ast.js';
import { statementOf } from '../catalogue/statements.js';
import { type Block, blockOf } from './blocks.js';
import { inCode } from './characters.js';

/** The name of a statement in messages: `site CEN`, `server OSLSRV01`, `` `wsus` of server OSLSRV01 ``. */
export function describe(statement: Block | ast.Member): string {
    if (ast.isSupFile(statement)) {
        return 'the file';
    }
    if (ast.isProperty(statement) || ast.isUnknownStatement(statement)) {
        return inCode(ast.isProperty(statement) ? statement.key : statement.head);
    }
    const keyword = statementOf(statement)?.name ?? '';
    const name = nameOf(statement);
    if (name !== undefined) {
        return `${keyword} ${name}`;
    }
    const owner = blockOf(statement);
    return `\`${keyword}\`${ast.isSupFile(owner) || nameOf(owner) === undefined ? '' : ` of ${describe(owner)}`}`;
}

function nameOf(statement: Block | ast.Member): string | undefined {
    if (ast.isScenario(statement)) {
        return statement.title ? `"${inCode(statement.title).slice(1, -1)}"` : undefined;
    }
    const name = 'name' in statement ? statement.name : 'label' in statement ? statement.label : undefined;
    return name ? inCode(name).slice(1, -1) : undefined;
}
