import type { Place } from '@sup/report';

/** A place for programs. */
export function placeJson({ path, range }: Place): object {
    return { file: path, range };
}
