import { bandwidthText, timeOfDayText } from '@sup/model';
import type { AddressRecord } from '../inventory.js';
import type { DraftMember } from './draft.js';
import { comment, property } from './draft.js';
import type { Facts, SiteFacts } from './facts.js';
import { weekdays } from './weekdays.js';

/** The connection of a site to its parent. Addresses know hours and percentages, but no bandwidth. */
export function linkOf({ code, parent, facts }: SiteFacts): readonly DraftMember[] {
    if (parent === undefined || parent === '') {
        return [];
    }
    const bandwidth = facts.bandwidthOf(code);
    const address = addressOf(code, parent, facts);
    const { open, notes } = address ? hoursOf(address, parent) : { open: undefined, notes: [] };
    const parts = [...bandwidth === undefined ? [] : [bandwidthText(bandwidth)], ...open === undefined ? [] : [`open ${open}`]];
    return [property('link', parts.length > 0 ? parts.join(', ') : undefined), ...[...notes, ...address ? limitsOf(address, parent) : []].map(comment)];
}

/** Whether the sources have the hours in which the parent sends to a site, and a plan can state them. */
export function areHoursKnown({ code, parent = '', facts }: SiteFacts): boolean {
    const address = parent === '' ? undefined : addressOf(code, parent, facts);
    return address !== undefined && address.usage.length >= 7 && hoursOf(address, parent).notes.length === 0;
}

function addressOf(code: string, parent: string, facts: Facts): AddressRecord | undefined {
    const toSite = facts.addressesBetween(parent, code).filter(({ type }) => type !== 'MS_COURIER');
    return toSite.find(({ type }) => type === 'MS_LAN') ?? toSite[0];
}

interface Hours {
    readonly open: string | undefined;
    readonly notes: readonly string[];
}

/** The hours in which an address is open. A link has one window for all days. */
function hoursOf({ usage }: AddressRecord, parent: string): Hours {
    const weeks = usage.slice(0, 7).filter(day => /^[1-4]{24}$/.test(day)).map(day => day.replace(/[1-3]/g, '1'));
    const closed = weeks.map(closedSpan);
    if (weeks.length < 7 || closed.every(span => span === 'never')) {
        return { open: undefined, notes: [] };
    }
    const spans = new Set(closed);
    const [span] = spans;
    if (spans.size === 1 && span !== 'always' && span !== 'scattered') {
        return { open: openText(span!), notes: [] };
    }
    if (spans.size === 1) {
        return { open: undefined, notes: [`the address from ${parent} is ${span === 'always' ? 'always closed' : 'closed several times a day'}; \`link\` cannot say it`] };
    }
    const [common, ...more] = [...spans].filter(each => each !== 'never');
    const text = more.length > 0 || common === 'scattered' || common === 'always' ? 'has other hours on some days'
        : `is closed from ${closedText(common!)} on ${daysText(closed.map(each => each !== 'never'))} only`;
    return { open: undefined, notes: [`the address from ${parent} ${text}; \`link\` knows one window for all days`] };
}

/** The single span of closed hours of a day, as `FROM-TO`; a word if there is none, or several. */
function closedSpan(day: string): string {
    if (!day.includes('4')) {
        return 'never';
    }
    if (!day.includes('1')) {
        return 'always';
    }
    const twice = day + day;
    const [, before, span] = /^(4*1+)(4+)1/.exec(twice.slice(0, 48)) ?? [];
    const from = before!.length % 24;
    const to = (from + span!.length) % 24;
    return [...day].filter(hour => hour === '4').length === span!.length ? `${from}-${to}` : 'scattered';
}

const clock = (hour: string): string => timeOfDayText(Number(hour) * 60);

function openText(closed: string): string {
    const [from, to] = closed.split('-');
    return `${clock(to!)} to ${clock(from!)}`;
}

function closedText(closed: string): string {
    const [from, to] = closed.split('-');
    return `${clock(from!)} to ${clock(to!)}`;
}

/** `Monday to Friday`, or the names of the days. */
function daysText(areClosed: readonly boolean[]): string {
    const chosen = weekdays.filter((_, i) => areClosed[i]);
    const first = weekdays.indexOf(chosen[0]!);
    const isRange = chosen.length > 2 && chosen.every((day, i) => day === weekdays[first + i]);
    return isRange ? `${chosen[0]} to ${chosen.at(-1)}` : chosen.join(', ');
}

function limitsOf({ rates = [], hasPulses }: AddressRecord, parent: string): readonly string[] {
    const [least, most] = rates.length > 0 ? [Math.min(...rates), Math.max(...rates)] : [100, 100];
    return [
        ...least < 100 ? [`the address from ${parent} is limited to ${least === most ? `${least} percent in every hour` : `${least} to ${most} percent, by the hour`}; \`link\` cannot say it`] : [],
        ...hasPulses ? [`the address from ${parent} sends in pulses; \`link\` cannot say it`] : []
    ];
}
