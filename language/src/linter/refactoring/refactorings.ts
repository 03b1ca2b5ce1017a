import type { Hierarchy, Site } from '@sup/model';
import { AstUtils, type LangiumDocument } from 'langium';
import { originOf } from '../../analysis/projection/origin.js';
import { extractSite, sortSites } from './arrange-files.js';
import { changeKind } from './change-kind.js';
import { clusterRole } from './cluster-role.js';
import { derivedValues } from './derived-values.js';
import { duplicateBranch } from './duplicate-branch.js';
import { movesOf } from './move-branch.js';
import type { Refactoring } from './refactoring.js';

/** The refactorings of a site. `exists` decides which files are there already; `documents` are those of the hierarchy. */
export function refactoringsOf(hierarchy: Hierarchy, site: Site, exists: (uri: string) => boolean, documents: readonly LangiumDocument[]): readonly Refactoring[] {
    return [
        ...movesOf(hierarchy, site),
        ...duplicateBranch(hierarchy, site),
        ...changeKind(hierarchy, site),
        ...clusterRole(hierarchy, site, documents),
        ...derivedValues(hierarchy, site),
        ...extractSite(site, exists),
        ...sortSites(hierarchy, AstUtils.getDocument(originOf(site)))
    ];
}
