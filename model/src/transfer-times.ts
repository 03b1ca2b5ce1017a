const kilobitsPerMegabyte = 8_000;

/** The megabytes that a bandwidth in kilobits per second carries in a minute. */
export function megabytesPerMinute(bandwidth: number): number {
    return bandwidth * 60 / kilobitsPerMegabyte;
}

/** The minutes that data takes with the whole bandwidth, in kilobits per second. */
export function transmissionMinutes(megabytes: number, bandwidth: number): number {
    return megabytes * kilobitsPerMegabyte / bandwidth / 60;
}

/** The minutes that the round trips of a transfer take, in which it does not use the bandwidth. The latency is in milliseconds. */
export function latencyMinutes(megabytes: number, latency: number, roundTripsPerMegabyte: number): number {
    return latency / 1000 * roundTripsPerMegabyte * megabytes / 60;
}
