import { number } from '@sup/model';

/** `A`, `A and B`, `A, B and C`; of many names, only the first few and the number of the others. */
export function listOf(names: readonly string[], most = 5): string {
    const named = names.length > most ? [...names.slice(0, most - 1), `${number(names.length - most + 1)} more`] : names;
    return named.length < 2 ? named.join() : `${named.slice(0, -1).join(', ')} and ${named.at(-1)!}`;
}

/** `A`, `A or B`, `A, B or C`, shortened in the same way. */
export function anyOf(names: readonly string[], most = 8): string {
    const named = names.length > most ? [...names.slice(0, most - 1), 'others'] : names;
    return named.length < 2 ? named.join() : `${named.slice(0, -1).join(', ')} or ${named.at(-1)!}`;
}
