import { l10n, type QuickPickItem } from 'vscode';
import type { ExportParams } from '@sup/protocol/server';

/** What a plan can be exported as, for the list that it is chosen from. */
export interface ExportFormat extends QuickPickItem {
    /** What the server makes of it. */
    readonly from: Pick<ExportParams, 'format' | 'theme'>;
    /** Of the file. */
    readonly extension: 'svg' | 'png' | 'html' | 'md';
    /** What a dialog calls such files. */
    readonly files: string;
}

export function exportFormats(): readonly ExportFormat[] {
    const light = l10n.t('light');
    const dark = l10n.t('dark');
    const picture = { vector: l10n.t('Picture that stays sharp at any size'), pixels: l10n.t('Picture for documents and slides') };
    return [
        { label: 'SVG', description: light, detail: picture.vector, from: { format: 'svg', theme: 'light' }, extension: 'svg', files: 'SVG' },
        { label: 'SVG', description: dark, detail: picture.vector, from: { format: 'svg', theme: 'dark' }, extension: 'svg', files: 'SVG' },
        { label: 'PNG', description: light, detail: picture.pixels, from: { format: 'svg', theme: 'light' }, extension: 'png', files: 'PNG' },
        { label: 'PNG', description: dark, detail: picture.pixels, from: { format: 'svg', theme: 'dark' }, extension: 'png', files: 'PNG' },
        { label: 'HTML', detail: l10n.t('Report in one file: picture, sites and servers, problems, scenarios'), from: { format: 'html', theme: 'light' }, extension: 'html', files: 'HTML' },
        { label: 'Markdown', detail: l10n.t('Report for a wiki or a repository'), from: { format: 'markdown', theme: 'light' }, extension: 'md', files: 'Markdown' }
    ];
}
