import type { Link } from '@sup/model';

/** A connection in the words of the language: `2 Mbps, 35 ms`, and `open 19:00 to 06:00`. Undefined what the plan does not say. */
export function linkText({ bandwidth, latency, open }: Link): { readonly speed: string | undefined; readonly window: string | undefined } {
    const speed = [bandwidth === undefined ? '' : bandwidthText(bandwidth), latency === undefined ? '' : `${latency} ms`].filter(Boolean).join(', ');
    return { speed: speed || undefined, window: open && `open ${clock(open.from)} to ${clock(open.to)}` };
}

function bandwidthText(kilobits: number): string {
    const [divisor, unit] = kilobits >= 1_000_000 ? [1_000_000, 'Gbps'] : kilobits >= 1_000 ? [1_000, 'Mbps'] : [1, 'kbps'];
    return `${Number((kilobits / divisor).toFixed(3))} ${unit}`;
}

function clock(minute: number): string {
    return [Math.floor(minute / 60), minute % 60].map(part => String(part).padStart(2, '0')).join(':');
}
