import { counted, type Hierarchy, hostNamed, number, type Target } from '@sup/model';
import { unknownClientsText } from '../bound/unknown-clients.js';
import { targetText } from '../trace/actions.js';
import { undisturbedText } from './impact-text.js';
import type { Sweep } from './sweep.js';

/** The result of a sweep in a sentence, and the sentences below it. */
export interface SweepHeadline {
    readonly title: string;
    readonly detail: string;
    /** Whether no single failure affects clients, and nothing affects them without a failure. */
    readonly isHarmless: boolean;
}

/** The number of failures that a sentence lists. */
const maxListed = 3;

/** Names the single failure that costs the most scans, and those after which the most clients lack updates. */
export function sweepHeadline(hierarchy: Hierarchy, sweep: Sweep): SweepHeadline {
    const { impacts } = sweep;
    const usual = undisturbedText(sweep);
    const [missing = ''] = unknownClientsText(sweep.unknownClients);
    const tried = `${counted(impacts.length, 'part')} ${impacts.length === 1 ? 'was' : 'were'} stopped one after the other in the simulation.`;
    const [worst] = [...impacts].filter(({ failedHours }) => failedHours >= 0.5).sort((a, b) => b.failedHours - a.failedHours);
    const stale = impacts.filter(({ staleHours }) => staleHours >= 0.5);
    const most = Math.max(...stale.map(({ clients }) => clients));
    const causes = stale.filter(({ clients }) => clients === most).map(({ target }) => stopText(hierarchy, target));
    const listed = [...causes.slice(0, maxListed), ...causes.length > maxListed ? [`${number(causes.length - maxListed)} more`] : []].join('; ');
    const staleText = causes.length === 0 ? '' : `${counted(most, 'client')} ${most === 1 ? 'lacks' : 'lack'} new updates when ${causes.length === 1 ? listed : `one of these happens: ${listed}`}.`;
    if (worst) {
        const clients = `${counted(worst.clients, 'client')}, ${counted(Math.round(worst.failedHours), 'client-hour')} without a scan`;
        return { title: `Most scans are lost when ${stopText(hierarchy, worst.target)}: ${clients}`, detail: [tried, staleText, usual, missing].filter(Boolean).join(' '), isHarmless: false };
    }
    if (usual !== undefined && causes.length === 0) {
        return { title: 'Clients are affected even without a failure', detail: [tried, usual, missing].filter(Boolean).join(' '), isHarmless: false };
    }
    return causes.length > 0
        ? { title: 'No single failure keeps clients from scanning', detail: [tried, staleText, usual, missing].filter(Boolean).join(' '), isHarmless: false }
        : { title: 'No single failure affects clients', detail: [tried, missing].filter(Boolean).join(' '), isHarmless: sweep.unknownClients.length === 0 };
}

/** `EURSUP01 (Hamburg) stops`, `the link of BRE (Bremerhaven) is cut`. */
export function stopText(hierarchy: Hierarchy, target: Target): string {
    const titled = (title: string | undefined): string => title === undefined ? '' : ` (${title})`;
    switch (target.kind) {
        case 'link': return `the link of ${target.site}${titled(hierarchy.sites.find(({ code }) => code === target.site)?.title)} is cut`;
        case 'server': return `${target.name}${titled(hostNamed(hierarchy, target.name)?.site.title)} stops`;
        default: return `${targetText(target).replace(/^The /, 'the ')} stops`;
    }
}
