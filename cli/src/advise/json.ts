import { type Advice, adviceText } from '@sup/simulation';
import { placeJson } from '../place-json.js';
import type { ReportLocations } from '@sup/report';
import { stringify } from '../stringify.js';
import type { AdvisedHierarchy } from './report.js';

/** The advice as JSON. Traffic is in megabytes per day, or in megabytes if it occurs once; times are in minutes. */
export function json(advised: readonly AdvisedHierarchy[], places: ReportLocations): string {
    return `${stringify({ hierarchies: advised.map(({ hierarchy, advice }) => ({ hierarchy, sites: advice.map(each => adviceJson(each, places)) })) })}\n`;
}

function adviceJson(advice: Advice, places: ReportLocations): object {
    const { site, parent, breakEven, scanMinutes, ...figures } = advice;
    return {
        ...placeJson(places.of(site)),
        site: site.code,
        parent: parent.code,
        ...figures,
        breakEven: Number.isFinite(breakEven) ? breakEven : null,
        scanMinutes: scanMinutes ?? null,
        text: adviceText(advice)
    };
}
