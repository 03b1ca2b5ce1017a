import { memoize } from '@sup/model';
import type { ParseResult } from 'langium';
import * as ast from '../generated/ast.js';
import { SegmentedFile } from './segmented-file.js';

/** The `hierarchy` lines of a file. The first one counts. */
export const headersIn = memoize((result: ParseResult): readonly ast.HierarchyHeader[] =>
    result instanceof SegmentedFile ? result.irregularSegments.flatMap(({ members }) => members).filter(ast.isHierarchyHeader) : []);
