import type { Hierarchy } from '@sup/model';
import { originOf } from '../projection/origin.js';
import type * as ast from '../../syntax/generated/ast.js';

/** The declaration of a name in a hierarchy; if there are several, the first. */
export function declaredAs(hierarchy: Hierarchy, kind: 'site' | 'server', name: string): ast.Site | ast.Server | ast.Cluster | undefined {
    const [first] = (kind === 'site' ? hierarchy.sitesByCode.get(name) : hierarchy.serversByName.get(name)) ?? [];
    return first && originOf(first) as ast.Site | ast.Server | ast.Cluster;
}
