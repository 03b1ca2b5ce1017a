/**
 * The highest number of scans that started in one hour. It stores only hours that have not ended, so its memory depends on the
 * width of a wave and not on the length of the run.
 */
export class HourlyPeak {
    private most = 0;
    private readonly hours = new Map<number, number>();

    /** Counts scans that start evenly from one minute to another. */
    add(count: number, from: number, to: number): void {
        const [first, last] = [Math.floor(from / 60), Math.max(Math.floor(from / 60), Math.ceil(to / 60) - 1)];
        for (const [hour, scans] of this.hours) {
            if (hour < first) {
                this.most = Math.max(this.most, scans);
                this.hours.delete(hour);
            }
        }
        if (first === last) {
            this.hours.set(first, (this.hours.get(first) ?? 0) + count);
            return;
        }
        for (let hour = first; hour <= last; hour++) {
            const share = to > from ? (Math.min(to, 60 * (hour + 1)) - Math.max(from, 60 * hour)) / (to - from) : 1;
            this.hours.set(hour, (this.hours.get(hour) ?? 0) + count * share);
        }
    }

    /** Returns the peak of all hours up to a minute, with those of the current hour so far. */
    at(time: number): number {
        const begun = [...this.hours].flatMap(([hour, scans]) => 60 * hour <= time ? scans : []);
        return Math.round(Math.max(this.most, ...begun));
    }
}
