import type { Preview } from '../state/preview.js';

/** The width of the details in pixels; `page.css` has the same. */
const width = 320;

/** The edge of the picture that the details cover: the right one, or the left one if the selected part would be under them. */
export function detailsSide(preview: Preview): 'left' | 'right' {
    const { navigation: { viewport }, drawing, typeScale } = preview;
    const [view, bounds] = [viewport.peek(), preview.selectedBounds()];
    if (!view || !bounds) {
        return 'right';
    }
    const scale = view.scale * typeScale.peek();
    const [left, right] = [(bounds.x - view.x) * scale, (bounds.x + bounds.width - view.x) * scale];
    return right > drawing.pane.peek().width * typeScale.peek() - width && left >= width ? 'left' : 'right';
}
