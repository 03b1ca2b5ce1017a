import type { Hierarchy, Site } from '@sup/model';
import { AstUtils } from 'langium';
import { originOf } from '../../analysis/projection/origin.js';
import { extractSite, sortSites } from './arrange-files.js';
import { changeKind } from './change-kind.js';
import { derivedValues } from './derived-values.js';
import { duplicateBranch } from './duplicate-branch.js';
import { movesOf } from './move-branch.js';
import type { Refactoring } from './refactoring.js';

/** The refactorings of a site. `exists` decides which files are there already. */
export function refactoringsOf(hierarchy: Hierarchy, site: Site, exists: (uri: string) => boolean): readonly Refactoring[] {
    return [
        ...movesOf(hierarchy, site),
        ...duplicateBranch(hierarchy, site),
        ...changeKind(hierarchy, site),
        ...derivedValues(hierarchy, site),
        ...extractSite(site, exists),
        ...sortSites(hierarchy, AstUtils.getDocument(originOf(site)))
    ];
}
