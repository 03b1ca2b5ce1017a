import type { AstNode } from 'langium';
import * as ast from '../generated/ast.js';

/** The kinds of block that hold properties, by the word that people use for them. */
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

/** The members of a block, none where its braces are missing. */
export function membersOf(block: Block): readonly ast.Member[] {
    return ast.isSupFile(block) ? block.members : block.body?.members ?? [];
}

/** The block that a statement stands in. */
export function blockOf(member: ast.Member): Block {
    const container = member.$container as AstNode;
    return (ast.isBody(container) ? container.$container : container) as Block;
}

/** The name of a block, or undefined for one that the language does not know. */
export function blockNameOf(block: Block): BlockName | undefined {
    return blockNames[block.$type as keyof typeof blockNames];
}

/** So many are looked through as fast as a map is asked, and need none. */
const fewMembers = 20;

const propertiesByBlock = new WeakMap<Block, ReadonlyMap<string, ast.Property>>();

/** The first property of a block with a key. */
export function propertyOf(block: Block, key: string): ast.Property | undefined {
    const members = membersOf(block);
    if (members.length <= fewMembers) {
        return members.find((member): member is ast.Property => ast.isProperty(member) && keyOf(member) === key);
    }
    let properties = propertiesByBlock.get(block);
    if (!properties) {
        properties = new Map(members.filter(ast.isProperty).map(property => [keyOf(property), property] as const).reverse());
        propertiesByBlock.set(block, properties);
    }
    return properties.get(key);
}

/** A property's key with single blanks, as the catalogue has it. */
export function keyOf(property: ast.Property): string {
    const key = property.key ?? '';
    return /\s/.test(key) ? key.replace(/\s+/g, ' ') : key;
}
