import { measureTextWith } from '@sup/picture';

/** Large, so that rounding does not matter. */
const fontSize = 100;

/** Measures text in the font of the page, so that boxes show as much as they have room for. */
export function measureTextOfPage(): void {
    const context = document.createElement('canvas').getContext('2d');
    if (!context) {
        return;
    }
    const family = getComputedStyle(document.body).fontFamily;
    measureTextWith((character, isBold) => {
        context.font = `${isBold ? 700 : 400} ${fontSize}px ${family}`;
        return context.measureText(character).width / fontSize;
    });
}
