import { memoize } from '@sup/model';
import type { ParseResult } from 'langium';
import * as ast from '../generated/ast.js';
import { SegmentedFile } from './segmented-file.js';

/** The lines of a file that name its hierarchy; the first one counts. */
export const headersIn = memoize((read: ParseResult): readonly ast.HierarchyHeader[] =>
    read instanceof SegmentedFile ? read.others.flatMap(({ members }) => members).filter(ast.isHierarchyHeader) : []);
