/** The element that draws a part, where it is in the page. Ids hold whatever plans call things, so they are compared and not searched for. */
export function elementOf(root: Element, part: string): SVGGElement | undefined {
    return [...root.querySelectorAll<SVGGElement>('[data-part]')].find(element => element.dataset['part'] === part);
}
