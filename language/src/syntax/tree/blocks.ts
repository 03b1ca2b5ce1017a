import { memoize } from '@sup/model';
import type { AstNode } from 'langium';
import * as ast from '../generated/ast.js';

/** The names of the blocks that hold properties, as messages show them, by node type. */
export const blockNames = {
    [ast.SupFile.$type]: 'file',
    [ast.Site.$type]: 'site',
    [ast.Server.$type]: 'server',
    [ast.WsusServer.$type]: 'wsus',
    [ast.SoftwareUpdatePoint.$type]: 'software update point',
    [ast.Cluster.$type]: 'cluster',
    [ast.Synchronization.$type]: 'synchronization',
    [ast.ClientGroup.$type]: 'clients',
    [ast.ProxyServer.$type]: 'proxy',
    [ast.Scenario.$type]: 'scenario',
    [ast.Assume.$type]: 'assume'
} as const;
export type BlockName = typeof blockNames[keyof typeof blockNames];

export type Block =
    | ast.SupFile | ast.Site | ast.Server | ast.WsusServer | ast.SoftwareUpdatePoint | ast.Cluster
    | ast.Synchronization | ast.ClientGroup | ast.ProxyServer | ast.Scenario | ast.Assume | ast.UnknownStatement;

/** The members of a block; none if it has no braces. */
export function membersOf(block: Block): readonly ast.Member[] {
    return ast.isSupFile(block) ? block.members : block.body?.members ?? [];
}

/** The block that contains a statement. */
export function blockOf(member: ast.Member): Block {
    const container = member.$container as AstNode;
    return (ast.isBody(container) ? container.$container : container) as Block;
}

/** The name of a block; undefined for an unknown statement with braces. */
export function blockNameOf(block: Block): BlockName | undefined {
    return blockNames[block.$type as keyof typeof blockNames];
}

/** Up to this size, a linear search is as fast as a map and takes no memory. */
const mostForSearch = 20;

const propertiesIn = memoize((block: Block): ReadonlyMap<string, ast.Property> =>
    new Map(membersOf(block).filter(ast.isProperty).map(property => [keyOf(property), property] as const).reverse()));

/** The first property with the given key in a block. */
export function propertyOf(block: Block, key: string): ast.Property | undefined {
    const members = membersOf(block);
    if (members.length <= mostForSearch) {
        return members.find((member): member is ast.Property => ast.isProperty(member) && keyOf(member) === key);
    }
    return propertiesIn(block).get(key);
}

/** The key of a property with single blanks, as in the catalogue. */
export function keyOf(property: ast.Property): string {
    const key = property.key ?? '';
    return /\s/.test(key) ? key.replace(/\s+/g, ' ') : key;
}
