import { type Hierarchy, parentOf, type Site } from '@sup/model';
import { setHead } from '../edits/edit.js';
import { makePrimary } from '../edits/site-edits.js';
import type { Refactoring } from './refactoring.js';

/** Makes a secondary site a primary one, or the other way round. The changes that rules then require are added when it is tried. */
export function changeKind(hierarchy: Hierarchy, site: Site): readonly Refactoring[] {
    if (site.kind === 'secondary') {
        return [{ id: 'primary', kind: 'refactor.rewrite', title: `Make ${site.code} a primary site`, edits: () => makePrimary(hierarchy, site) }];
    }
    return site.kind === 'primary' && parentOf(hierarchy, site)
        ? [{ id: 'secondary', kind: 'refactor.rewrite', title: `Make ${site.code} a secondary site`, edits: () => [setHead(site, 'kind', 'secondary')] }]
        : [];
}
