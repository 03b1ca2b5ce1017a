/** The element that draws a part, if it is in the page. Ids contain arbitrary names from plans, so they are compared instead of used in a selector. */
export function elementOf(root: Element, part: string): SVGGElement | undefined {
    return [...root.querySelectorAll<SVGGElement>('[data-part]')].find(element => element.dataset['part'] === part);
}
