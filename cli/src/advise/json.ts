import { adviceAssumptions, adviceText } from '@sup/model';
import type { AdvisedSite, BothWays } from '@sup/simulation';
import { planErrorJson } from '../plan-errors.js';
import { placeJson } from '../place-json.js';
import type { ReportLocations } from '@sup/report';
import { stringify } from '../stringify.js';
import type { AdvisedHierarchy } from './report.js';

/** The advice as JSON. Traffic is in megabytes per day, or in megabytes if it occurs once; other units are in the names. Unknown figures are null. */
export function json(advised: readonly AdvisedHierarchy[], places: ReportLocations): string {
    return `${stringify({ hierarchies: advised.map(({ hierarchy, advice, planErrors }) => ({ hierarchy, planErrors: planErrors.map(planErrorJson), sites: advice.map(each => adviceJson(each, places)) })) })}\n`;
}

function adviceJson(advice: AdvisedSite, places: ReportLocations): object {
    const { site, parent, recommendation, reason, blocked, hasOwn, clients, bandwidth, latency, link, traffic, gap, parentLoad, supported, turningPoints, assumed, bounds } = advice;
    const { ratio, ...amounts } = traffic;
    const { parentUpTo, ownFrom, parentFromBandwidth, ownUpToBandwidth } = turningPoints;
    return {
        ...placeJson(places.of(site)),
        site: site.code, parent: parent.code, recommendation, reason, blocked, hasOwn: hasOwn ?? null,
        clients: clients ?? null, bandwidth: bandwidth ?? null, latency: latency ?? null, parentLoad, supported: supported ?? null,
        link: link ?? null, ...amounts, ratio: Number.isFinite(ratio) ? ratio : null, gap: gap ?? null,
        turningPoints: { parentUpTo: parentUpTo ?? null, ownFrom: ownFrom ?? null, parentFromBandwidth: parentFromBandwidth ?? null, ownUpToBandwidth: ownUpToBandwidth ?? null },
        bounds: bounds ? bothWaysJson(bounds) : null, firstScans: bounds ? bothWaysJson(bounds.firstScans) : null,
        assumed: Object.fromEntries(adviceAssumptions.map(name => [name, assumed[name]])),
        text: adviceText(advice)
    };
}

function bothWaysJson({ parent, own }: BothWays): object {
    return { parent: parent ?? null, own: own ?? null };
}
