import type { ReportLocation } from '@sup/report';

/** The JSON form of a place in a plan. */
export function placeJson({ path, range }: ReportLocation): object {
    return { file: path, range };
}
