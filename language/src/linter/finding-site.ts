import { AstUtils } from 'langium';
import type { Site } from '@sup/model';
import { statementAt } from '../analysis/ranges.js';
import { elementOf } from '../analysis/projection/origin.js';
import * as ast from '../syntax/generated/ast.js';
import type { Finding } from './finding.js';

/** The site whose block contains the place of a finding; undefined for a finding outside of sites. */
export function siteOfFinding({ at }: Finding): Site | undefined {
    const node = 'offset' in at ? at.node : statementAt(at);
    const site = node && AstUtils.getContainerOfType(node, ast.isSite);
    const element = site && elementOf(site);
    return element?.element === 'site' ? element : undefined;
}
