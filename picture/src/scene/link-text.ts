import { bandwidthText, type Link, timeOfDayText } from '@sup/model';

/** Describes a link in the words of the language: `2 Mbps, 35 ms` and `open 19:00 to 06:00`. Undefined where the plan leaves it out. */
export function linkText({ bandwidth, latency, open }: Link): { readonly speed: string | undefined; readonly window: string | undefined } {
    const speed = [bandwidth === undefined ? '' : bandwidthText(bandwidth), latency === undefined ? '' : `${latency} ms`].filter(Boolean).join(', ');
    return { speed: speed || undefined, window: open && `open ${timeOfDayText(open.from)} to ${timeOfDayText(open.to)}` };
}
