import { quoteString, writtenName } from '@sup/language';
import { plainText } from '../text/plain-text.js';
import { type ClusterFacts, type RoleStates, roleStatesOf } from './active-role.js';
import type { ClientCounts } from './client-counts.js';
import { comment, type DraftBlock, type DraftMember, type DraftSite, line, property, unread } from './draft.js';
import { coverageOf } from './coverage.js';
import { componentNames, type SiteFacts } from './facts.js';
import { linkOf } from './links.js';
import { releaseOf } from './releases.js';
import { clusterRoleBlock } from './role-block.js';
import { serverBlock } from './server-block.js';
import { settingsBlock } from './settings-block.js';
import { numberOf, quoted } from './text-values.js';

type SiteKind = 'central' | 'primary' | 'secondary';

/** A site with everything in it, in the order that all plans of the importer have. */
export function draftSite(site: SiteFacts, clients: ClientCounts): DraftSite {
    const { code, record, parent, facts } = site;
    const { kind, note } = kindOf(site);
    const states = roleStatesOf(site);
    const title = plainText(record.name ?? '');
    const release = releaseOf(record);
    const count = clients.of(site, kind === 'secondary');
    const context = { site, states, isPrimary: kind !== 'secondary', facts };
    const notes = [...note === undefined ? [] : [note], ...title.includes('?') ? ['the name has a "?" that may have been another character'] : []];
    return {
        code, parent: parent || undefined, coverage: coverageOf(site),
        block: {
            kind: 'block', note: notes.length > 0 ? notes.join('; ') : undefined,
            head: `${kind} site ${code}${title === '' ? '' : ` ${quoteString(title)}`}${parent ? ` reports to ${parent}` : ''}`,
            members: [
                property('release', release.value, release.note),
                ...kind === 'secondary' ? [] : [modeLine(site)],
                property('clients', count.value, count.note),
                ...linkOf(site),
                ...unread('group policy', 'client installation', 'cannot reach'),
                ...facts.remarksOn(code).map(comment),
                ...site.servers.map(server => serverBlock(server, context)),
                ...states.cluster ? [clusterBlock(states.cluster, states)] : [],
                ...states.lost === undefined ? [] : [comment(`the active software update point is ${states.lost}, which is not a server of this site`)],
                ...settingsBlock(site, states, kind === 'secondary', facts)
            ]
        }
    };
}

/** The kind of a site. The central site is the primary site without a parent. */
function kindOf({ record: { type = '' }, parent, code, facts }: SiteFacts): { readonly kind: SiteKind; readonly note?: string | undefined } {
    switch (type.trim().toLowerCase()) {
        case '1': case 'secondary': return { kind: 'secondary' };
        case '2': case 'primary': return { kind: parent === '' ? 'central' : 'primary' };
        case 'central': return { kind: 'central' };
    }
    const hasChildren = [...facts.sites.values()].some(other => other.parent === code);
    const kind = parent === '' ? 'central' : 'primary';
    return { kind, note: `${type.trim() === '' ? 'the kind of the site is not in the source' : `the kind "${plainText(type)}" is not known`}${hasChildren ? '' : '; it may be a secondary site'}` };
}

/** The mode of a primary site. In later releases, the first bit of this state stands for SSL; no document states it for this one. */
function modeLine({ components }: SiteFacts): DraftMember {
    const state = numberOf(components.get(componentNames.siteManager), 'IISSSLState');
    if (state === undefined) {
        return property('mode', undefined);
    }
    return Number(state) % 2 === 1 ? property('mode', 'native', `IISSSLState ${plainText(state)}, a guess`) : property('mode', undefined, `IISSSLState ${plainText(state)}: mixed mode, or not set`);
}

function clusterBlock({ name, fqdn, internetFqdn, nodes }: ClusterFacts, { settings }: RoleStates): DraftBlock {
    const names = [fqdn === undefined ? property('fqdn', undefined) : line(`fqdn: ${quoted(fqdn)}`), ...internetFqdn === undefined ? [] : [line(`internet fqdn: ${quoted(internetFqdn)}`)]];
    return {
        kind: 'block', head: `cluster ${writtenName(name)}`, members: [
            line(`nodes: ${nodes.map(node => writtenName(node.name)).join(', ')}`), ...names, clusterRoleBlock(nodes.map(({ updatePoints }) => updatePoints[0]!), settings)
        ]
    };
}
