import { replaceProperty } from '@sup/language';
import { bandwidthText, isUnknown, type Link, type Site, timeOfDayText } from '@sup/model';
import type { DriftCollector } from './drift-collector.js';
import { partName, takeOverTitle, valueText } from './values.js';

/** Compares the connection of a site to its parent. Addresses state its hours; only handwritten tables state its bandwidth. */
export function compareLinks(site: Site, real: Site, areHoursKnown: boolean, collector: DriftCollector): void {
    const planned = site.link;
    const skip = (what: string): void => collector.skip(site, `${partName(site.code)}, ${what}`);
    if (planned === undefined || isUnknown(site, 'link')) {
        if (isUnknown(site, 'link')) {
            skip('the link');
        }
        return;
    }
    const found = real.link;
    const add = (what: string, from: string | undefined, to: string | undefined, link: Link): void => collector.add({
        kind: 'differs', at: { of: site, part: 'link' }, subject: `${partName(site.code)}, ${what}`, planned: valueText(from), found: valueText(to),
        takeOver: { title: takeOverTitle(to), edits: () => replaceProperty(site, 'link', linkText(link)) }
    });
    if (planned.bandwidth !== undefined && found?.bandwidth !== undefined && planned.bandwidth !== found.bandwidth) {
        add(bandwidthName, bandwidthText(planned.bandwidth), bandwidthText(found.bandwidth), { ...planned, bandwidth: found.bandwidth });
    }
    const [from, to] = [openText(planned), openText(found)];
    if (areHoursKnown && from !== to) {
        add(hoursName, from ?? 'always', to ?? 'always', { ...planned, open: found?.open });
    }
    const unread = [[bandwidthName, planned.bandwidth !== undefined && found?.bandwidth === undefined], ['the latency of the link', planned.latency !== undefined], [hoursName, planned.open !== undefined && !areHoursKnown]] as const;
    unread.filter(([, isUnread]) => isUnread).forEach(([what]) => skip(what));
}

const bandwidthName = 'the bandwidth of the link';
const hoursName = 'the time of day at which the link is open';

const openText = (link: Link | undefined): string | undefined => link?.open && `${timeOfDayText(link.open.from)} to ${timeOfDayText(link.open.to)}`;

function linkText(link: Link): string {
    const open = openText(link);
    return [
        ...link.bandwidth === undefined ? [] : [bandwidthText(link.bandwidth)], ...link.latency === undefined ? [] : [`${link.latency} ms`], ...open === undefined ? [] : [`open ${open}`]
    ].join(', ') || 'unknown';
}
