import type { SupKeywordNames } from '../generated/ast.js';

/** The keywords that precede `site`. */
export const siteKinds = ['central', 'primary', 'secondary'] as const satisfies readonly SupKeywordNames[];
