import { counted, number } from '@sup/model';

/** The heading of a chain of events. It states if the chain is from a run with fewer events than the scenario has, since its times can then differ from those of the whole run. */
export function chainHeading({ needed, events }: { readonly needed: readonly unknown[]; readonly events: number }, what = 'Events that led to it'): string {
    return needed.length === events ? `${what}:` : `${what}, in a run with only ${number(needed.length)} of the ${counted(events, 'event')} of the scenario:`;
}
