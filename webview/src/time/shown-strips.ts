/** The heights of the strips in pixels; the style sheet has the same. */
export const stripHeights = { axis: 20, axisWithMarks: 34, events: 26, curve: 32, link: 17, lane: 18, rest: 18 } as const;

/** The links that are shown where there is room. */
const maxLinks = 3;

export interface ShownStrips {
    readonly hasUpToDate: boolean;
    readonly links: number;
    /** The height of the lanes, which scroll: a whole number of them, so that none is cut. */
    readonly lanesHeight: number;
}

/** The strips that fit into the height below the events: a lane first, then the clients that are up to date, then links and lanes in turn. */
export function stripsIn(height: number, count: { readonly links: number; readonly lanes: number; readonly hasRest: boolean }): ShownStrips {
    let room = height - stripHeights.curve - stripHeights.lane - (count.hasRest ? stripHeights.rest : 0);
    const hasUpToDate = room >= stripHeights.curve;
    room -= hasUpToDate ? stripHeights.curve : 0;
    let [links, lanes] = [0, 1];
    for (let last = -1; last !== links + lanes;) {
        last = links + lanes;
        if (links < Math.min(count.links, maxLinks) && room >= stripHeights.link) {
            links++;
            room -= stripHeights.link;
        }
        if (lanes < count.lanes && room >= stripHeights.lane) {
            lanes++;
            room -= stripHeights.lane;
        }
    }
    return { hasUpToDate, links, lanesHeight: lanes * stripHeights.lane };
}
