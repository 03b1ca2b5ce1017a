import { clientsText, type SceneServer, type SceneSite, serverMarks, supplyText } from '@sup/picture';
import type { VNode } from 'preact';
import type { Preview } from '../state/preview.js';

interface SiteFactsProps {
    readonly preview: Preview;
    readonly site: SceneSite;
    /** The selected part: the site or one of its servers. */
    readonly part: string;
}

/** The facts that the plan states about a site. */
export function SiteFacts({ preview, site, part }: SiteFactsProps): VNode {
    const { kind, mode, release, link, supply, clients, internet, apart, unknowns, mark } = site;
    const parent = site.parent === undefined ? undefined : preview.drawing.sites.value.get(site.parent);
    const facts: readonly (readonly [string, string | undefined])[] = [
        ['Kind', [kind && `${kind} site`, mode && `${mode} mode`, release].filter(Boolean).join(', ')],
        ['Parent', parent?.code],
        ['Not in the tree', apart],
        ['Link', [link?.speed, link?.window].filter(Boolean).join(', ')],
        ['Updates', supplyText(supply)],
        ['Clients', clientsText(clients)],
        ['On the Internet', internet && (internet.server === undefined ? 'no software update point for Internet clients' : `clients scan at ${internet.server}`)],
        ['Unknown', unknowns.join(', ')],
        ['Different', mark?.lines.join(' ')]
    ];
    return <>
        <dl class="facts">{facts.map(([name, value]) => value ? <><dt>{name}</dt><dd>{value}</dd></> : null)}</dl>
        {site.servers.length > 0 && <ul class="servers" aria-label="Servers">
            {site.servers.map(server => <Server key={server.id} preview={preview} server={server} isSelected={server.id === part} />)}
        </ul>}
    </>;
}

function Server({ preview, server, isSelected }: { readonly preview: Preview; readonly server: SceneServer; readonly isSelected: boolean }): VNode {
    const { id, name, marks, wsus, note } = server;
    const facts = [...marks.map(mark => serverMarks[mark].meaning), wsus, note].filter(Boolean).join(', ');
    return <li>
        <button type="button" class="server-button" aria-pressed={isSelected} onClick={() => preview.open(id)}>
            <strong>{name}</strong>{facts && <span>{facts}</span>}
        </button>
    </li>;
}
