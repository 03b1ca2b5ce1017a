import { registry } from '@sup/language';
import { Random } from '../support/random.js';
import { randomSites } from './random-sites.js';
import { codes, smallWorlds } from './small-worlds.js';
import { differenceText, rulesIn, withPlainNames, witnessOf } from './witness.js';

/** Plans of all small worlds, and random ones. */
function* plans(random: Random): Generator<string> {
    for (const texts of Object.values(smallWorlds)) {
        for (let i = 0; i < 60; i++) {
            yield texts.map((choices, position) => random.of(choices).replaceAll('@', codes[position]!)).join('\n');
        }
    }
    for (let seed = 1; seed <= 1_000; seed++) {
        yield randomSites(new Random(seed));
    }
}

/** For each of the given rules that has a finding in one of the plans: a witness, as a difference. The same for the same sources. */
export async function witnesses(ids: readonly string[], onFound: (id: string, difference: string) => void): Promise<void> {
    const best = new Map<string, { readonly plan: string; readonly others: number }>();
    const texts = [...plans(new Random(1))].filter(text => !/\bunknown\b/.test(text));
    for (let i = 0; i < texts.length; i += 100) {
        const chunk = texts.slice(i, i + 100);
        (await rulesIn(chunk)).forEach(({ all, severe }, k) => {
            for (const id of all) {
                const [plan, others] = [chunk[k]!, [...severe].filter(each => each !== id).length];
                const known = best.get(id);
                if (!known || others < known.others || (others === known.others && plan.length < known.plan.length)) {
                    best.set(id, { plan, others });
                }
            }
        });
    }
    for (const { id } of registry.filter(each => best.has(each.id) && (ids.length === 0 || ids.includes(each.id)))) {
        const { plan } = best.get(id)!;
        // Findings about codes do not survive other names.
        const renamed = withPlainNames(plan);
        const [found] = await rulesIn([renamed]);
        const witness = await witnessOf(id, found!.all.has(id) ? renamed : plan);
        if (witness) {
            onFound(id, differenceText(witness));
        }
    }
}
