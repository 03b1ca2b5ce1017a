import { activeUpdatePointOf, derivedSourceOf, type Hierarchy, modeOf, type Site, type WsusServer } from '@sup/model';
import { type Edit, setProperty, unsetProperty } from '../edits/edit.js';
import type { Refactoring } from './refactoring.js';

/** Writes out the values of a site that the product derives, or removes those that are written and equal to the derived ones. */
export function derivedValues(hierarchy: Hierarchy, site: Site): readonly Refactoring[] {
    return [
        ...writtenOut(hierarchy, site).length > 0 ? [{ id: 'write-derived', kind: 'refactor.rewrite' as const, title: `Write out the derived values of ${site.code}`, edits: () => writtenOut(hierarchy, site) }] : [],
        ...folded(hierarchy, site).length > 0 ? [{ id: 'fold-derived', kind: 'refactor.rewrite' as const, title: `Leave the derived values of ${site.code} to Configuration Manager`, edits: () => folded(hierarchy, site) }] : []
    ];
}

function writtenOut(hierarchy: Hierarchy, site: Site): readonly Edit[] {
    const mode = modeOf(hierarchy, site);
    return [
        ...site.kind === 'secondary' && site.mode === undefined && !site.unknown?.has('mode') && mode !== undefined ? [setProperty(site, 'mode', mode)] : [],
        ...replicasOf(site).filter(({ replica, unknown }) => replica === undefined && !unknown?.has('replica')).map(wsus => setProperty(wsus, 'replica', 'yes')),
        ...synchronizationsFromParent(hierarchy, site).filter(({ source, unknown }) => source === undefined && !unknown?.has('source')).map(each => setProperty(each, 'source', 'parent site'))
    ];
}

function folded(hierarchy: Hierarchy, site: Site): readonly Edit[] {
    return [
        ...site.kind === 'secondary' && site.mode !== undefined && site.mode === modeOf(hierarchy, { ...site, mode: undefined }) ? [unsetProperty(site, 'mode')] : [],
        ...replicasOf(site).filter(({ replica }) => replica === true).map(wsus => unsetProperty(wsus, 'replica')),
        ...synchronizationsFromParent(hierarchy, site).filter(({ source }) => source?.kind === 'parent-site').map(each => unsetProperty(each, 'source'))
    ];
}

/** The WSUS servers that Configuration Manager makes replicas: those of active software update points at secondary sites. */
function replicasOf(site: Site): readonly WsusServer[] {
    const host = site.kind === 'secondary' ? activeUpdatePointOf(site)?.host : undefined;
    return host?.element === 'server' && host.wsus ? [host.wsus] : [];
}

function synchronizationsFromParent(hierarchy: Hierarchy, site: Site): Site['synchronizations'] {
    return activeUpdatePointOf(site) && derivedSourceOf(hierarchy, site).kind === 'parent-site' ? site.synchronizations : [];
}
