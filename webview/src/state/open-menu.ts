/** The context menu of a part and its position on the page. */
export interface OpenMenu {
    readonly part: string;
    readonly x: number;
    readonly y: number;
}
