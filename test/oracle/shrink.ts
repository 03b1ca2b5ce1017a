import { type Statement, statementsOf, textOf } from './blocks.js';

/** Removes statements from a text until `isWanted` is false for each text with one statement less. It judges several texts at once. */
export async function shrink(text: string, isWanted: (texts: readonly string[]) => Promise<readonly boolean[]>): Promise<string> {
    for (let smallest: string | undefined = text; smallest !== undefined;) {
        text = smallest;
        const smaller = withOneLess(statementsOf(text)).map(textOf);
        const wanted = await isWanted(smaller);
        smallest = smaller.find((_, i) => wanted[i]);
    }
    return text;
}

/** The statements without each of them in turn, at any depth. Whole blocks come before their parts. */
function withOneLess(statements: readonly Statement[]): readonly (readonly Statement[])[] {
    const without = statements.map((_, i) => statements.toSpliced(i, 1));
    const inside = statements.flatMap((statement, i) => statement.block ? withOneLess(statement.block).map(block => statements.toSpliced(i, 1, { ...statement, block })) : []);
    return [...without, ...inside];
}
