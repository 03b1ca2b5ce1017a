import * as ast from '../../syntax/generated/ast.js';
import type { Block } from '../../syntax/tree/blocks.js';
import { unknown, unknownKeysOf } from '../../syntax/tree/unknown.js';

/** The fields of the model whose value a block states as `unknown`, by their names there; undefined if there are none. */
export function unknownFieldsOf(block: Block): ReadonlySet<string> | undefined {
    const fields = [
        ...unknownKeysOf(block).map(fieldOf),
        ...ast.isWsusServer(block) && block.version.length === 1 && block.version[0] === unknown ? ['version'] : [],
        ...ast.isSoftwareUpdatePoint(block) && block.state === unknown ? ['state'] : []
    ];
    return fields.length > 0 ? new Set(fields) : undefined;
}

/** The field of the model for a property: `wsus console` is `wsusConsole`. */
export function fieldOf(key: string): string {
    return key === 'import' ? 'importPlan' : key.replace(/ ([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
