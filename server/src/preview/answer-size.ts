import type { LangiumDocument } from 'langium';

/** The size of an answer about a small plan, in characters of JSON. A page that receives more takes long to show it. */
const maxCharacters = 1_800_000;
/** The characters of a scene for each character of its plan, with a margin: in a plan of 8,000 usual sites there are 2.7. */
const perCharacter = 5;

/**
 * The maximum size of a scene in an answer, so that the answer is not much larger than its plan: a line of a few characters may declare a site
 * with many findings. `share`: the part of the answer that the scene takes.
 */
export function maxSceneCharacters(documents: readonly LangiumDocument[], share = 1): number {
    const length = documents.reduce((sum, { textDocument }) => sum + textDocument.getText().length, 0);
    return Math.max(Math.floor(maxCharacters * share), perCharacter * length);
}
