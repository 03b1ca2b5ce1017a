import { statementOf } from '../catalogue/statements.js';
import type * as ast from '../generated/ast.js';
import { type Block, blockNameOf, blockOf, membersOf } from './blocks.js';

/**
 * Blocks around, inside and next to a block, to which a misplaced statement may belong. Excludes kinds of which there is more than one,
 * since the intended one is ambiguous.
 */
export function nearbyBlocks(block: Block, isFit: (candidate: Block) => boolean): readonly Block[] {
    const outer = blocksAround(block);
    const beside = outer[0] ? blocksIn(outer[0]).filter(other => other !== block) : [];
    const near = [...outer, ...blocksIn(block), ...beside].filter(candidate => {
        const kind = blockNameOf(candidate);
        return kind && kind !== 'file' && isInPlace(candidate) && isFit(candidate);
    });
    return [...Map.groupBy(near, blockNameOf).values()].flatMap(candidates => candidates.length === 1 ? candidates : []);
}

function isInPlace(block: Block): boolean {
    const place = blockNameOf(blockOf(block as ast.Member));
    return place !== undefined && statementOf(block as ast.Member)?.blocks.includes(place) === true;
}

function blocksAround(block: Block): readonly Block[] {
    const around: Block[] = [];
    for (let outer = block; outer.$container;) {
        outer = blockOf(outer as ast.Member);
        around.push(outer);
    }
    return around;
}

function blocksIn(block: Block): readonly Block[] {
    return membersOf(block).filter((member): member is ast.Member & Block => blockNameOf(member as Block) !== undefined);
}
