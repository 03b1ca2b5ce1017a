import { AstUtils } from 'langium';
import type * as ast from '../../syntax/generated/ast.js';
import { inCode } from '../../syntax/tree/characters.js';
import type { Fix } from '../define-rule.js';
import { setHead } from './edit.js';
import { removeText } from './fix-text.js';
import type { Span } from '../../syntax/span.js';

/** The fix for a parent that is written inside the block of its site: it moves before the block. None if the site has a parent already, or cannot have one. */
export function parentBeforeBlock(site: ast.Site, codes: string, written: Span): readonly Fix[] {
    const isFree = site.kind !== 'central' && site.parents.length === 0;
    return isFree && parentCodes.test(codes)
        ? [{ title: `Write ${inCode(`reports to ${codes}`)} before the block`, edits: [setHead(site, 'parents', codes), removeText(AstUtils.getDocument(site), written)] }]
        : [];
}

/** One code or several, in the form that a site code has. */
const parentCodes = /^[A-Za-z0-9]{1,8}(?:, ?[A-Za-z0-9]{1,8})*$/;
