import { l10n, window } from 'vscode';
import { number } from '@sup/model';

const limits = { least: 100, most: 16_384 } as const;

/** Asks for the width of a picture in pixels; the proposal is the width at which its text has its usual size. Undefined if the user cancels. */
export async function askForWidth(svg: string): Promise<number | undefined> {
    const text = await window.showInputBox({
        title: l10n.t('Width of the picture in pixels'), value: String(Math.min(widthOf(svg), limits.most)),
        validateInput: value => isWidth(value) ? undefined : l10n.t('Enter a whole number from {0} to {1}.', number(limits.least), number(limits.most))
    });
    return text !== undefined && isWidth(text) ? Number(text) : undefined;
}

/** The width that a picture states. */
export function widthOf(svg: string): number {
    return Math.round(Number(/ width="([\d.]+)"/.exec(svg)?.[1] ?? 1_600));
}

function isWidth(text: string): boolean {
    return /^\d{1,5}$/.test(text) && Number(text) >= limits.least && Number(text) <= limits.most;
}
