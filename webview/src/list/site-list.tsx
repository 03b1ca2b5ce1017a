import { clientsText, counted, type SceneSite, serverMarks, supplyText } from '@sup/picture';
import type { VNode } from 'preact';
import type { Preview } from '../state/preview.js';
import { sortedByProblems } from './sorted-by-problems.js';
import { useRows } from './use-rows.js';

const rowHeight = 28;

/** The sites as a table, for reading, searching and screen readers. Rows outside the visible area are not in the page. */
export function SiteList({ preview }: { readonly preview: Preview }): VNode {
    const { search, scene, isProblemsOnly, selection } = preview;
    const found = new Set(search.hits.value);
    const isSearching = search.text.value.trim() !== '';
    const all = scene.value?.sites ?? [];
    // A list that is sorted by problems does not show the tree.
    const isTree = all.every(({ problems }) => problems.length === 0);
    const sites = sortedByProblems(all).filter(site => (!isSearching || [site, ...site.servers].some(({ id }) => found.has(id))) && (!isProblemsOnly.value || site.problems.length > 0));
    const { ref, from, to, onScroll } = useRows<HTMLDivElement>(sites.length, rowHeight);
    const onKeyDown = (event: KeyboardEvent): void => {
        const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 20, PageUp: -20, Home: -sites.length, End: sites.length }[event.key];
        const index = sites.findIndex(({ id }) => id === preview.selectedSite.value?.id);
        if (by !== undefined && sites.length > 0) {
            event.preventDefault();
            const next = Math.min(Math.max(index + by, 0), sites.length - 1);
            preview.select(sites[next]!.id);
            ref.current?.scrollTo({ top: Math.max((next + 1) * rowHeight - (ref.current.clientHeight >> 1), 0) });
        } else if (event.key === 'Enter' && sites[index]) {
            preview.open(sites[index].id, true);
        }
    };
    return <div ref={ref} class="site-list" onScroll={onScroll} onKeyDown={onKeyDown} tabIndex={0} role="region" aria-label="Sites">
        <table aria-rowcount={sites.length + 1}>
            <thead><tr>{['Site', 'Name', 'Kind', 'Mode', 'Clients', 'Servers', 'Updates', 'Problems'].map(title => <th scope="col">{title}</th>)}</tr></thead>
            <tbody>
                {from > 0 && <tr class="spacer" aria-hidden="true"><td colSpan={8} height={from * rowHeight} /></tr>}
                {sites.slice(from, to).map((site, i) => <Row key={site.id} site={site} index={from + i} isSelected={selection.value === site.id} isTree={isTree} preview={preview} />)}
                {to < sites.length && <tr class="spacer" aria-hidden="true"><td colSpan={8} height={(sites.length - to) * rowHeight} /></tr>}
            </tbody>
        </table>
        {sites.length === 0 && <p class="empty">{isSearching ? 'No site or server matches the search.' : 'No site has problems.'}</p>}
    </div>;
}

interface RowProps {
    readonly site: SceneSite;
    readonly index: number;
    readonly isSelected: boolean;
    /** Whether the rows are in the order of the tree, so that an indentation shows the level. */
    readonly isTree: boolean;
    readonly preview: Preview;
}

function Row({ site, index, isSelected, isTree, preview }: RowProps): VNode {
    const { id, code, title, kind, mode, clients, servers, supply, problems, level } = site;
    const names = servers.map(({ name, marks }) => [name, ...marks.map(mark => serverMarks[mark].meaning)].join(', ')).join('; ');
    return <tr aria-rowindex={index + 2} aria-selected={isSelected} class={isSelected ? 'selected-row' : undefined} onClick={() => preview.open(id)}>
        <th scope="row"><span class="level">{isTree && '\u2003'.repeat(Math.min(level - 1, 12))}</span>{code}</th>
        <td>{title}</td><td>{kind}</td><td>{mode}</td><td>{clientsText(clients)}</td>
        <td title={names}>{servers.map(({ name }) => name).join(', ')}</td>
        <td>{supplyText(supply)}</td>
        <td>{problems.length === 0 ? '' : counted(problems.length, 'problem')}</td>
    </tr>;
}
