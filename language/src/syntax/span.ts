/** Part of a text, by offsets: from `offset` up to, not including, `end`. */
export interface Span {
    readonly offset: number;
    readonly end: number;
}
