import type { Random } from '../support/random.js';

/** A statement: a line, and the statements in its block if it has one. */
export interface Statement {
    readonly line: string;
    readonly block: readonly Statement[] | undefined;
}

/** Reads a text in which every statement and every closing brace has a line of its own. */
export function statementsOf(text: string): readonly Statement[] {
    const open: Statement[][] = [[]];
    for (const line of text.split('\n').filter(each => each.trim() !== '')) {
        if (line.trim() === '}') {
            open.pop();
            continue;
        }
        const isBlock = line.endsWith('{');
        const block: Statement[] | undefined = isBlock ? [] : undefined;
        open.at(-1)!.push({ line, block });
        if (block) {
            open.push(block);
        }
    }
    return open[0]!;
}

export function textOf(statements: readonly Statement[]): string {
    return statements.map(({ line, block }) => block ? `${line}\n${textOf(block)}}\n` : `${line}\n`).join('');
}

/** The same statements in another order, in every block. */
export function shuffledStatements(random: Random, statements: readonly Statement[]): readonly Statement[] {
    return random.shuffle(statements).map(({ line, block }) => ({ line, block: block && shuffledStatements(random, block) }));
}
