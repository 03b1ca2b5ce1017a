import type { Place } from '@sup/report';

/** The JSON form of a place in a plan. */
export function placeJson({ path, range }: Place): object {
    return { file: path, range };
}
