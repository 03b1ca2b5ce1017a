import { number } from '@sup/model';
import type { VNode } from 'preact';
import type { SiteStatus } from './site-status.js';

/** The numbers of clients that cannot scan, are out of date or have never scanned, each with its own sign. */
export function ClientSigns({ clients: { failing, stale, never }, x, y }: { readonly clients: SiteStatus['clients']; readonly x: number; readonly y: number }): VNode {
    const signs = ([[failing, '✕', 'client-failing', 'clients whose scans fail'], [stale, '…', 'client-stale', 'clients that lack new updates'], [never, '○', 'client-never', 'clients that have not scanned yet']] as const).filter(([count]) => count > 0);
    let left = x;
    return <>{signs.map(([count, sign, kind, meaning]) => {
        const text = `${sign} ${number(count)}`;
        const width = 12 + 7 * text.length;
        const from = left;
        left += width + 4;
        return <g key={kind} transform={`translate(${from} ${y - 8})`}><title>{`${number(count)} ${meaning}`}</title><rect class={kind} width={width} height="17" rx="8" /><text class="sign-text" x={width / 2} y="12.5" text-anchor="middle">{text}</text></g>;
    })}</>;
}
